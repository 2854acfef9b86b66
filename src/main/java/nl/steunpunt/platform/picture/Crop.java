package nl.steunpunt.platform.picture;

/**
 * Which square of a picture, the right way up: its centre in parts of width and height, its side in
 * parts of the short side. What lies outside is moved in.
 */
public record Crop(double x, double y, double side) {
  public static final Crop MIDDLE = new Crop(0.5, 0.5, 1);

  private static final double SMALLEST = 0.05;

  /** As a form sends it; what is no number, or not there, is the middle. */
  public static Crop of(String x, String y, String side) {
    return new Crop(part(x, MIDDLE.x), part(y, MIDDLE.y), part(side, MIDDLE.side));
  }

  private static double part(String typed, double otherwise) {
    return typed.matches("[01](\\.[0-9]{1,20})?") ? Double.parseDouble(typed) : otherwise;
  }

  Pixels of(Pixels whole) {
    int shortest = Math.min(whole.width(), whole.height());
    int length = Math.clamp(Math.round(Math.clamp(side, SMALLEST, 1) * shortest), 1, shortest);
    return whole.square(start(x, length, whole.width()), start(y, length, whole.height()), length);
  }

  private static int start(double centre, int length, int size) {
    return Math.clamp(Math.round(centre * size - length / 2.0), 0, size - length);
  }
}
