package nl.steunpunt.platform.picture;

import java.util.Arrays;

/**
 * Shrinks a picture row by row, so that the large one need never exist as a whole: each new pixel
 * is the average of the area it covers, weighted by opacity. Keeps small text of screenshots
 * readable, which skipping pixels does not. Pixels are ARGB, not premultiplied.
 */
final class AreaAverage {
  private static final int CHANNELS = 4;

  private final int width;
  private final int targetWidth;
  private final double stepX;
  private final double stepY;
  private final int[] target;
  private final float[] row;
  private final float[] sums;
  private int y;
  private int targetY;

  /** For a picture of this size, to one whose long side is at most this long. */
  static AreaAverage to(int longSide, int width, int height) {
    double shrink = Math.min(1, (double) longSide / Math.max(width, height));
    return new AreaAverage(width, height, atLeastOne(width * shrink), atLeastOne(height * shrink));
  }

  private static int atLeastOne(double size) {
    return Math.max(1, (int) Math.round(size));
  }

  private AreaAverage(int width, int height, int targetWidth, int targetHeight) {
    this.width = width;
    this.targetWidth = targetWidth;
    this.stepX = (double) width / targetWidth;
    this.stepY = (double) height / targetHeight;
    this.target = new int[targetWidth * targetHeight];
    this.row = new float[targetWidth * CHANNELS];
    this.sums = new float[targetWidth * CHANNELS];
  }

  /** The next row from above, from this place in the array. */
  void add(int[] pixels, int from) {
    if (targetWidth == width && stepY == 1) {
      System.arraycopy(pixels, from, target, y * width, width);
      y++;
      return;
    }
    averageAcross(pixels, from);
    double end = (targetY + 1) * stepY;
    float before = (float) Math.min(1, end - y);
    addRow(before);
    y++;
    if (y >= end - 1e-6 && targetY < target.length / targetWidth) {
      emit();
      addRow(1 - before);
    }
  }

  Pixels result() {
    return new Pixels(targetWidth, target.length / targetWidth, target);
  }

  private void averageAcross(int[] pixels, int from) {
    Arrays.fill(row, 0);
    int x = 0;
    for (int i = 0; i < width; i++) {
      int pixel = pixels[from + i];
      double end = (x + 1) * stepX;
      float before = (float) Math.min(1, end - i);
      addPixel(x, pixel, before);
      if (i + 1 >= end - 1e-6 && x + 1 < targetWidth) {
        x++;
        addPixel(x, pixel, 1 - before);
      }
    }
  }

  private void addPixel(int x, int pixel, float share) {
    float alpha = share * (pixel >>> 24);
    int at = x * CHANNELS;
    row[at] += alpha;
    row[at + 1] += alpha * (pixel >> 16 & 0xff);
    row[at + 2] += alpha * (pixel >> 8 & 0xff);
    row[at + 3] += alpha * (pixel & 0xff);
  }

  private void addRow(float share) {
    for (int i = 0; i < row.length; i++) {
      sums[i] += row[i] * share;
    }
  }

  private void emit() {
    float area = (float) (stepX * stepY);
    for (int x = 0; x < targetWidth; x++) {
      int at = x * CHANNELS;
      float alpha = sums[at];
      int pixel = alpha == 0 ? 0 : channel(alpha / area) << 24;
      for (int c = 1; alpha > 0 && c < CHANNELS; c++) {
        pixel |= channel(sums[at + c] / alpha) << (24 - 8 * c);
      }
      target[targetY * targetWidth + x] = pixel;
    }
    targetY++;
    Arrays.fill(sums, 0);
  }

  private static int channel(float value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
