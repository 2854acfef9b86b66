package nl.steunpunt.people.directory;

import org.jspecify.annotations.Nullable;

/**
 * @param line as an editor or spreadsheet numbers it
 * @param column null when the row as a whole is wrong
 * @param value what stands there, shortened
 */
public record BadRow(int line, @Nullable Column column, Reason reason, String value) {

  private static final int SHOWN = 80;

  public BadRow {
    value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }
}
