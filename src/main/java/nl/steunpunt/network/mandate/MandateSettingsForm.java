package nl.steunpunt.network.mandate;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/** What is normal for a mandate, as typed. */
public record MandateSettingsForm(
    @Nullable String graceDays,
    @Nullable String lowest,
    @Nullable String normalFrom,
    @Nullable String normalUpTo,
    @Nullable String highest,
    @Nullable String renewalWeeks) {

  static MandateSettingsForm of(MandateSettings settings) {
    return new MandateSettingsForm(
        Integer.toString(settings.graceDays()),
        Integer.toString(settings.lowest()),
        Integer.toString(settings.normalFrom()),
        Integer.toString(settings.normalUpTo()),
        Integer.toString(settings.highest()),
        Integer.toString(settings.renewalWeeks()));
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    check(errors, "graceDays", graceDays, 1, MandateSettings.LONGEST_GRACE_DAYS);
    check(errors, "lowest", lowest, 1, 100);
    check(errors, "normalFrom", normalFrom, number(lowest), 100);
    check(errors, "normalUpTo", normalUpTo, number(normalFrom), 100);
    check(errors, "highest", highest, number(normalUpTo), 100);
    check(errors, "renewalWeeks", renewalWeeks, 1, MandateSettings.MOST_RENEWAL_WEEKS);
    return errors;
  }

  MandateSettings settings() {
    return new MandateSettings(
        number(graceDays),
        number(lowest),
        number(highest),
        number(normalFrom),
        number(normalUpTo),
        number(renewalWeeks));
  }

  private static void check(
      List<FieldError> errors, String field, @Nullable String typed, int least, int most) {
    if (number(typed) < Math.max(1, least) || number(typed) > most) {
      errors.add(FieldError.of(field, "mandate.settings.wrong", Math.max(1, least), most));
    }
  }

  private static int number(@Nullable String typed) {
    var digits = typed == null ? "" : typed.strip();
    return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
  }
}
