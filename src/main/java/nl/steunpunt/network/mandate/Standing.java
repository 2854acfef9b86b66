package nl.steunpunt.network.mandate;

/** What an agreement comes to: whether questions are routed to this power user. */
public enum Standing {
  /** Not yet, or no more for now. */
  WAITING,
  /** For the grace period. */
  PROVISIONAL,
  ACTIVE,
  ENDED;

  public boolean serves() {
    return this == PROVISIONAL || this == ACTIVE;
  }
}
