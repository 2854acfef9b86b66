package nl.steunpunt.platform.measure;

/**
 * A median and where it may lie: the values at the ranks n/2 ± 0.98·√n, which hold it with 95 %
 * confidence whatever the distribution (Campbell and Gardner, Calculating confidence intervals for
 * some non-parametric analyses, BMJ 296, 1988). The database takes them by {@code percentile_disc}.
 *
 * @param among how many values it is the median of
 */
public record Middle(long among, double low, double median, double high) {
  /** Fewer values do not hold their median between two of them. */
  public static final int FEWEST = 6;

  public boolean isKnown() {
    return among >= FEWEST;
  }
}
