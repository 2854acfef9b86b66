package nl.steunpunt.helpdesk.outcome;

/**
 * What became of questions.
 *
 * @param confirmed answered by a power user, and the asker said that it is solved
 * @param potential answered by a power user, and the asker stayed silent
 * @param none came to the helpdesk, or ended without an answer of a power user
 * @param running not answered yet
 * @param deskFirst entered by the desk for who called it first; beside the others
 * @param first of the first three, answered by the first who took it and never disputed
 */
record Counts(
    long confirmed,
    long potential,
    long none,
    long running,
    long withdrawn,
    long deskFirst,
    long first) {
  static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0, 0);

  Counts and(Counts other) {
    return new Counts(
        confirmed + other.confirmed,
        potential + other.potential,
        none + other.none,
        running + other.running,
        withdrawn + other.withdrawn,
        deskFirst + other.deskFirst,
        first + other.first);
  }

  /** Questions. */
  long all() {
    return confirmed + potential + none + running + withdrawn + deskFirst;
  }
}
