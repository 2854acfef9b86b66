package nl.steunpunt.network.helpbutton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.web.FieldError;
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
    return origins.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
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
            errors.add(FieldError.of("origins", "help_button.wrong.origin", shortened(line))));
    return errors;
  }

  private static String shortened(String line) {
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  HelpButtonSettings settings() {
    return new HelpButtonSettings(
        lines().stream().map(Origins::of).flatMap(Optional::stream).distinct().toList());
  }
}
