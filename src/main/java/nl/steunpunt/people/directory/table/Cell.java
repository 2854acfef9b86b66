package nl.steunpunt.people.directory.table;

import org.jspecify.annotations.Nullable;

/** One cell: its text, or why there is none to trust. */
public record Cell(String text, @Nullable Fault fault) {

  public static final Cell EMPTY = new Cell("", null);

  public enum Fault {
    /** Bytes that are no text in the file's encoding. */
    ENCODING,
    /** The spreadsheet made a date of what was typed ("3-1" became 3 January). */
    DATE,
    /** The spreadsheet shows an error here, such as #REF!. */
    ERROR
  }

  public static Cell of(String text) {
    return text.isEmpty() ? EMPTY : new Cell(text, null);
  }

  public boolean isEmpty() {
    return text.isEmpty() && fault == null;
  }
}
