package nl.steunpunt.helpdesk.history;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each column of a file holds, in the file's order.
 *
 * @param columns null: it is left out
 * @param order of dates that could be read in two ways
 */
public record HistoryMapping(List<@Nullable HistoryColumn> columns, DateOrder order) {

  static HistoryMapping of(String written, DateOrder order) {
    var columns = new ArrayList<@Nullable HistoryColumn>();
    for (var key : written.split(",", -1)) {
      columns.add(named(key));
    }
    return new HistoryMapping(columns, order);
  }

  static @Nullable HistoryColumn named(String key) {
    for (var column : HistoryColumn.values()) {
      if (column.key().equals(key)) {
        return column;
      }
    }
    return null;
  }

  /** As it is kept: keys with commas between. */
  String written() {
    return columns.stream()
        .map(column -> column == null ? "" : column.key())
        .collect(Collectors.joining(","));
  }

  int place(HistoryColumn column) {
    return columns.indexOf(column);
  }

  Set<HistoryColumn> missing() {
    var missing = EnumSet.noneOf(HistoryColumn.class);
    for (var column : HistoryColumn.values()) {
      if (column.isRequired() && !columns.contains(column)) {
        missing.add(column);
      }
    }
    return missing;
  }

  Set<HistoryColumn> doubled() {
    var seen = EnumSet.noneOf(HistoryColumn.class);
    var doubled = EnumSet.noneOf(HistoryColumn.class);
    for (var column : columns) {
      if (column != null && !seen.add(column)) {
        doubled.add(column);
      }
    }
    return doubled;
  }
}
