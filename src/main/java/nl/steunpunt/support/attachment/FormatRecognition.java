package nl.steunpunt.support.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;
import nl.steunpunt.platform.picture.PictureFormat;
import nl.steunpunt.platform.web.Refusal;

/**
 * What is this really? The bytes decide. The name has a say in one thing only: text has no mark of
 * its own, so it must call itself .txt or .csv; that keeps out pages, scripts and SVG, which are
 * text too.
 */
final class FormatRecognition {
  private static final String OLD_OFFICE = latin("d0cf11e0a1b11ae1");
  private static final Pattern PDF = Pattern.compile("%PDF-[12]\\.[0-9]");

  /** Where a PDF's last pointer must stand; readers look in the last kilobyte. */
  private static final int PDF_TAIL = 1024;

  private FormatRecognition() {}

  static Format of(Path file, String name) throws IOException {
    var extension = FileName.extension(name);
    var textual = extension.equals("csv") || extension.equals("txt");
    try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
      var head = read(bytes, 0, 16);
      if (head.isEmpty()) {
        throw Refusal.of("attachment.empty");
      }
      var picture = PictureFormat.ofHead(head);
      if (picture.isPresent()) {
        return Format.of(picture.get());
      }
      if (head.startsWith("%PDF-")) {
        return pdf(head, bytes);
      }
      if (head.startsWith("PK\3\4")) {
        return OfficeZip.format(file, bytes);
      }
      if (head.startsWith(OLD_OFFICE)) {
        throw Refusal.of("attachment.old-office");
      }
    }
    if (!textual) {
      throw Refusal.of("attachment.unsupported");
    }
    if (!PlainText.is(file)) {
      throw Refusal.of("attachment.not-text");
    }
    return extension.equals("csv") ? Format.CSV : Format.TXT;
  }

  private static Format pdf(String head, RandomAccessFile bytes) throws IOException {
    var tail = read(bytes, Math.max(0, bytes.length() - PDF_TAIL), PDF_TAIL);
    if (!PDF.matcher(head).lookingAt() || !tail.contains("startxref") || !tail.contains("%%EOF")) {
      throw Refusal.of("attachment.damaged");
    }
    if (ZipEnd.find(bytes) != null) {
      throw Refusal.of("attachment.two-in-one");
    }
    return Format.PDF;
  }

  private static String read(RandomAccessFile bytes, long from, int most) throws IOException {
    var part = new byte[(int) Math.min(most, bytes.length() - from)];
    bytes.seek(from);
    bytes.readFully(part);
    return new String(part, ISO_8859_1);
  }

  private static String latin(String hex) {
    return new String(HexFormat.of().parseHex(hex), ISO_8859_1);
  }
}
