package nl.steunpunt.platform.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup that the product made, or tried to.
 *
 * @param endedAt null while it is made
 * @param trouble why it is none, in the words of whoever refused; null when it is good
 */
public record BackupRun(
    long id,
    Instant startedAt,
    @Nullable Instant endedAt,
    String file,
    @Nullable Long bytes,
    @Nullable Long rows,
    @Nullable String trouble) {

  public boolean isGood() {
    return endedAt != null && trouble == null;
  }
}
