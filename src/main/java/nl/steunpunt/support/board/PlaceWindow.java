package nl.steunpunt.support.board;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * As much of the board as a page holds: an organisation has a thousand teams, and with all of them
 * the page weighs more than a megabyte each minute.
 *
 * @param above the place that is looked into, below those around it; empty: the whole organisation
 * @param rows whole levels, from the top down
 * @param leftOut neighbours that not even the first level has room for: those where least waits
 */
public record PlaceWindow(List<PlaceRow> above, List<PlaceRow> rows, int leftOut) {
  static final int MOST_ROWS = 150;

  /**
   * @param all top down, each row after the one it folds into
   * @param in the place to look into; null, or one without a row: the whole organisation
   */
  static PlaceWindow of(List<PlaceRow> all, @Nullable Long in) {
    var above = above(all, in);
    var below = above.isEmpty() ? all : below(all, above.getLast());
    var top = above.isEmpty() ? 0 : above.getLast().level() + 1;
    var lowest = lowest(below, top);
    var first = below.stream().filter(row -> row.level() == top).toList();
    var kept = new HashSet<PlaceRow>();
    first.stream()
        .sorted(Comparator.comparingInt((PlaceRow row) -> row.counts().waiting()).reversed())
        .limit(MOST_ROWS)
        .forEach(kept::add);
    var rows =
        below.stream()
            .filter(row -> row.level() <= lowest && (row.level() > top || kept.contains(row)))
            .map(row -> row.at(row.level() - top, row.level() == lowest))
            .toList();
    return new PlaceWindow(above, rows, first.size() - kept.size());
  }

  private static List<PlaceRow> above(List<PlaceRow> all, @Nullable Long in) {
    var byId = new HashMap<Long, PlaceRow>();
    all.forEach(row -> byId.put(row.id(), row));
    var above = new ArrayDeque<PlaceRow>();
    for (var at = in; at != null && byId.containsKey(at); ) {
      var row = byId.get(at);
      above.addFirst(row);
      at = row.parent();
    }
    return List.copyOf(above);
  }

  private static List<PlaceRow> below(List<PlaceRow> all, PlaceRow top) {
    return all.stream()
        .skip(all.indexOf(top) + 1L)
        .takeWhile(row -> row.level() > top.level())
        .toList();
  }

  private static int lowest(List<PlaceRow> below, int top) {
    var deepest = below.stream().mapToInt(PlaceRow::level).max().orElse(top);
    return IntStream.rangeClosed(top, deepest)
        .filter(level -> below.stream().filter(row -> row.level() <= level).count() <= MOST_ROWS)
        .max()
        .orElse(top);
  }
}
