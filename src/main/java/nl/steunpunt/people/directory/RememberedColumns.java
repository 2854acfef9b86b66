package nl.steunpunt.people.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.steunpunt.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** What the organisation's own headers mean: chosen once, known at the next import. */
@Component
class RememberedColumns {

  private static final String NAME = "directory-columns";
  private static final String IGNORED = "";

  /** The key of the column per header. */
  record Headers(Map<String, String> columns) {}

  private final Settings settings;

  RememberedColumns(Settings settings) {
    this.settings = settings;
  }

  /** As remembered, and guessed for headers that were never seen. */
  ColumnMapping suggest(List<String> headers) {
    var remembered = load();
    var fresh = headers.stream().filter(header -> !remembered.containsKey(header)).toList();
    var suggestion = new LinkedHashMap<String, Column>();
    for (var header : headers) {
      var key = remembered.getOrDefault(header, IGNORED);
      for (var column : Column.values()) {
        if (column.key().equals(key)) {
          suggestion.put(header, column);
        }
      }
    }
    var known = Set.copyOf(suggestion.values());
    ColumnGuess.of(fresh)
        .byHeader()
        .forEach((header, column) -> {
          if (!known.contains(column)) {
            suggestion.put(header, column);
          }
        });
    return new ColumnMapping(suggestion);
  }

  void remember(List<String> headers, ColumnMapping mapping) {
    var remembered = load();
    for (var header : headers) {
      var column = mapping.byHeader().get(header);
      if (!header.isEmpty()) {
        remembered.put(header, column == null ? IGNORED : column.key());
      }
    }
    settings.remember(NAME, new Headers(remembered));
  }

  private Map<String, String> load() {
    return new LinkedHashMap<>(settings.get(NAME, Headers.class, new Headers(Map.of())).columns());
  }
}
