package nl.steunpunt.people.directory.table;

import org.jspecify.annotations.Nullable;

/**
 * The file as a whole cannot be read from {@link #line} on (0: unknown): what follows may be
 * anything, so nothing of it may be used.
 */
public class UnreadableTable extends RuntimeException {

  public final int line;

  UnreadableTable(int line, @Nullable Throwable cause) {
    super("Unreadable table at line " + line, cause);
    this.line = line;
  }
}
