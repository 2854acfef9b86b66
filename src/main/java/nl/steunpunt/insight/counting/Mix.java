package nl.steunpunt.insight.counting;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.insight.counting.Load.Sum;
import nl.steunpunt.platform.measure.Middle;
import nl.steunpunt.platform.measure.Share;
import org.jspecify.annotations.Nullable;

/**
 * Of what the work consists, before and after.
 *
 * @param why a word that says why it cannot be told; empty: it can
 */
public record Mix(List<Kind> kinds, String why) {
  private static final int SHOWN = 8;
  private static final int FEWEST = 5;

  /**
   * One kind of work.
   *
   * @param name null: all others
   */
  public record Kind(
      @Nullable String name, Share before, Share after, Middle tookBefore, Middle tookAfter) {}

  /** Two lists of sums of which the names are the same. */
  private record Sides(List<Sum> before, List<Sum> after, long allAfter) {
    long allBefore() {
      return before.stream().mapToLong(Sum::tickets).sum();
    }

    /** The largest before come first. */
    List<Sum> inBoth() {
      return before.stream()
          .filter(sum -> sum.name() != null && sum.tickets() >= FEWEST)
          .filter(sum -> now(sum).tickets() >= FEWEST)
          .toList();
    }

    Sum now(Sum sum) {
      return after.stream()
          .filter(one -> sum.name() != null && sum.name().equals(one.name()))
          .findFirst()
          .orElseGet(() -> Sum.of(List.of(), sum.dimension(), sum.name(), false));
    }

    long known() {
      return inBoth().stream().mapToLong(sum -> now(sum).tickets()).sum();
    }
  }

  static Mix of(Load load) {
    var sides = load.isSameSource() ? own(load.sums()) : desk(load);
    var kinds = kinds(sides, load.isByWork());
    if (!kinds.isEmpty()) {
      return new Mix(kinds, "");
    }
    if (sides.before.stream().noneMatch(sum -> sum.name() != null)) {
      return new Mix(kinds, "no_kinds");
    }
    var hasTopics = Sum.of(load.deskSums(), "desk_named", null, false).tickets() > 0;
    return new Mix(
        kinds, !load.isSameSource() && hasTopics && sides.after.isEmpty() ? "names" : "few");
  }

  private static Sides own(List<Sum> sums) {
    var after = of(sums, "category", false);
    return new Sides(
        of(sums, "category", true), after, after.stream().mapToLong(Sum::tickets).sum());
  }

  /**
   * By the topics of the desk, which are called as categories of the other system are, or as its
   * topics: by which of them more is known.
   */
  private static Sides desk(Load load) {
    var all = Sum.of(load.deskSums(), "desk", null, false).tickets();
    var byTopic = desk(load, "topic", all);
    var byCategory = desk(load, "category", all);
    var isByTopic =
        byTopic.known() > byCategory.known()
            || byCategory.before.stream().noneMatch(sum -> sum.name() != null);
    return isByTopic ? byTopic : byCategory;
  }

  private static Sides desk(Load load, String dimension, long all) {
    return new Sides(
        of(load.sums(), dimension, true), of(load.deskSums(), "desk_" + dimension, false), all);
  }

  private static List<Sum> of(List<Sum> sums, String dimension, boolean baseline) {
    return sums.stream()
        .filter(sum -> sum.dimension().equals(dimension) && sum.baseline() == baseline)
        .toList();
  }

  /**
   * The largest. What is fewer than five on either side is with all others, so that nothing is
   * found by subtraction.
   */
  private static List<Kind> kinds(Sides sides, boolean byWork) {
    long before = sides.allBefore();
    long after = sides.allAfter;
    var named = new ArrayList<>(sides.inBoth().stream().limit(SHOWN).toList());
    while (!named.isEmpty()
        && (isFew(before - before(named)) || isFew(after - after(sides, named)))) {
      named.removeLast();
    }
    var kinds = new ArrayList<Kind>();
    for (var sum : named) {
      var now = sides.now(sum);
      kinds.add(
          new Kind(
              sum.name(),
              new Share(sum.tickets(), before),
              new Share(now.tickets(), after),
              sum.handling(byWork),
              now.handling(byWork)));
    }
    long restBefore = before - before(named);
    long restAfter = after - after(sides, named);
    if (!kinds.isEmpty() && restBefore + restAfter > 0) {
      var unknown = new Middle(0, 0, 0, 0);
      kinds.add(
          new Kind(
              null, new Share(restBefore, before), new Share(restAfter, after), unknown, unknown));
    }
    return kinds;
  }

  private static long before(List<Sum> named) {
    return named.stream().mapToLong(Sum::tickets).sum();
  }

  private static long after(Sides sides, List<Sum> named) {
    return named.stream().mapToLong(sum -> sides.now(sum).tickets()).sum();
  }

  private static boolean isFew(long tickets) {
    return tickets > 0 && tickets < FEWEST;
  }
}
