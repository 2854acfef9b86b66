package nl.steunpunt.people.directory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import does to one person, in words.
 *
 * @param line null for who is not in the file
 * @param before the values in the order of {@link Column}, empty for who is new
 */
public record ImportChange(
    Kind kind,
    @Nullable Integer line,
    String name,
    String email,
    List<@Nullable String> before,
    List<@Nullable String> after) {

  public enum Kind {
    JOIN,
    RETURN,
    MOVE,
    LEAVE
  }

  /** A value that is another now; empty where there is none. */
  public record Difference(Column column, String from, String to) {}

  public List<Difference> differences() {
    var differences = new ArrayList<Difference>();
    for (var column : Column.values()) {
      var from = shown(before, column);
      var to = shown(after, column);
      if (column != Column.ACTIVE && !from.equals(to)) {
        differences.add(new Difference(column, from, to));
      }
    }
    return differences;
  }

  public String department() {
    return shown(after, Column.DEPARTMENT);
  }

  private static String shown(List<@Nullable String> values, Column column) {
    var value = column.ordinal() < values.size() ? values.get(column.ordinal()) : null;
    return value == null ? "" : value;
  }
}
