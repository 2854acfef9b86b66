package nl.steunpunt.network.system;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.Systems;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.LocalMoment;
import org.jspecify.annotations.Nullable;

/**
 * A system as typed.
 *
 * @param key empty: made from the name
 * @param liveOn empty: not known yet
 */
public record SystemForm(String name, String key, String liveOn) {

  static final SystemForm EMPTY = new SystemForm("", "", "");

  public SystemForm {
    name = stripped(name);
    key = key == null || key.isBlank() ? Systems.keyOf(name) : key.strip();
    liveOn = stripped(liveOn);
  }

  Optional<LocalDate> date() {
    return LocalMoment.day(liveOn);
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    if (name.isEmpty() || name.length() > Systems.LONGEST_NAME) {
      errors.add(FieldError.of("name", "systems.name_wrong", Systems.LONGEST_NAME));
    } else if (!key.matches(Systems.KEY)) {
      errors.add(FieldError.of("key", "systems.key_wrong"));
    }
    if (!liveOn.isEmpty() && date().isEmpty()) {
      errors.add(FieldError.of("liveOn", "systems.date_wrong"));
    }
    return errors;
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
