package nl.steunpunt.helpdesk.history;

import java.time.Instant;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One import, from the moment its file was handed in.
 *
 * @param progress percent of the work at hand
 * @param bytes of the file, unzipped
 * @param columns as {@link HistoryMapping} writes them
 * @param tickets rows folded by their number
 * @param known of these, in an earlier import too
 * @param bad rows that were left out
 * @param forgottenAt since when the file and the bad rows are gone
 */
public record HistoryRun(
    HistoryRunId id,
    PersonId byId,
    String fileName,
    State state,
    int progress,
    @Nullable String refusal,
    @Nullable String refusalDetail,
    long bytes,
    @Nullable String columns,
    @Nullable String dateOrder,
    int rows,
    int tickets,
    int known,
    int bad,
    @Nullable Instant firstOpened,
    @Nullable Instant lastOpened,
    Instant receivedAt,
    @Nullable Instant checkedAt,
    @Nullable Instant appliedAt,
    @Nullable Instant undoneAt,
    @Nullable Instant forgottenAt) {

  public enum State {
    RECEIVED,
    CHECKING,
    CHECKED,
    APPLYING,
    DONE,
    REFUSED,
    UNDONE;

    public boolean isAtWork() {
      return this == CHECKING || this == APPLYING;
    }
  }

  public boolean hasBadRows() {
    return bad > 0;
  }

  /** More rows than tickets: a log of what happened to each. */
  public boolean isFolded() {
    return rows - bad > tickets;
  }
}
