package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history on a screen.
 *
 * @param by null: it happened by itself
 */
public record Told(
    StepKind kind,
    @Nullable String by,
    @Nullable String about,
    int share,
    @Nullable String words,
    Instant at) {

  public String word() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
