package nl.steunpunt.platform.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static nl.steunpunt.platform.picture.PictureParts.MAX_EXIF;
import static nl.steunpunt.platform.picture.PictureParts.demand;
import static nl.steunpunt.platform.picture.PictureParts.read;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** WebP (RFC 9649): RIFF chunks. The still picture, or of a moving one its first frame. */
final class WebpParts {
  private static final int RIFF_HEADER = 12;
  private static final int FRAME_HEADER = 16;
  private static final byte ALPHA = 0x10;

  private final DataInputStream in;
  private final byte[] canvas = new byte[6]; // width and height less one, three bytes each
  private byte @Nullable [] alpha;
  private int orientation = 1;
  private boolean written;

  private WebpParts(DataInputStream in) {
    this.in = in;
  }

  static int copy(DataInputStream in, DataOutputStream out) throws IOException {
    var parts = new WebpParts(in);
    var header = read(in, RIFF_HEADER);
    parts.copyChunks(Integer.toUnsignedLong(little(header, 4)) - 4, false, out);
    demand(parts.written);
    return parts.orientation;
  }

  private void copyChunks(long left, boolean inFrame, DataOutputStream out) throws IOException {
    while (left >= 8) {
      var type = new String(read(in, 4), ISO_8859_1);
      int length = little(read(in, 4), 0);
      int padded = length + (length & 1);
      left -= 8L + padded;
      demand(
          length >= 0
              && padded >= 0
              && left >= -1); // the last pad byte is often left out of the count
      switch (type) {
        case "VP8X" -> {
          demand(length == 10);
          System.arraycopy(read(in, length), 4, canvas, 0, 6);
        }
        case "ANMF" -> {
          if (written) {
            in.skipNBytes(padded);
          } else {
            demand(!inFrame && length >= FRAME_HEADER);
            System.arraycopy(read(in, FRAME_HEADER), 6, canvas, 0, 6);
            copyChunks(padded - FRAME_HEADER, true, out);
          }
        }
        case "EXIF" -> {
          demand(length <= MAX_EXIF);
          orientation = ExifOrientation.of(withoutName(Arrays.copyOf(read(in, padded), length)));
        }
        case "ALPH" -> alpha = read(in, padded);
        case "VP8 ", "VP8L" -> {
          demand(!written);
          write(type, read(in, padded), out);
        }
        default -> in.skipNBytes(padded);
      }
    }
  }

  private void write(String type, byte[] pixels, DataOutputStream out) throws IOException {
    var mask = type.equals("VP8 ") ? alpha : null;
    out.writeBytes("RIFF");
    writeLittle(4 + 8 + pixels.length + (mask == null ? 0 : 18 + 8 + mask.length), out);
    out.writeBytes("WEBP");
    if (mask != null) {
      out.writeBytes("VP8X");
      writeLittle(10, out);
      out.write(new byte[] {ALPHA, 0, 0, 0});
      out.write(canvas);
      writeChunk("ALPH", mask, out);
    }
    writeChunk(type, pixels, out);
    written = true;
  }

  private static void writeChunk(String type, byte[] content, DataOutputStream out)
      throws IOException {
    out.writeBytes(type);
    writeLittle(content.length, out);
    out.write(content);
  }

  /** Some programs put the JPEG's name of the block before it. */
  private static byte[] withoutName(byte[] exif) {
    return new String(exif, 0, Math.min(6, exif.length), ISO_8859_1).equals("Exif\0\0")
        ? Arrays.copyOfRange(exif, 6, exif.length)
        : exif;
  }

  private static int little(byte[] bytes, int at) {
    return bytes[at] & 0xff
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | bytes[at + 3] << 24;
  }

  private static void writeLittle(int value, DataOutputStream out) throws IOException {
    out.writeInt(Integer.reverseBytes(value));
  }
}
