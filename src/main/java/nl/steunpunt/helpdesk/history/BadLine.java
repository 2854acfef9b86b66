package nl.steunpunt.helpdesk.history;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row that cannot be imported, and why.
 *
 * @param line as an editor or spreadsheet numbers it
 * @param column null when the row as a whole is wrong
 * @param value what stands there, shortened; never of a column that is not read
 */
public record BadLine(int line, @Nullable HistoryColumn column, Reason reason, String value) {
  private static final int SHOWN = 60;

  public BadLine {
    value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }

  public enum Reason {
    MISSING,
    NO_MOMENT,
    /** After now, or before there were helpdesks. */
    ODD_MOMENT,
    ENDED_BEFORE_OPENED,
    NO_NUMBER,
    TOO_LONG,
    ENCODING,
    /** More cells than there are headers: something has shifted. */
    RAGGED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
