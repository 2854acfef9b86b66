package nl.steunpunt.support.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums places upwards, and leaves out those where a number would point at one colleague: a place of
 * fewer than five people has no row, and neither has so much beside it that fewer than five would
 * be left in what is not shown, since that is its parent less its neighbours.
 */
final class PlaceTree {
  static final int FEWEST_PEOPLE = 5;

  private record Sum(int people, Counts counts) {}

  private final Map<Long, List<Place>> below = new HashMap<>();
  private final Map<Long, Sum> sums = new HashMap<>();
  private final Set<Long> shown = new HashSet<>();
  private final List<Place> tops = new ArrayList<>();
  private final int everyone;
  private final int deepest;

  /**
   * @param everyone active people, also those without a place
   * @param deepest rows go down to this level; 0 is the top
   */
  PlaceTree(List<Place> places, int everyone, int deepest) {
    this.everyone = everyone;
    this.deepest = deepest;
    for (var place : places) {
      if (place.parentId() == null) {
        tops.add(place);
      } else {
        below.computeIfAbsent(place.parentId(), id -> new ArrayList<>()).add(place);
      }
    }
    tops.forEach(this::sum);
  }

  /** Top down, by name; below the top only where something happened. */
  List<PlaceRow> rows() {
    choose(tops, everyone, 0);
    var rows = new ArrayList<PlaceRow>();
    tops.forEach(place -> add(rows, place, 0));
    return rows;
  }

  private Sum sum(Place place) {
    var people = place.people();
    var counts = place.own();
    for (var child : children(place)) {
      var sum = sum(child);
      people += sum.people;
      counts = counts.plus(sum.counts);
    }
    var sum = new Sum(people, counts);
    sums.put(place.id(), sum);
    return sum;
  }

  /** Which of these have a row, where so many people are in all of them and above them. */
  private void choose(List<Place> siblings, int people, int level) {
    if (level > deepest) {
      return;
    }
    var bySize =
        siblings.stream()
            .filter(place -> sumOf(place).people >= FEWEST_PEOPLE)
            .sorted(Comparator.comparingInt(place -> sumOf(place).people))
            .toList();
    var rest = people - bySize.stream().mapToInt(place -> sumOf(place).people).sum();
    for (var place : bySize) {
      if (rest > 0 && rest < FEWEST_PEOPLE) {
        rest += sumOf(place).people;
      } else {
        shown.add(place.id());
        choose(children(place), sumOf(place).people, level + 1);
      }
    }
  }

  private void add(List<PlaceRow> rows, Place place, int level) {
    if (!hasRow(place)) {
      return;
    }
    var children = children(place);
    var sum = sumOf(place);
    rows.add(
        new PlaceRow(
            place.id(),
            place.parentId(),
            place.name(),
            level,
            sum.people,
            children.stream().anyMatch(this::hasRow),
            false,
            sum.counts));
    children.forEach(child -> add(rows, child, level + 1));
  }

  private boolean hasRow(Place place) {
    return shown.contains(place.id())
        && (place.parentId() == null || !sumOf(place).counts.isQuiet());
  }

  private List<Place> children(Place place) {
    return below.getOrDefault(place.id(), List.of());
  }

  private Sum sumOf(Place place) {
    return java.util.Objects.requireNonNull(sums.get(place.id()));
  }
}
