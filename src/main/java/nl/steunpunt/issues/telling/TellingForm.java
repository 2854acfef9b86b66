package nl.steunpunt.issues.telling;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/** How news goes round, as typed. */
public record TellingForm(String workingDays, String agreedShare, String fewestAnswers) {
  private static final int MOST_DAYS = 10;
  private static final int WHOLE = 100;
  private static final int MOST_ANSWERS = 100;

  public TellingForm {
    workingDays = stripped(workingDays);
    agreedShare = stripped(agreedShare);
    fewestAnswers = stripped(fewestAnswers);
  }

  static TellingForm of(TellingSettings settings) {
    return new TellingForm(
        Integer.toString(settings.workingDays()),
        Integer.toString(settings.agreedShare()),
        Integer.toString(settings.fewestAnswers()));
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    check(errors, "workingDays", workingDays, MOST_DAYS);
    check(errors, "agreedShare", agreedShare, WHOLE);
    check(errors, "fewestAnswers", fewestAnswers, MOST_ANSWERS);
    return errors;
  }

  TellingSettings settings() {
    return new TellingSettings(number(workingDays), number(agreedShare), number(fewestAnswers));
  }

  private static void check(List<FieldError> errors, String field, String typed, int most) {
    if (number(typed) < 1 || number(typed) > most) {
      errors.add(FieldError.of(field, "telling.settings.number", most));
    }
  }

  private static int number(String typed) {
    return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
  }

  private static String stripped(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
