package nl.steunpunt.platform.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** A whole picture in memory, after it was made small enough to be: ARGB, not premultiplied. */
record Pixels(int width, int height, int[] argb) {

  Pixels shrunk(int longSide) {
    var average = AreaAverage.to(longSide, width, height);
    for (int y = 0; y < height; y++) {
      average.add(argb, y * width);
    }
    return average.result();
  }

  /** The right way up, for an orientation of 1 to 8 as in Exif: 5 to 8 lie on their side. */
  Pixels turned(int orientation) {
    if (orientation == 1) {
      return this;
    }
    boolean lying = orientation >= 5;
    int w = lying ? height : width;
    int h = lying ? width : height;
    var turned = new int[argb.length];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int from =
            switch (orientation) {
              case 2 -> y * width + width - 1 - x;
              case 3 -> (height - 1 - y) * width + width - 1 - x;
              case 4 -> (height - 1 - y) * width + x;
              case 5 -> x * width + y;
              case 6 -> (height - 1 - x) * width + y;
              case 7 -> (height - 1 - x) * width + width - 1 - y;
              default -> x * width + width - 1 - y;
            };
        turned[y * w + x] = argb[from];
      }
    }
    return new Pixels(w, h, turned);
  }

  /** A square of it; must lie within. */
  Pixels square(int left, int top, int side) {
    var square = new int[side * side];
    for (int y = 0; y < side; y++) {
      System.arraycopy(argb, (top + y) * width + left, square, y * side, side);
    }
    return new Pixels(side, side, square);
  }

  boolean seeThrough() {
    return Arrays.stream(argb).anyMatch(pixel -> pixel >>> 24 != 255);
  }

  /** Drawn rather than photographed: most pixels are exactly like their left neighbour. */
  boolean flat() {
    int same = 0;
    for (int i = 1; i < argb.length; i++) {
      same += argb[i] == argb[i - 1] ? 1 : 0;
    }
    return 2L * same >= argb.length;
  }

  Pixels onWhite() {
    if (!seeThrough()) {
      return this;
    }
    return new Pixels(width, height, Arrays.stream(argb).map(Pixels::onWhite).toArray());
  }

  private static int onWhite(int pixel) {
    int alpha = pixel >>> 24;
    int whole = 255 << 24;
    for (int shift = 16; shift >= 0; shift -= 8) {
      whole |= ((pixel >> shift & 0xff) * alpha + 255 * (255 - alpha)) / 255 << shift;
    }
    return whole;
  }

  /** The same pixels as an image, not a copy: a large one would take 25 MB more. */
  BufferedImage image(boolean withAlpha) {
    var colours =
        withAlpha ? ColorModel.getRGBdefault() : new DirectColorModel(24, 0xff0000, 0xff00, 0xff);
    var raster =
        Raster.createWritableRaster(
            colours.createCompatibleSampleModel(width, height),
            new DataBufferInt(argb, argb.length),
            null);
    return new BufferedImage(colours, raster, false, null);
  }
}
