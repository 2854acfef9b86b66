package nl.steunpunt.helpdesk.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.measure.Weekly;
import nl.steunpunt.platform.time.OrganisationClock;
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

  /** Fewer than a baseline needs: what it comes to depends on the other imports. */
  public boolean isShort() {
    return weeks() < Weekly.FEWEST;
  }

  /** The weeks that it covers whole, as count.sql takes them: from a Monday, up to a Friday. */
  public int weeks() {
    if (firstOpened == null || lastOpened == null) {
      return 0;
    }
    var first = day(firstOpened).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    var last = day(lastOpened).with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
    var days = ChronoUnit.DAYS.between(first, last);
    return days < 0 ? 0 : (int) days / 7 + 1;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, OrganisationClock.ZONE);
  }

  /** Where a ticket stood whose number the file does not say; null: it has one. */
  public @Nullable Integer line(String number) {
    var prefix = id + "#";
    return number.startsWith(prefix) ? Integer.valueOf(number.substring(prefix.length())) : null;
  }

  /** More rows than tickets: a log of what happened to each. */
  public boolean isFolded() {
    return rows - bad > tickets;
  }
}
