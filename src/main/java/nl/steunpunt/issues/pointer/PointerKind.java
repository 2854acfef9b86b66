package nl.steunpunt.issues.pointer;

import java.util.Arrays;
import java.util.Locale;
import nl.steunpunt.platform.web.Refusal;

/** What an issue points at. */
public enum PointerKind {
  /** In another system than the built-in desk, whose own tickets are those of the questions. */
  TICKET,
  IDEA;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PointerKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Refusal.of("pointer.refused.kind").at("kind"));
  }
}
