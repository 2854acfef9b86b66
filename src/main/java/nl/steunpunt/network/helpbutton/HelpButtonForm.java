package nl.steunpunt.network.helpbutton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.TypedLines;
import org.jspecify.annotations.Nullable;

/**
 * {@link HelpButtonSettings} as typed.
 *
 * @param origins one on each line
 */
public record HelpButtonForm(String origins) {
  private static final int MOST = 30;

  public HelpButtonForm {
    origins = stripped(origins);
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  static HelpButtonForm of(HelpButtonSettings settings) {
    return new HelpButtonForm(String.join("\n", settings.origins()));
  }

  private List<String> lines() {
    return TypedLines.of(origins);
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    if (lines().size() > MOST) {
      errors.add(FieldError.of("origins", "help_button.wrong.many", MOST));
    }
    lines().stream()
        .limit(MOST)
        .filter(line -> Origins.of(line).isEmpty())
        .forEach(line ->
            errors.add(
                FieldError.of("origins", "help_button.wrong.origin", TypedLines.shortened(line))));
    return errors;
  }

  HelpButtonSettings settings() {
    return new HelpButtonSettings(
        lines().stream().map(Origins::of).flatMap(Optional::stream).distinct().toList());
  }
}
