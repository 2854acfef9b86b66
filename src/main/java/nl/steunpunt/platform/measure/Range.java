package nl.steunpunt.platform.measure;

/** From low up to and including high: where the value lies with 95 % confidence. */
public record Range(double low, double high) {
  /** The standard normal quantile at 97.5 %. */
  static final double Z = 1.959963984540054;

  public boolean holds(double value) {
    return low <= value && value <= high;
  }

  Range within(double least, double most) {
    return new Range(Math.max(least, low), Math.min(most, high));
  }
}
