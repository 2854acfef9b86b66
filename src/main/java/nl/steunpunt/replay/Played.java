package nl.steunpunt.replay;

/**
 * A question that the server promised.
 *
 * @param toScreenNanos from sending it to its event on the screen of who got it
 */
record Played(Incident incident, long id, Course course, long toScreenNanos) {
  /** What it must be at the end, when nobody says more. */
  String expectedOutcome() {
    if (course != Course.ANSWERED) {
      return "none";
    }
    return incident.settled() ? "confirmed" : "potential";
  }
}
