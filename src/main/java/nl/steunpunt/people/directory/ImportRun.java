package nl.steunpunt.people.directory;

import java.time.Instant;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One import, from the moment its file was handed in.
 *
 * @param progress percent of the work at hand
 * @param peopleBefore who worked here when it was checked
 * @param rows in the file; each is a joiner, a mover, a leaver, unchanged or bad
 * @param leavers also those whom the file does not name
 * @param forgottenAt since when only the counts are kept
 */
public record ImportRun(
    ImportRunId id,
    PersonId byId,
    String fileName,
    State state,
    int progress,
    @Nullable String refusal,
    @Nullable String refusalDetail,
    @Nullable Integer peopleBefore,
    int rows,
    int joiners,
    int movers,
    int leavers,
    int unchanged,
    int bad,
    @Nullable Long checkedAfter,
    Instant receivedAt,
    @Nullable Instant checkedAt,
    @Nullable Instant appliedAt,
    @Nullable Instant undoneAt,
    @Nullable Instant forgottenAt) {

  /**
   * Above this share of leavers somebody has to say that it is meant: a half file looks like it.
   */
  private static final int PERCENT_THAT_MAY_LEAVE = 5;

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

  public boolean asksToConfirmLeavers() {
    return peopleBefore != null && leavers * 100L > (long) peopleBefore * PERCENT_THAT_MAY_LEAVE;
  }

  public boolean changesNothing() {
    return joiners + movers + leavers == 0;
  }

  public boolean hasBadRows() {
    return bad > 0;
  }
}
