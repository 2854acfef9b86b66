package nl.steunpunt.network.agenda;

/** How much more may be computed for one calendar, whatever is in it. */
final class Work {
  private int left;

  Work(int most) {
    left = most;
  }

  void use() throws AgendaTrouble {
    if (--left < 0) {
      throw new AgendaTrouble(AgendaTrouble.Kind.TOO_MUCH);
    }
  }
}
