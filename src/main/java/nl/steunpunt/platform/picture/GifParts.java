package nl.steunpunt.platform.picture;

import static nl.steunpunt.platform.picture.PictureParts.demand;
import static nl.steunpunt.platform.picture.PictureParts.read;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * GIF (CompuServe, 89a): of a moving one the first frame. A picture that moves in a conversation
 * draws the eye from what is said, needs a way to stop it (WCAG 2.2.2), and can hide thousands of
 * frames.
 */
final class GifParts {
  private static final int HEADER = 6;
  private static final int SCREEN = 7;
  private static final int FRAME = 9;
  private static final int EXTENSION = 0x21;
  private static final int TRANSPARENCY = 0xf9;
  private static final int IMAGE = 0x2c;
  private static final int END = 0x3b;

  private GifParts() {}

  static int copy(DataInputStream in, DataOutputStream out) throws IOException {
    PictureParts.copy(in, out, HEADER);
    var screen = read(in, SCREEN);
    out.write(screen);
    copyColours(screen[4], in, out);
    int block = in.readUnsignedByte();
    for (; block == EXTENSION; block = in.readUnsignedByte()) {
      if (in.readUnsignedByte() == TRANSPARENCY) {
        var control = read(in, 6);
        demand(control[0] == 4 && control[5] == 0);
        out.writeByte(EXTENSION);
        out.writeByte(TRANSPARENCY);
        out.write(control);
      } else {
        skipBlocks(in);
      }
    }
    demand(block == IMAGE);
    var frame = read(in, FRAME);
    out.writeByte(IMAGE);
    out.write(frame);
    copyColours(frame[8], in, out);
    out.writeByte(in.readUnsignedByte());
    int length;
    do {
      length = in.readUnsignedByte();
      out.writeByte(length);
      PictureParts.copy(in, out, length);
    } while (length > 0);
    out.writeByte(END);
    return 1;
  }

  private static void copyColours(byte flags, DataInputStream in, DataOutputStream out)
      throws IOException {
    if ((flags & 0x80) != 0) {
      PictureParts.copy(in, out, 3 << ((flags & 7) + 1));
    }
  }

  private static void skipBlocks(DataInputStream in) throws IOException {
    for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
      in.skipNBytes(length);
    }
  }
}
