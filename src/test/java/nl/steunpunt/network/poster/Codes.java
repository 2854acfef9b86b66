package nl.steunpunt.network.poster;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** What a phone reads from a picture of a page. */
public final class Codes {
  private Codes() {}

  /** Each code once per place where it stands. */
  public static List<String> of(byte[] png) {
    try {
      var image = ImageIO.read(new ByteArrayInputStream(png));
      var pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
      return Arrays.stream(
              new QRCodeMultiReader()
                  .decodeMultiple(
                      new BinaryBitmap(new HybridBinarizer(source)),
                      Map.of(DecodeHintType.TRY_HARDER, true)))
          .map(result -> result.getText())
          .toList();
    } catch (NotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
