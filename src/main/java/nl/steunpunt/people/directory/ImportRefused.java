package nl.steunpunt.people.directory;

import java.util.Locale;

/** An import, or its undo, that was not done. Nothing in the directory has changed. */
public class ImportRefused extends RuntimeException {

  public enum Why {
    /** Another import is at work. */
    BUSY,
    TOO_LARGE,
    TOO_MANY_ROWS,
    UNREADABLE,
    /** From the line in the detail on. */
    BROKEN,
    EMPTY,
    /** The detail names the required columns for which there is no header. */
    MISSING_COLUMN,
    /** The detail names the columns for which there are several headers. */
    DOUBLED_COLUMN,
    BAD_ROWS,
    /** More people would leave than may without a confirmation; the detail is their number. */
    MANY_LEAVERS,
    /** The directory has changed since the check. */
    STALE,
    /** The run is not in a state for this. */
    NOT_CHECKED,
    NOTHING_TO_UNDO,
    /** The detail is the number of people who have changed since the import. */
    CHANGED_SINCE,
    /** Somebody or something that the import brought is in use. */
    IN_USE,
    /** The node stopped during the work. */
    CUT_OFF,
    FAILED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Why why;
  private final String detail;

  ImportRefused(Why why, String detail) {
    super(why + " " + detail);
    this.why = why;
    this.detail = detail;
  }

  ImportRefused(Why why) {
    this(why, "");
  }

  public Why why() {
    return why;
  }

  public String detail() {
    return detail;
  }
}
