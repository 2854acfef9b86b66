package nl.steunpunt.helpdesk.first;

/**
 * A share with what it may as well be: Wilson's interval at 95 % (Wilson 1927, "Probable inference,
 * the law of succession, and statistical inference").
 *
 * @param of how many of {@code all}; {@code all} is at least 1
 */
public record Share(int of, int all) {
  private static final double Z = 1.959964;

  enum Change {
    FALLS,
    RISES,
    UNCLEAR;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private double exact() {
    return (double) of / all;
  }

  private double centre() {
    return (exact() + Z * Z / (2 * all)) / (1 + Z * Z / all);
  }

  private double half() {
    var p = exact();
    return Z * Math.sqrt(p * (1 - p) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
  }

  private double lowest() {
    return Math.max(0, centre() - half());
  }

  private double highest() {
    return Math.min(1, centre() + half());
  }

  /** In whole percents, as are the next two. */
  public int percent() {
    return percent(exact());
  }

  public int low() {
    return percent(lowest());
  }

  public int high() {
    return percent(highest());
  }

  private static int percent(double share) {
    return (int) Math.round(share * 100);
  }

  /**
   * Whether it changed since then, as far as can be said: Newcombe's interval of the difference
   * (1998, method 10) on one side of nothing.
   */
  Change since(Share before) {
    var difference = exact() - before.exact();
    var low = difference - Math.hypot(exact() - lowest(), before.highest() - before.exact());
    var high = difference + Math.hypot(highest() - exact(), before.exact() - before.lowest());
    if (high < 0) {
      return Change.FALLS;
    }
    return low > 0 ? Change.RISES : Change.UNCLEAR;
  }
}
