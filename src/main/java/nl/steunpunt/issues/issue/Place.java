package nl.steunpunt.issues.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many are hit in a department.
 *
 * @param name null: several departments together
 */
public record Place(@Nullable String name, int hit) {
  static final int FEWEST = 5;

  /**
   * The same people, told so that no group of fewer than {@value #FEWEST} can be seen: not by
   * itself, and not as what is left when the others are taken from the total, which everybody sees.
   * What is too small is told together; while that is too small too, the smallest other joins it.
   * Empty when nothing but the total may be said.
   */
  public static List<Place> shown(List<Place> places) {
    var largestFirst = Comparator.comparingInt(Place::hit).reversed();
    var named =
        new ArrayList<>(
            places.stream()
                .filter(place -> place.hit >= FEWEST)
                .sorted(largestFirst.thenComparing(place -> String.valueOf(place.name)))
                .toList());
    var elsewhere = places.stream().mapToInt(Place::hit).filter(hit -> hit < FEWEST).sum();
    while (elsewhere > 0 && elsewhere < FEWEST && !named.isEmpty()) {
      elsewhere += named.removeLast().hit;
    }
    if (named.isEmpty()) {
      return List.of();
    }
    if (elsewhere > 0) {
      named.add(new Place(null, elsewhere));
    }
    return List.copyOf(named);
  }
}
