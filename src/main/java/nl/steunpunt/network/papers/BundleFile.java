package nl.steunpunt.network.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** The pieces as one ZIP file, written as they are read. */
@Component
class BundleFile {
  private static final int AT_ONCE = 25;

  private final Bundles bundles;

  BundleFile(Bundles bundles) {
    this.bundles = bundles;
  }

  void write(Bundles.Bundle bundle, OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      // A PDF is compressed already.
      zip.setLevel(Deflater.NO_COMPRESSION);
      var place = 0;
      while (true) {
        var some = bundles.made(bundle.id(), place, AT_ONCE);
        if (some.isEmpty()) {
          return;
        }
        for (var piece : some) {
          // The number keeps them in order, and two of one name apart.
          var entry =
              new ZipEntry(
                  "%04d %s.pdf".formatted(piece.place(), PaperAnswer.fileName(piece.name())));
          entry.setLastModifiedTime(FileTime.from(bundle.at()));
          zip.putNextEntry(entry);
          zip.write(piece.pdf());
          zip.closeEntry();
          place = piece.place();
        }
      }
    }
  }
}
