package nl.steunpunt.platform.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import nl.steunpunt.platform.web.Refusal;

/**
 * Reads a picture in strips, so that its size never decides how much memory it takes: at most
 * {@link #STRIP} bytes at once. The price is time: a strip is found by decoding what is above it
 * again.
 */
final class PictureReading implements AutoCloseable {
  static final int MAX_PIXELS = 24_000_000;

  private static final int STRIP = 24 << 20;

  private final FileImageInputStream in;
  private final ImageReader reader;
  private final boolean inOnePass;
  private final int width;
  private final int height;

  /** Reads the header only; refuses what is larger than {@link #MAX_PIXELS}. */
  PictureReading(PictureFormat format, Path file) throws IOException {
    in = new FileImageInputStream(file.toFile());
    reader = reader(format);
    inOnePass = format == PictureFormat.WEBP;
    try {
      reader.setInput(in, false, true);
      width = reader.getWidth(0);
      height = reader.getHeight(0);
      if ((long) width * height > MAX_PIXELS) {
        throw Refusal.of("picture.too-many-pixels", MAX_PIXELS / 1_000_000);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static ImageReader reader(PictureFormat format) throws IOException {
    return switch (format) {
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
      default -> ImageIO.getImageReadersByFormatName(format.name()).next();
    };
  }

  /** The picture with its long side at most this long, made smaller by averaging. */
  Pixels read(int longSide) throws IOException {
    int bytesPerPixel =
        Math.max(1, reader.getImageTypes(0).next().getColorModel().getPixelSize() / 8);
    return inOnePass ? readThinned(bytesPerPixel, longSide) : readInStrips(bytesPerPixel, longSide);
  }

  private Pixels readInStrips(int bytesPerPixel, int longSide) throws IOException {
    var average = AreaAverage.to(longSide, width, height);
    int rows = Math.max(1, STRIP / (width * bytesPerPixel));
    for (int top = 0; top < height; top += rows) {
      var region = reader.getDefaultReadParam();
      region.setSourceRegion(new Rectangle(0, top, width, Math.min(rows, height - top)));
      addRows(reader.read(0, region), average);
    }
    return average.result();
  }

  /** Every second pixel, and row, of a picture that would not fit in a strip otherwise. */
  private Pixels readThinned(int bytesPerPixel, int longSide) throws IOException {
    int step = (int) Math.ceil(Math.sqrt((double) width * height * bytesPerPixel / STRIP));
    var thinned = reader.getDefaultReadParam();
    thinned.setSourceSubsampling(step, step, 0, 0);
    var image = reader.read(0, thinned);
    var average = AreaAverage.to(longSide, image.getWidth(), image.getHeight());
    addRows(image, average);
    return average.result();
  }

  private static void addRows(BufferedImage strip, AreaAverage average) {
    var raster = strip.getRaster();
    var pixels = new int[raster.getWidth()];
    var samples = new int[raster.getWidth() * raster.getNumBands()];
    var palette = palette(strip);
    int surplus = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, samples);
      toColours(samples, raster, palette, surplus, pixels);
      average.add(pixels, 0);
    }
  }

  /**
   * The samples as they are. {@code BufferedImage.getRGB} would take grey for linear light, and
   * make scans and grey photos far too bright.
   */
  private static void toColours(
      int[] samples, Raster raster, int[] palette, int surplus, int[] pixels) {
    int bands = raster.getNumBands();
    for (int x = 0, at = 0; x < raster.getWidth(); x++, at += bands) {
      int first = samples[at] >> surplus;
      pixels[x] =
          switch (bands) {
            case 1 -> palette.length > 0 ? palette[first] : argb(255, first, first, first);
            case 2 -> argb(samples[at + 1] >> surplus, first, first, first);
            case 3 -> argb(255, first, samples[at + 1] >> surplus, samples[at + 2] >> surplus);
            default ->
                argb(
                    samples[at + 3] >> surplus,
                    first,
                    samples[at + 1] >> surplus,
                    samples[at + 2] >> surplus);
          };
    }
  }

  private static int[] palette(BufferedImage strip) {
    if (!(strip.getColorModel() instanceof IndexColorModel model)) {
      return new int[0];
    }
    // A damaged picture may point beyond its own palette.
    var colours = new int[1 << model.getPixelSize()];
    for (int i = 0; i < model.getMapSize(); i++) {
      colours[i] = model.getRGB(i);
    }
    return colours;
  }

  private static int argb(int alpha, int red, int green, int blue) {
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
