package nl.steunpunt.support.question;

/**
 * Whether a power user kept this from the helpdesk. {@link #POTENTIAL}: answered and not disputed,
 * but the asker did not say so; counted apart from {@link #CONFIRMED}, since silence is no thanks.
 */
public enum Outcome {
  NONE,
  POTENTIAL,
  CONFIRMED,
  WITHDRAWN
}
