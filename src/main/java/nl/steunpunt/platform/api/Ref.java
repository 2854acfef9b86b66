package nl.steunpunt.platform.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.OptionalLong;
import nl.steunpunt.platform.web.Typed;

/**
 * How a client names a record: by its number, or by the key, address or path that people know it
 * by. {@code 12}, {@code "erp"}, {@code "fatima@novum.example"}, {@code "Finance/Crediteuren"}.
 */
public record Ref(@JsonValue String text) {

  @JsonCreator
  public static Ref of(Object number) {
    return switch (number) {
      case Integer n -> new Ref(n.toString());
      case Long n -> new Ref(n.toString());
      case String key -> of(key);
      default -> throw new IllegalArgumentException("neither number nor text");
    };
  }

  public static Ref of(String text) {
    return new Ref(Typed.clean(text).strip());
  }

  public boolean is(long number) {
    return text.equals(Long.toString(number));
  }

  /** The number, if it is one; a key never begins with a digit. */
  public OptionalLong number() {
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
