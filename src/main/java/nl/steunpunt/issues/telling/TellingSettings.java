package nl.steunpunt.issues.telling;

/**
 * How news about issues goes round, as the organisation sets it.
 *
 * @param workingDays how long a power user has to tell it, before the product does
 * @param agreedShare percent: when fewer of those who answer say that it works now, it is not over
 * @param fewestAnswers before that many have answered nothing follows from it; of fewer people, all
 */
public record TellingSettings(int workingDays, int agreedShare, int fewestAnswers) {
  public static final String SETTING = "telling";
  public static final TellingSettings USUAL = new TellingSettings(1, 70, 5);

  public TellingSettings {
    if (workingDays < 1 || agreedShare < 1 || agreedShare > 100 || fewestAnswers < 1) {
      throw new IllegalArgumentException("No time to tell, or nothing to agree on");
    }
  }
}
