package nl.steunpunt.platform.measure;

import org.jspecify.annotations.Nullable;

/**
 * So many of so many, never without the second number.
 *
 * @param of at most {@code among}
 */
public record Share(long of, long among) {

  public Share {
    if (of < 0 || of > among) {
      throw new IllegalArgumentException(of + " of " + among);
    }
  }

  public boolean isKnown() {
    return among > 0;
  }

  /** From 0 to 1; 0 when there is nothing to take a share of. */
  public double value() {
    return among == 0 ? 0 : (double) of / among;
  }

  /**
   * The score interval at 95 %: E. B. Wilson, Probable inference, the law of succession, and
   * statistical inference, JASA 22 (1927). It stays within 0 and 1 and holds for small numbers too
   * (Brown, Cai and DasGupta, Statistical Science 16, 2001). Null: nothing was counted.
   */
  public @Nullable Range range() {
    if (among == 0) {
      return null;
    }
    double n = among;
    double p = value();
    double zz = Range.Z * Range.Z;
    double middle = (p + zz / (2 * n)) / (1 + zz / n);
    double half = Range.Z * Math.sqrt(p * (1 - p) / n + zz / (4 * n * n)) / (1 + zz / n);
    return new Range(middle - half, middle + half).within(0, 1);
  }

  public int percent() {
    return (int) Math.round(100 * value());
  }

  /** In whole percents, outwards: it never looks narrower than it is. */
  public int lowPercent() {
    var range = range();
    return range == null ? 0 : (int) Math.floor(100 * range.low() + 1e-9);
  }

  public int highPercent() {
    var range = range();
    return range == null ? 100 : (int) Math.ceil(100 * range.high() - 1e-9);
  }
}
