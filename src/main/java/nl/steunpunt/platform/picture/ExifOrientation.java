package nl.steunpunt.platform.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held (Exif 2.32, tag 0x0112): the one thing of a photo's metadata that matters.
 */
final class ExifOrientation {
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;

  private ExifOrientation() {}

  /** 1 to 8; 1, as it is, when the block says nothing or is nonsense. */
  static int of(byte[] exif) {
    if (exif.length < 8) {
      return 1;
    }
    var tiff =
        ByteBuffer.wrap(exif)
            .order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > exif.length - 2) {
      return 1;
    }
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int at = directory + 2; entries-- > 0 && at <= exif.length - ENTRY; at += ENTRY) {
      if (Short.toUnsignedInt(tiff.getShort(at)) == TAG && tiff.getShort(at + 2) == SHORT) {
        int orientation = tiff.getShort(at + 8);
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
      }
    }
    return 1;
  }
}
