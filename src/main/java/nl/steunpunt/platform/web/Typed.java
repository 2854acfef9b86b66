package nl.steunpunt.platform.web;

import java.beans.PropertyEditorSupport;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * What people type, without what nobody types: control characters (PostgreSQL refuses NUL), marks
 * that turn the direction of the text around them, halves of characters. A text of invisible
 * characters alone is empty.
 */
@ControllerAdvice
public class Typed {
  private static final Pattern NEVER_TYPED =
      Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}");

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Z}\\s]*");

  public static String clean(String typed) {
    var clean = NEVER_TYPED.matcher(typed).replaceAll("");
    return INVISIBLE.matcher(clean).matches() ? "" : clean;
  }

  @InitBinder
  void strings(WebDataBinder binder) {
    binder.registerCustomEditor(
        String.class,
        new PropertyEditorSupport() {
          @Override
          public void setAsText(String text) {
            setValue(clean(text));
          }
        });
  }
}
