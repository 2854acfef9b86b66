package nl.steunpunt.network.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.steunpunt.network.WorkKind;
import org.jspecify.annotations.Nullable;

/**
 * A power user's own week under one mandate.
 *
 * @param system its key
 * @param agreed minutes, for the days they are there; null: none are known
 * @param talkAskedAt they ask the network lead for a talk, since then
 * @param talkWith the manager who wants to talk about the hours
 * @param managerAsked "more time or less work?", and has not answered
 */
public record MyWeek(
    long mandate,
    String system,
    String systemName,
    @Nullable Integer agreed,
    @Nullable Instant talkAskedAt,
    @Nullable String talkWith,
    boolean managerAsked,
    Trend trend,
    List<Day> days) {

  /**
   * @param absent nothing on it counts
   */
  public record Day(LocalDate day, boolean absent, List<Piece> pieces) {
    public int minutes() {
      return absent ? 0 : pieces.stream().mapToInt(Piece::minutes).sum();
    }
  }

  /** Those that were worked on, by number. */
  Stream<Long> questions() {
    return days.stream()
        .flatMap(day -> day.pieces.stream())
        .filter(piece -> piece.kind() == WorkKind.QUESTION)
        .flatMap(piece -> Stream.ofNullable(piece.subject()));
  }

  public int minutes() {
    return days.stream().mapToInt(Day::minutes).sum();
  }

  public boolean isSpent() {
    return agreed != null && minutes() >= agreed;
  }

  /** The longest bar: a fifth of what was agreed, or the busiest day. */
  public int most() {
    var busiest = days.stream().mapToInt(Day::minutes).max().orElse(0);
    return Math.max(1, Math.max(busiest, agreed == null ? 0 : agreed / 5));
  }

  /** Of what was agreed; 100 at most. */
  public int percent() {
    return agreed == null || agreed == 0 ? 0 : Math.min(100, minutes() * 100 / agreed);
  }
}
