package nl.steunpunt.network.mandate;

import java.time.LocalDate;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a manager.
 *
 * @param shareReason needed when the share is outside what is normal
 * @param endsOn the last day
 * @param relief what work is taken away in return
 * @param reliefBy who takes that work
 */
public record Terms(
    int sharePercent,
    @Nullable String shareReason,
    LocalDate endsOn,
    @Nullable String relief,
    @Nullable String reliefBy) {
  public static final int LONGEST_TEXT = 500;
  private static final int MOST_YEARS = 3;

  /**
   * Refused in words and never cut: the end of a text is mostly what it is about.
   *
   * @param field of the form that it was typed in
   */
  public static void requireFit(String field, @Nullable String text) {
    if (text != null && text.length() > LONGEST_TEXT) {
      throw Refusal.of("mandate.refused.too_long", LONGEST_TEXT).at(field);
    }
  }

  public void check(MandateSettings settings, LocalDate today) {
    if (!settings.allows(sharePercent)) {
      throw Refusal.of("mandate.refused.share", settings.lowest(), settings.highest());
    }
    if (!settings.isNormal(sharePercent) && shareReason == null) {
      throw Refusal.of(
          "mandate.refused.share_reason", settings.normalFrom(), settings.normalUpTo());
    }
    if (!endsOn.isAfter(today) || endsOn.isAfter(today.plusYears(MOST_YEARS))) {
      throw Refusal.of("mandate.refused.ends_on", MOST_YEARS);
    }
  }
}
