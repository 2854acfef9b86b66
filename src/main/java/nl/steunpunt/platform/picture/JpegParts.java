package nl.steunpunt.platform.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static nl.steunpunt.platform.picture.PictureParts.demand;
import static nl.steunpunt.platform.picture.PictureParts.read;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

/** JPEG (ITU T.81, annex B): marker segments, with the scans' coded data in between. */
final class JpegParts {
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int ADOBE = 0xee;
  private static final int APP15 = 0xef;
  private static final int COMMENT = 0xfe;

  /** Each scan of a progressive JPEG is a pass over the whole picture; real ones have about ten. */
  private static final int MAX_SCANS = 64;

  /**
   * Says how the colours are coded, so a decoder needs it; written anew without its own thumbnail.
   */
  private static final byte[] JFIF =
      HexFormat.of().parseHex("ffe000104a46494600010100000100010000");

  private JpegParts() {}

  static int copy(DataInputStream in, DataOutputStream out) throws IOException {
    demand(in.readUnsignedShort() == (0xff00 | SOI));
    out.writeShort(0xff00 | SOI);
    int orientation = 1;
    int scans = 0;
    int marker = next(in);
    while (marker != EOI) {
      demand(marker >= 0xc0 && marker != SOI && !isRestart(marker));
      int length = in.readUnsignedShort() - 2;
      demand(length >= 0);
      var segment = read(in, length);
      if (marker == APP0 && startsWith(segment, "JFIF\0")) {
        out.write(JFIF);
      } else if (marker == APP1 && startsWith(segment, "Exif\0\0")) {
        orientation = ExifOrientation.of(Arrays.copyOfRange(segment, 6, length));
      } else if (isPixels(marker)
          || marker == ADOBE && startsWith(segment, "Adobe") && length == 12) {
        out.writeShort(0xff00 | marker);
        out.writeShort(length + 2);
        out.write(segment);
      }
      if (marker == SOS) {
        demand(++scans <= MAX_SCANS);
        marker = copyScan(in, out);
      } else {
        marker = next(in);
      }
    }
    demand(scans > 0);
    out.writeShort(0xff00 | EOI);
    return orientation;
  }

  private static boolean isPixels(int marker) {
    return (marker < APP0 || marker > APP15) && marker < 0xf0 && marker != COMMENT;
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xd0 && marker <= 0xd7;
  }

  private static int next(DataInputStream in) throws IOException {
    demand(in.readUnsignedByte() == 0xff);
    int marker = in.readUnsignedByte();
    while (marker == 0xff) {
      marker = in.readUnsignedByte();
    }
    return marker;
  }

  /** Copies coded data up to the next real marker, and answers that one. */
  private static int copyScan(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      int b = in.readUnsignedByte();
      if (b != 0xff) {
        out.writeByte(b);
        continue;
      }
      int marker = in.readUnsignedByte();
      while (marker == 0xff) {
        marker = in.readUnsignedByte();
      }
      if (marker != 0 && !isRestart(marker)) {
        return marker;
      }
      out.writeShort(0xff00 | marker);
    }
  }

  private static boolean startsWith(byte[] segment, String start) {
    return new String(segment, 0, Math.min(segment.length, start.length()), ISO_8859_1)
        .equals(start);
  }
}
