package nl.steunpunt.helpdesk.first;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which groups of one week may be seen beside their total: none of fewer than five people, and
 * never so many that what is left of the total is fewer than five.
 */
final class Hiding {
  static final int FEWEST = 5;

  private Hiding() {}

  /**
   * @param people who asked, by group; together they are the total
   * @return the places in the list of those that are shown
   */
  static Set<Integer> shown(List<Integer> people) {
    var bySize =
        new ArrayList<>(
            IntStream.range(0, people.size())
                .filter(i -> people.get(i) >= FEWEST)
                .boxed()
                .sorted(Comparator.comparing(people::get))
                .toList());
    var hidden = people.stream().filter(one -> one < FEWEST).mapToInt(Integer::intValue).sum();
    while (hidden > 0 && hidden < FEWEST && !bySize.isEmpty()) {
      hidden += people.get(bySize.removeFirst());
    }
    return new HashSet<>(bySize);
  }
}
