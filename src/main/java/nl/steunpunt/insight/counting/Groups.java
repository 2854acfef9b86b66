package nl.steunpunt.insight.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.steunpunt.helpdesk.Tally;
import org.jspecify.annotations.Nullable;

/** What is asked by one thing: the largest by name, and all others in one. */
public final class Groups {
  private static final int SHOWN = 15;

  private Groups() {}

  /**
   * @param name null: all that is not named
   * @param within the system of a topic, where there are several; else null
   * @param blocks in how many of the blocks it is told by its name; in the others too few asked
   */
  public record Group(@Nullable String name, @Nullable String within, Tally tally, int blocks) {}

  /** Each of these may be told, and so may any sum of them (docs/adr/0320). */
  static List<Group> shown(List<Group> groups) {
    var largestFirst = Comparator.comparingLong((Group group) -> group.tally.settled()).reversed();
    var named =
        new ArrayList<>(
            groups.stream()
                .filter(group -> group.name != null)
                .sorted(largestFirst.thenComparing(group -> String.valueOf(group.name)))
                .limit(SHOWN)
                .toList());
    if (named.isEmpty()) {
      return List.of();
    }
    var others = groups.stream().filter(group -> !named.contains(group)).toList();
    if (!others.isEmpty()) {
      var rest = others.stream().map(Group::tally).reduce(Tally.NOTHING, Tally::and);
      var blocks = others.stream().mapToInt(Group::blocks).max().orElse(0);
      named.add(new Group(null, null, rest, blocks));
    }
    return List.copyOf(named);
  }
}
