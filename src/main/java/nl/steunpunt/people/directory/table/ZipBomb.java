package nl.steunpunt.people.directory.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A workbook is a zip: a few kilobytes can unpack to gigabytes. Its shared texts are held in memory
 * by the reader, so they have a limit of their own.
 */
final class ZipBomb {

  private static final long WHOLE_LIMIT = 600L << 20;
  private static final long TEXTS_LIMIT = 48L << 20;

  static void refuse(byte[] content) throws IOException {
    var buffer = new byte[64 * 1024];
    long whole = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        long limit = entry.getName().endsWith("sharedStrings.xml") ? TEXTS_LIMIT : WHOLE_LIMIT;
        long unpacked = 0;
        int read;
        while ((read = zip.read(buffer)) > 0) {
          unpacked += read;
          whole += read;
          if (unpacked > limit || whole > WHOLE_LIMIT) {
            throw new UnreadableTable(0, null);
          }
        }
      }
    }
  }

  private ZipBomb() {}
}
