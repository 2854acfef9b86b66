package nl.steunpunt.platform.brand;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import nl.steunpunt.platform.picture.Drawings;
import nl.steunpunt.platform.web.Refusal;

/**
 * A logo as it was uploaded, drawn anew as a small PNG: what else the file carried does not come
 * along. The size in its header is looked at before anything is decoded, or a few bytes could ask
 * for gigabytes.
 */
public final class LogoImage {
  public static final int LARGEST_BYTES = 1024 * 1024;
  private static final int LARGEST_SIDE = 4000;

  /** Pixels: on an A3 poster a logo is 25 mm high. */
  private static final int HEIGHT = 288;

  private static final int WIDTH = 1440;

  /** Of width to height: a sign alone is about square, and a name in letters is not. */
  private static final double WIDE = 2.5;

  private static final Set<String> FORMATS = Set.of("png", "jpeg", "webp");

  private LogoImage() {}

  public static byte[] png(byte[] file) {
    if (file.length > LARGEST_BYTES) {
      throw Refusal.of("look.logo.too_large");
    }
    if (Drawings.isOne(file)) {
      return write(LogoDrawing.drawn(file, WIDTH, HEIGHT));
    }
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw Refusal.of("look.logo.unknown");
      }
      var reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return write(fit(read(reader)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw Refusal.of("look.logo.unknown");
    }
  }

  /** Of one that this wrote. */
  static boolean isWide(byte[] png) {
    try {
      var logo = ImageIO.read(new ByteArrayInputStream(png));
      return logo.getWidth() >= WIDE * logo.getHeight();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage read(ImageReader reader) throws IOException {
    if (!FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
      throw Refusal.of("look.logo.unknown");
    }
    if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
      throw Refusal.of("look.logo.too_many_pixels", LARGEST_SIDE);
    }
    return reader.read(0);
  }

  private static BufferedImage fit(BufferedImage image) {
    var scale =
        Math.min(
            1, Math.min((double) HEIGHT / image.getHeight(), (double) WIDTH / image.getWidth()));
    var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    pen.drawImage(
        image.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
    pen.dispose();
    return small;
  }

  private static byte[] write(BufferedImage image) {
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
