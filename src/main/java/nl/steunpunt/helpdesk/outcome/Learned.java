package nl.steunpunt.helpdesk.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the desk closed about one topic, and how much of it a power user could have solved.
 *
 * @param topicId null: about none
 * @param week a Monday
 * @param weeks so many that five people asked what a power user could have solved, and five or
 *     nobody the rest: what is said of the one says the other too
 */
record Learned(@Nullable Long topicId, LocalDate week, int weeks, long closed, long could) {
  /** What waits longer than this for others is not told. */
  static final int MOST_WEEKS = 12;

  /**
   * @param askers of what a power user could have solved, a number for each, at most {@value
   *     Parts#FEWEST}
   * @param others of the rest
   */
  record Closed(
      LocalDate week,
      @Nullable Long topicId,
      long closed,
      long could,
      List<Long> askers,
      List<Long> others) {}

  /**
   * Of each topic its weeks, one that says too little with the next.
   *
   * @param rows what is not told yet
   */
  static List<Learned> of(Collection<Closed> rows) {
    var byTopic = new LinkedHashMap<Optional<Long>, List<Closed>>();
    rows.stream()
        .sorted(Comparator.comparing(Closed::week))
        .forEach(one ->
            byTopic
                .computeIfAbsent(Optional.ofNullable(one.topicId), _ -> new ArrayList<>())
                .add(one));
    var learned = new ArrayList<Learned>();
    for (var weeks : byTopic.values()) {
      var open = new ArrayDeque<Closed>();
      for (var week : weeks) {
        open.add(week);
        while (weeks(open) > MOST_WEEKS) {
          open.remove();
        }
        if (isEnough(open)) {
          learned.add(told(open));
          open.clear();
        }
      }
    }
    return learned;
  }

  private static int weeks(Deque<Closed> open) {
    return (int) ChronoUnit.WEEKS.between(open.getFirst().week, open.getLast().week) + 1;
  }

  private static boolean isEnough(Deque<Closed> open) {
    var askers = people(open, Closed::askers);
    var others = people(open, Closed::others);
    return askers.size() >= Parts.FEWEST && (others.isEmpty() || others.size() >= Parts.FEWEST);
  }

  private static Set<Long> people(Deque<Closed> open, Function<Closed, List<Long>> of) {
    var people = new HashSet<Long>();
    open.forEach(one -> people.addAll(of.apply(one)));
    return people;
  }

  private static Learned told(Deque<Closed> open) {
    return new Learned(
        open.getFirst().topicId,
        open.getFirst().week,
        weeks(open),
        open.stream().mapToLong(Closed::closed).sum(),
        open.stream().mapToLong(Closed::could).sum());
  }
}
