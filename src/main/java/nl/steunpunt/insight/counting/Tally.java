package nl.steunpunt.insight.counting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.steunpunt.platform.measure.Share;

/**
 * What became of questions.
 *
 * @param confirmed answered by a power user, and the asker said that it is solved
 * @param potential answered by a power user, and the asker stayed silent
 * @param none came to the helpdesk, or ended without an answer of a power user
 * @param running not answered yet: too early to count
 * @param first of the first three, answered by the first who took it and never disputed
 * @param people who asked: exact below {@link Groups#FEWEST}, else at least this many
 * @param few a number for each of them when they are fewer than that, so that groups can be put
 *     together; else empty
 */
public record Tally(
    long confirmed,
    long potential,
    long none,
    long running,
    long withdrawn,
    long deskFirst,
    long first,
    int people,
    List<Long> few) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, List.of());

  public Tally {
    few = few == null ? List.of() : List.copyOf(few);
  }

  /** What shares are taken of. */
  public long settled() {
    return confirmed + potential + none;
  }

  public Share confirmedShare() {
    return new Share(confirmed, settled());
  }

  public Share potentialShare() {
    return new Share(potential, settled());
  }

  public Share noneShare() {
    return new Share(none, settled());
  }

  /** At most this: as if each silent asker was helped. */
  public Share atMostShare() {
    return new Share(confirmed + potential, settled());
  }

  public Share firstContact() {
    return new Share(first, settled());
  }

  /** Of all who sought help, those who went to the helpdesk first. */
  public Share deskFirstShare() {
    return new Share(deskFirst, deskFirst + settled() + running + withdrawn);
  }

  boolean isEnough() {
    return people >= Groups.FEWEST;
  }

  /** Together; people are counted once where that is known, and never too many. */
  Tally and(Tally other) {
    Set<Long> both = new HashSet<>(few);
    both.addAll(other.few);
    boolean known = few.size() == people && other.few.size() == other.people;
    int together = known ? both.size() : Math.max(people, other.people);
    return new Tally(
        confirmed + other.confirmed,
        potential + other.potential,
        none + other.none,
        running + other.running,
        withdrawn + other.withdrawn,
        deskFirst + other.deskFirst,
        first + other.first,
        together,
        known ? List.copyOf(both) : List.of());
  }
}
