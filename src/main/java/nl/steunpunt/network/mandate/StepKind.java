package nl.steunpunt.network.mandate;

/** What can happen to a mandate. */
public enum StepKind {
  /** It was there before steps were kept. */
  CARRIED_OVER,
  PROPOSED,
  IMPORTED,
  CANDIDATE_AGREED,
  CANDIDATE_REFUSED,
  ASKED,
  /** The directory knows nobody above the candidate who could decide. */
  NOBODY_TO_ASK,
  REMINDED(false),
  /** Reminders did not help: the lead is told to call. */
  CALL_DUE(false),
  AGREED,
  OTHER_SHARE,
  DECLINED,
  /** The lead asks something else: before anybody agreed, or once more after a "no". */
  OFFERED,
  MANAGER_CHANGED,
  DEPARTMENT_CHANGED,
  /** Manager and department are again as they were agreed: an import was undone. */
  STILL_AGREED,
  /** The directory has other contract hours: the share comes to other hours, and still holds. */
  HOURS_CHANGED(false),
  GRACE_OVER(false),
  GRACE_EXTENDED(false),
  RENEWAL_DUE,
  RENEWED,
  RECORDED(false),
  ENDED,
  RETURNED;

  private final boolean changesWhatIsAsked;

  StepKind() {
    this(true);
  }

  StepKind(boolean changesWhatIsAsked) {
    this.changesWhatIsAsked = changesWhatIsAsked;
  }

  /** Whether links and forms from before it are out of date. */
  boolean changesWhatIsAsked() {
    return changesWhatIsAsked;
  }
}
