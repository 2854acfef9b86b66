package nl.steunpunt.notify.push;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that shows somebody's notices, as they see it in their list.
 *
 * @param name "Chrome, Android"; empty: it did not say
 * @param receivedAt when its push service last took one; null: none yet
 * @param trouble why notices do not arrive; null while all is well
 */
public record PushBrowser(
    PushBrowserId id,
    long signInId,
    String name,
    Instant createdAt,
    @Nullable Instant receivedAt,
    @Nullable PushTrouble trouble,
    @Nullable Instant troubleAt) {
  /** How long what passes may last before it is its owner's worry. */
  static final Duration SLOW = Duration.ofMinutes(15);

  boolean isWorrying(Instant now) {
    return trouble != null
        && (!trouble.isPassing() || troubleAt == null || troubleAt.isBefore(now.minus(SLOW)));
  }
}
