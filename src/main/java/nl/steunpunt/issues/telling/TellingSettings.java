package nl.steunpunt.issues.telling;

/**
 * How news about issues goes round, as the organisation sets it.
 *
 * @param workingDays how long a power user has to tell it, before the product does
 */
public record TellingSettings(int workingDays) {
  public static final String SETTING = "telling";
  public static final TellingSettings USUAL = new TellingSettings(1);

  public TellingSettings {
    if (workingDays < 1) {
      throw new IllegalArgumentException("Nobody would have time to tell");
    }
  }
}
