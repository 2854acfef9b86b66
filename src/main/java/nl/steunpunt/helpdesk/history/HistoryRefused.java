package nl.steunpunt.helpdesk.history;

import java.util.Locale;

/** An import that was not done, or not yet. Nothing that was imported before has changed. */
public class HistoryRefused extends RuntimeException {

  public enum Why {
    /** Another import is at work. */
    BUSY,
    TOO_LARGE,
    /** A spreadsheet and not a table of text. */
    SPREADSHEET,
    /** From the line in the detail on. */
    BROKEN,
    EMPTY,
    /** The detail names the column that is needed and for which there is none. */
    MISSING_COLUMN,
    /** The detail names the column for which there are several. */
    DOUBLED_COLUMN,
    /** The detail is how many. */
    BAD_ROWS,
    /** Not one row could be read. */
    NO_TICKETS,
    /** The run is not in a state for this. */
    NOT_CHECKED,
    NOTHING_TO_UNDO,
    /** The node stopped during the work. */
    CUT_OFF,
    FAILED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Why why;
  private final String detail;

  HistoryRefused(Why why, String detail) {
    super(why + " " + detail);
    this.why = why;
    this.detail = detail;
  }

  HistoryRefused(Why why) {
    this(why, "");
  }

  public Why why() {
    return why;
  }

  public String detail() {
    return detail;
  }
}
