package nl.steunpunt.support.question;

import java.util.Locale;

/**
 * The stops of a question's route, in the words of the asker's screen ({@code
 * question.step.offered}).
 */
public enum StepKind {
  ASKED,
  OFFERED,
  TAKEN,
  SILENT,
  MOVED_ON,
  /** Whoever had it is no power user any more. */
  LEFT,
  ANSWERED,
  CONFIRMED,
  DISPUTED,
  CONSULTED,
  /** A second chair has nothing to add any more. */
  STEPPED_OUT,
  PASSED,
  /** Its power user gave the whole inbox to others. */
  HANDED_ON,
  /** And took it back before anybody did anything with it. */
  TAKEN_BACK,
  HANDED_OVER,
  /** Routing found no power user, or enough were asked. */
  TO_HELPDESK,
  RETURNED,
  /** The desk made it out of another one of the same asker. */
  SPLIT_OFF,
  /** The desk was not done with it after all. */
  OPENED_AGAIN,
  WITHDRAWN,
  REOPENED,
  CLOSED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
