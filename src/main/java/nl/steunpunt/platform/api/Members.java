package nl.steunpunt.platform.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.steunpunt.platform.api.Invalid.Wrong;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The members of a body, looked at all before the first is used: the client hears of each. */
public final class Members {
  private final List<Wrong> wrong = new ArrayList<>();

  /**
   * The text without white space around it; empty when it is missing, which {@link #check} says.
   */
  public String text(String pointer, @Nullable String value) {
    var text = value == null ? "" : Typed.clean(value).strip();
    if (text.isEmpty()) {
      wrong.add(Wrong.of(pointer, "api.member.missing"));
    }
    return text;
  }

  public String text(String pointer, @Nullable String value, int longest) {
    var text = text(pointer, value);
    if (text.length() > longest) {
      wrong.add(Wrong.of(pointer, "api.member.too_long", longest));
    }
    return text;
  }

  /**
   * The record this names; {@code none} when it is missing or unknown, which {@link #check} says.
   */
  public <T> T known(String pointer, @Nullable Ref ref, Lookup<T> lookup, T none) {
    if (ref == null || ref.text().isEmpty()) {
      wrong.add(Wrong.of(pointer, "api.member.missing"));
      return none;
    }
    var found = lookup.find(ref);
    if (found == null) {
      wrong.add(Wrong.of(pointer, "api.member.nobody", ref.text()));
      return none;
    }
    return found;
  }

  /** As {@link #known}, for what may be left out. */
  public <T> @Nullable T knownIfGiven(String pointer, @Nullable Ref ref, Lookup<T> lookup) {
    if (ref == null) {
      return null;
    }
    var found = lookup.find(ref);
    if (found == null) {
      wrong.add(Wrong.of(pointer, "api.member.nobody", ref.text()));
    }
    return found;
  }

  public void wrong(String pointer, String key, Object... arguments) {
    wrong.add(Wrong.of(pointer, key, arguments));
  }

  public void check() {
    if (!wrong.isEmpty()) {
      throw new Invalid(HttpStatus.UNPROCESSABLE_CONTENT, wrong);
    }
  }

  /**
   * Does it, and says of a rule's refusal which member it is about.
   *
   * @param pointers what the key ends with, and where that is in the body
   */
  public static <T> T pointing(Map<String, String> pointers, Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      for (var one : pointers.entrySet()) {
        if (!refusal.isConflict() && refusal.key().endsWith(one.getKey())) {
          var arguments = Stream.of(refusal.arguments()).filter(Objects::nonNull).toArray();
          throw Invalid.member(one.getValue(), refusal.key(), arguments);
        }
      }
      throw refusal;
    }
  }

  /** Finds a record by how a client names it. */
  @FunctionalInterface
  public interface Lookup<T> {
    @Nullable T find(Ref ref);
  }
}
