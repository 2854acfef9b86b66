package nl.steunpunt.network.system;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.Systems;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A topic as typed.
 *
 * @param nameEn empty: the Dutch name
 * @param key empty: made from the Dutch name
 */
public record TopicForm(String nameNl, String nameEn, String key) {

  static final TopicForm EMPTY = new TopicForm("", "", "");

  public TopicForm {
    nameNl = stripped(nameNl);
    nameEn = stripped(nameEn).isEmpty() ? nameNl : stripped(nameEn);
    key = stripped(key).isEmpty() ? Systems.keyOf(nameNl) : stripped(key);
  }

  /**
   * @param prefix of the fields' ids on the page
   */
  List<FieldError> errors(String prefix) {
    var errors = new ArrayList<FieldError>();
    if (nameNl.isEmpty() || nameNl.length() > Systems.LONGEST_NAME) {
      errors.add(FieldError.of(prefix + "nameNl", "systems.name_wrong", Systems.LONGEST_NAME));
    } else if (!key.matches(Systems.KEY)) {
      errors.add(FieldError.of(prefix + "nameNl", "systems.key_wrong"));
    }
    if (nameEn.length() > Systems.LONGEST_NAME) {
      errors.add(FieldError.of(prefix + "nameEn", "systems.name_wrong", Systems.LONGEST_NAME));
    }
    return errors;
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
