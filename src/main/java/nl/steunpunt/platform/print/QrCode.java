package nl.steunpunt.platform.print;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** An address as a pattern that a phone reads; a quarter of it may be covered or worn off. */
public final class QrCode {
  /** In modules, on each side: less, and a reader does not find the pattern (ISO/IEC 18004). */
  static final int QUIET = 4;

  private final ByteMatrix matrix;

  private QrCode(ByteMatrix matrix) {
    this.matrix = matrix;
  }

  public static QrCode of(String address) {
    try {
      return new QrCode(Encoder.encode(address, ErrorCorrectionLevel.Q).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a code: " + address, e);
    }
  }

  /** Modules on a side, without what must stay white around it. */
  int side() {
    return matrix.getWidth();
  }

  boolean isDark(int column, int row) {
    return matrix.get(column, row) == 1;
  }
}
