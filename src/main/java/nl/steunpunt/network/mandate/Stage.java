package nl.steunpunt.network.mandate;

/** How far an agreement is. */
public enum Stage {
  /** The candidate is asked. */
  PROPOSED,
  /** The candidate agreed, or an import says so; nobody has asked a manager yet. */
  CANDIDATE_AGREED,
  MANAGER_ASKED,
  /** The manager wants another share; the candidate is asked. */
  OTHER_SHARE,
  DECLINED,
  AGREED,
  /** The period is nearly over, and the manager is asked for another. */
  RENEWAL_DUE,
  ENDED;

  public boolean waitsForCandidate() {
    return this == PROPOSED || this == OTHER_SHARE;
  }

  public boolean waitsForManager() {
    return this == MANAGER_ASKED || this == RENEWAL_DUE;
  }

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
