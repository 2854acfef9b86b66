package nl.steunpunt.helpdesk.target;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.steunpunt.helpdesk.target.TargetSettings.Target;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * The table and the targets as typed.
 *
 * @param priority row by row
 * @param react working minutes, for priority 1 and on
 * @param solve working hours, likewise
 */
public record TargetForm(
    List<String> priority,
    String someFrom,
    String manyFrom,
    List<String> react,
    List<String> solve,
    String warnPercent) {
  private static final int CELLS = Severity.values().length * TargetSettings.BANDS;
  private static final int MOST_PEOPLE = 100_000;
  private static final int LONGEST_REACTION = 4_800;
  private static final int LONGEST_SOLUTION = 960;
  private static final int MOST_WARNING = 90;
  private static final int MINUTES = 60;

  public TargetForm {
    priority = whole(priority, CELLS);
    react = whole(react, TargetSettings.LOWEST);
    solve = whole(solve, TargetSettings.LOWEST);
    someFrom = stripped(someFrom);
    manyFrom = stripped(manyFrom);
    warnPercent = stripped(warnPercent);
  }

  static TargetForm of(TargetSettings settings) {
    return new TargetForm(
        settings.priorities().stream().flatMap(List::stream).map(String::valueOf).toList(),
        String.valueOf(settings.someFrom()),
        String.valueOf(settings.manyFrom()),
        settings.targets().stream().map(one -> String.valueOf(one.reactMinutes())).toList(),
        settings.targets().stream()
            .map(one -> String.valueOf(one.solveMinutes() / MINUTES))
            .toList(),
        String.valueOf(settings.warnPercent()));
  }

  public String cell(int row, int column) {
    return priority.get(row * TargetSettings.BANDS + column);
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    for (var i = 0; i < CELLS; i++) {
      check(errors, "priority-" + i, priority.get(i), TargetSettings.LOWEST);
    }
    check(errors, "someFrom", someFrom, MOST_PEOPLE);
    check(errors, "manyFrom", manyFrom, MOST_PEOPLE);
    for (var i = 0; i < TargetSettings.LOWEST; i++) {
      check(errors, "react-" + i, react.get(i), LONGEST_REACTION);
      check(errors, "solve-" + i, solve.get(i), LONGEST_SOLUTION);
    }
    check(errors, "warnPercent", warnPercent, MOST_WARNING);
    if (errors.isEmpty()) {
      if (number(manyFrom) <= number(someFrom) || number(someFrom) < 2) {
        errors.add(FieldError.of("manyFrom", "targets.bands_wrong"));
      }
      for (var i = 0; i < TargetSettings.LOWEST; i++) {
        if (number(react.get(i)) > number(solve.get(i)) * MINUTES) {
          errors.add(FieldError.of("react-" + i, "targets.react_later", i + 1));
        }
      }
    }
    return errors;
  }

  TargetSettings settings() {
    var table =
        IntStream.range(0, Severity.values().length)
            .mapToObj(row ->
                IntStream.range(0, TargetSettings.BANDS)
                    .mapToObj(column -> number(cell(row, column)))
                    .toList())
            .toList();
    var targets =
        IntStream.range(0, TargetSettings.LOWEST)
            .mapToObj(i -> new Target(number(react.get(i)), number(solve.get(i)) * MINUTES))
            .toList();
    return new TargetSettings(
        table, number(someFrom), number(manyFrom), targets, number(warnPercent));
  }

  private static void check(List<FieldError> errors, String field, String typed, int most) {
    if (number(typed) < 1 || number(typed) > most) {
      errors.add(FieldError.of(field, "targets.number_wrong", most));
    }
  }

  private static int number(String typed) {
    return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
  }

  /** What is not sent is empty. */
  private static List<String> whole(@Nullable List<String> typed, int size) {
    var whole = new ArrayList<String>();
    for (var i = 0; i < size; i++) {
      whole.add(typed == null || i >= typed.size() ? "" : stripped(typed.get(i)));
    }
    return List.copyOf(whole);
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
