package nl.steunpunt.platform.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts of whole weeks. Weeks differ more than chance alone would make them, so what they say of
 * each other comes from how they differ: Student's t over weeks, not the square root of a count.
 */
public record Weekly(List<Long> counts) {
  /** Fewer do not even hold one month's end. */
  public static final int FEWEST = 4;

  public Weekly {
    counts = List.copyOf(counts);
  }

  public int weeks() {
    return counts.size();
  }

  public boolean isEnough() {
    return counts.size() >= FEWEST;
  }

  public double mean() {
    return counts.stream().mapToLong(Long::longValue).average().orElse(0);
  }

  private double variance() {
    double mean = mean();
    double squares = counts.stream().mapToDouble(count -> (count - mean) * (count - mean)).sum();
    return squares / (counts.size() - 1);
  }

  /** Of the mean, at 95 %; null: fewer than {@value #FEWEST} weeks say nothing of others. */
  public @Nullable Range range() {
    if (!isEnough()) {
      return null;
    }
    double half = t(weeks() - 1) * Math.sqrt(variance() / weeks());
    return new Range(mean() - half, mean() + half).within(0, Double.MAX_VALUE);
  }

  /**
   * How much more there is in a week here than there: B. L. Welch, The generalization of Student's
   * problem when several different population variances are involved, Biometrika 34 (1947). Null:
   * too few weeks on either side.
   */
  public @Nullable Range moreThan(Weekly before) {
    if (!isEnough() || !before.isEnough()) {
      return null;
    }
    double difference = mean() - before.mean();
    double here = variance() / weeks();
    double there = before.variance() / before.weeks();
    double both = here + there;
    if (both == 0) {
      return new Range(difference, difference);
    }
    double freedom =
        both * both / (here * here / (weeks() - 1) + there * there / (before.weeks() - 1));
    double half = t(freedom) * Math.sqrt(both);
    return new Range(difference - half, difference + half);
  }

  /**
   * Student's t at 97.5 %, from the normal quantile: Abramowitz and Stegun, Handbook of
   * Mathematical Functions, 26.7.5. From three degrees of freedom on it is less than half a percent
   * too small.
   */
  static double t(double freedom) {
    double z = Range.Z;
    double zz = z * z;
    double v = freedom;
    return z
        + z * (zz + 1) / (4 * v)
        + z * (5 * zz * zz + 16 * zz + 3) / (96 * v * v)
        + z * (3 * Math.pow(zz, 3) + 19 * zz * zz + 17 * zz - 15) / (384 * Math.pow(v, 3))
        + z
            * (79 * Math.pow(zz, 4) + 776 * Math.pow(zz, 3) + 1482 * zz * zz - 1920 * zz - 945)
            / (92160 * Math.pow(v, 4));
  }
}
