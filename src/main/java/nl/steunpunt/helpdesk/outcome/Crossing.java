package nl.steunpunt.helpdesk.outcome;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The same questions told in two ways, by subject and by place. Some of the one may be some of the
 * other but for one asker: then the difference tells of that one.
 *
 * <p>Where a subject and a place have five askers in common, no fewer of them can be told apart by
 * both, and the two may be taken for one; so may what they have become with another that five
 * askers join to it. When nothing is left that fewer join, no difference is of fewer: docs/adr/0323
 * says why.
 */
final class Crossing {
  private final int[] joined;
  private final Map<Pair, Set<Long>> cells = new HashMap<>();

  private record Pair(int one, int other) {}

  private Crossing(List<? extends Group<?>> subjects, List<? extends Group<?>> places) {
    joined = IntStream.range(0, subjects.size() + places.size()).toArray();
    var placeOf = new IdentityHashMap<Asked, Integer>();
    for (int place = 0; place < places.size(); place++) {
      for (var one : places.get(place).all()) {
        placeOf.put(one, subjects.size() + place);
      }
    }
    for (int subject = 0; subject < subjects.size(); subject++) {
      for (var one : subjects.get(subject).all()) {
        cells
            .computeIfAbsent(
                new Pair(subject, Objects.requireNonNull(placeOf.get(one))), _ -> new HashSet<>())
            .addAll(one.askers());
      }
    }
  }

  /**
   * @return the places, less those that had to go with all others
   */
  static List<Group<Place>> apart(List<Group<Long>> subjects, List<Group<Place>> places) {
    var told = List.copyOf(places);
    while (told.size() > 1) {
      var loose = new Crossing(subjects, told).loose(subjects.size(), told.size());
      if (loose.isEmpty()) {
        return told;
      }
      told = without(loose, told);
    }
    return told;
  }

  /** The smallest of these goes with what has no name; if none of these has one, of all. */
  private static List<Group<Place>> without(Set<Integer> loose, List<Group<Place>> places) {
    var some = loose.stream().map(places::get).filter(place -> place.key() != null).toList();
    var named = some.isEmpty() ? places.stream().filter(one -> one.key() != null).toList() : some;
    var goes = named.stream().min(Group.<Place>bySize()).orElseThrow();
    return Group.shown(
        places.stream()
            .map(one ->
                Objects.equals(one.key(), goes.key()) ? Group.<Place>of(null, one.all()) : one)
            .toList());
  }

  /** The places that fewer than five askers join to anything else. */
  private Set<Integer> loose(int subjects, int places) {
    var between = between();
    while (between.values().stream().anyMatch(Crossing::isEnough)) {
      between.forEach((pair, askers) -> {
        if (isEnough(askers)) {
          joined[find(pair.one)] = find(pair.other);
        }
      });
      between = between();
    }
    var ends = new HashSet<Integer>();
    for (var pair : between.keySet()) {
      ends.addAll(List.of(pair.one, pair.other));
    }
    var loose = new HashSet<Integer>();
    for (int place = 0; place < places; place++) {
      if (ends.contains(find(subjects + place))) {
        loose.add(place);
      }
    }
    return loose;
  }

  private static boolean isEnough(Collection<Long> askers) {
    return askers.size() >= Parts.FEWEST;
  }

  /** Who joins what is not one yet. */
  private Map<Pair, Set<Long>> between() {
    var between = new HashMap<Pair, Set<Long>>();
    cells.forEach((cell, askers) -> {
      int one = find(cell.one);
      int other = find(cell.other);
      if (one != other) {
        between
            .computeIfAbsent(
                new Pair(Math.min(one, other), Math.max(one, other)), _ -> new HashSet<>())
            .addAll(askers);
      }
    });
    return between;
  }

  private int find(int node) {
    var at = node;
    while (joined[at] != at) {
      at = joined[at];
    }
    return at;
  }
}
