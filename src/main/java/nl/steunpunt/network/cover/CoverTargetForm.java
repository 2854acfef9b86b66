package nl.steunpunt.network.cover;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.steunpunt.network.cover.CoverTargets.Target;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What the lead aims at, as typed.
 *
 * @param phase a word of {@link Phase}, or "by_date"
 */
public record CoverTargetForm(
    @Nullable String phase,
    @Nullable String goLiveFrom,
    @Nullable String goLiveUpTo,
    @Nullable String settlingFrom,
    @Nullable String settlingUpTo,
    @Nullable String stableUpTo,
    @Nullable String knowers) {
  public static final String BY_DATE = "by_date";
  static final int MOST_PEOPLE = 1000;
  static final int MOST_KNOWERS = 20;

  static CoverTargetForm of(Target target) {
    return new CoverTargetForm(
        target.phase() == null ? BY_DATE : target.phase().word(),
        Integer.toString(target.goLiveFrom()),
        Integer.toString(target.goLiveUpTo()),
        Integer.toString(target.settlingFrom()),
        Integer.toString(target.settlingUpTo()),
        Integer.toString(target.stableUpTo()),
        Integer.toString(target.knowers()));
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    if (!BY_DATE.equals(phase) && chosen() == null) {
      errors.add(FieldError.of("phase", "cover.target.phase_missing"));
    }
    check(errors, "goLiveFrom", goLiveFrom, 1, MOST_PEOPLE);
    check(errors, "goLiveUpTo", goLiveUpTo, number(goLiveFrom), MOST_PEOPLE);
    check(errors, "settlingFrom", settlingFrom, 1, MOST_PEOPLE);
    check(errors, "settlingUpTo", settlingUpTo, number(settlingFrom), MOST_PEOPLE);
    check(errors, "stableUpTo", stableUpTo, 1, MOST_PEOPLE);
    check(errors, "knowers", knowers, 1, MOST_KNOWERS);
    return errors;
  }

  /** Null: by date, or no phase at all. */
  @Nullable String chosen() {
    return Stream.of(Phase.values())
        .map(Phase::word)
        .filter(word -> word.equals(phase))
        .findFirst()
        .orElse(null);
  }

  static int number(@Nullable String typed) {
    var digits = typed == null ? "" : typed.strip();
    return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
  }

  private static void check(
      List<FieldError> errors, String field, @Nullable String typed, int least, int most) {
    var from = Math.clamp(least, 1, most);
    if (number(typed) < from || number(typed) > most) {
      errors.add(FieldError.of(field, "cover.target.wrong", from, most));
    }
  }
}
