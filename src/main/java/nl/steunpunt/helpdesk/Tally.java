package nl.steunpunt.helpdesk;

import nl.steunpunt.platform.measure.Share;

/**
 * What became of questions.
 *
 * @param confirmed answered by a power user, and the asker said that it is solved
 * @param potential answered by a power user, and the asker stayed silent
 * @param none came to the helpdesk, or ended without an answer of a power user
 * @param running not answered yet: too early to count
 * @param deskFirst entered by the desk for who called it first; beside the others
 * @param first of the first three, answered by the first who took it and never disputed
 */
public record Tally(
    long confirmed,
    long potential,
    long none,
    long running,
    long withdrawn,
    long deskFirst,
    long first) {

  public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

  /** Questions. */
  public long all() {
    return settled() + running + withdrawn + deskFirst;
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
    return new Share(deskFirst, all());
  }

  public Tally and(Tally other) {
    return new Tally(
        confirmed + other.confirmed,
        potential + other.potential,
        none + other.none,
        running + other.running,
        withdrawn + other.withdrawn,
        deskFirst + other.deskFirst,
        first + other.first);
  }
}
