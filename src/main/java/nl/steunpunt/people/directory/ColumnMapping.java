package nl.steunpunt.people.directory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which header of a file holds what; headers that are not named are left out. */
public record ColumnMapping(Map<String, Column> byHeader) {

  /** Where each column stands in this file; several places make one value, in the file's order. */
  EnumMap<Column, List<Integer>> places(List<String> headers) {
    var places = new EnumMap<Column, List<Integer>>(Column.class);
    for (int i = 0; i < headers.size(); i++) {
      var column = byHeader.get(headers.get(i));
      if (column != null) {
        places.computeIfAbsent(column, _ -> new ArrayList<>()).add(i);
      }
    }
    return places;
  }

  /** Columns that no import can do without, and this one lacks. */
  public Set<Column> missing() {
    var missing = EnumSet.noneOf(Column.class);
    for (var column : Column.values()) {
      if (column.isRequired() && !byHeader.containsValue(column)) {
        missing.add(column);
      }
    }
    return missing;
  }

  /** Columns that have several headers and can have only one. */
  public Set<Column> doubled() {
    var seen = EnumSet.noneOf(Column.class);
    var doubled = EnumSet.noneOf(Column.class);
    for (var column : byHeader.values()) {
      if (!seen.add(column) && column.joint().isEmpty()) {
        doubled.add(column);
      }
    }
    return doubled;
  }
}
