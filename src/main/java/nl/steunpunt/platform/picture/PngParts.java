package nl.steunpunt.platform.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static nl.steunpunt.platform.picture.PictureParts.MAX_EXIF;
import static nl.steunpunt.platform.picture.PictureParts.demand;
import static nl.steunpunt.platform.picture.PictureParts.read;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** PNG (W3C, third edition): chunks of length, type, content and checksum. */
final class PngParts {
  private static final int SIGNATURE = 8;
  private static final int CHECKSUM = 4;

  private PngParts() {}

  static int copy(DataInputStream in, DataOutputStream out) throws IOException {
    PictureParts.copy(in, out, SIGNATURE);
    int orientation = 1;
    while (true) {
      int length = in.readInt();
      demand(length >= 0);
      var type = new String(read(in, 4), ISO_8859_1);
      switch (type) {
        case "IHDR", "PLTE", "tRNS", "IDAT", "IEND" -> {
          demand(type.equals("IDAT") || length <= 768);
          out.writeInt(length);
          out.writeBytes(type);
          PictureParts.copy(in, out, length + CHECKSUM);
          if (type.equals("IEND")) {
            return orientation;
          }
        }
        case "eXIf" -> {
          demand(length <= MAX_EXIF);
          orientation = ExifOrientation.of(read(in, length));
          in.skipNBytes(CHECKSUM);
        }
        default -> in.skipNBytes((long) length + CHECKSUM);
      }
    }
  }
}
