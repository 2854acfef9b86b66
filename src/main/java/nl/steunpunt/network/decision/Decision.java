package nl.steunpunt.network.decision;

/** What a manager can say. */
public enum Decision {
  AGREE,
  OTHER_SHARE,
  DECLINE
}
