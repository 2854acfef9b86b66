package nl.steunpunt.platform.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the product says no, in words for the person who asked. A page answers with the form
 * and this text (422, or 409 when somebody else was first); the API with a problem whose {@code
 * code} is the key.
 */
public class Refusal extends RuntimeException {
  private final String key;
  private final transient List<@Nullable Object> arguments;
  private final boolean conflict;
  private String field = "";

  private Refusal(boolean conflict, String key, @Nullable Object... arguments) {
    super(key, null, false, false);
    this.conflict = conflict;
    this.key = key;
    this.arguments = Arrays.asList(arguments);
  }

  /** What was sent cannot be done. */
  public static Refusal of(String key, @Nullable Object... arguments) {
    return new Refusal(false, key, arguments);
  }

  /** It could have been done, but somebody else was first, or it is past that. */
  public static Refusal conflict(String key, @Nullable Object... arguments) {
    return new Refusal(true, key, arguments);
  }

  /** Names the field of a form that it is about, where its own rules do not tell. */
  public Refusal at(String field) {
    this.field = field;
    return this;
  }

  /** Empty: not known. */
  public String field() {
    return field;
  }

  public String key() {
    return key;
  }

  public @Nullable Object[] arguments() {
    return arguments.toArray();
  }

  public boolean isConflict() {
    return conflict;
  }
}
