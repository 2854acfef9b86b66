package nl.steunpunt.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a form.
 *
 * @param field the id of the field, which the summary links to
 * @param key the sentence that says what to do about it
 */
public record FieldError(String field, String key, List<Object> arguments) {

  public static FieldError of(String field, String key, Object... arguments) {
    return new FieldError(field, key, List.of(arguments));
  }

  public static @Nullable FieldError at(String field, List<FieldError> errors) {
    return errors.stream().filter(error -> error.field.equals(field)).findFirst().orElse(null);
  }
}
