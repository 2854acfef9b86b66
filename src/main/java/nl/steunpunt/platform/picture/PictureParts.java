package nl.steunpunt.platform.picture;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.steunpunt.platform.web.Refusal;

/**
 * Copies of a picture the parts that carry its pixels, and nothing else: place, camera, colour
 * profile, comments, later frames and whatever hangs behind its end never reach a decoder.
 * (Decoders unpack compressed comments whole, and join long ones in quadratic time.) Without its
 * profile a wide-gamut photo looks slightly paler.
 */
final class PictureParts {
  /** No real Exif block is longer: a JPEG cannot hold more. */
  static final int MAX_EXIF = 0xffff;

  private PictureParts() {}

  /** Copies to a new file; answers how the picture must be turned, 1 to 8 as in Exif. */
  static int copy(PictureFormat format, Path from, Path to) throws IOException {
    try (var in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(from), 1 << 16));
        var out =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to), 1 << 16))) {
      return switch (format) {
        case JPEG -> JpegParts.copy(in, out);
        case PNG -> PngParts.copy(in, out);
        case GIF -> GifParts.copy(in, out);
        case WEBP -> WebpParts.copy(in, out);
      };
    }
  }

  static Refusal damaged() {
    return Refusal.of("picture.damaged");
  }

  static void demand(boolean condition) {
    if (!condition) {
      throw damaged();
    }
  }

  static byte[] read(DataInputStream in, int length) throws IOException {
    var bytes = in.readNBytes(length);
    demand(bytes.length == length);
    return bytes;
  }

  static void copy(DataInputStream in, DataOutputStream out, int length) throws IOException {
    for (int left = length; left > 0; ) {
      var part = read(in, Math.min(left, 1 << 13));
      out.write(part);
      left -= part.length;
    }
  }
}
