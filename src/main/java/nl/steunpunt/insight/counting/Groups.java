package nl.steunpunt.insight.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups told so that none of fewer than {@value #FEWEST} people can be seen: not by itself, and
 * not as what is left when the others are taken from the total.
 */
public final class Groups {
  static final int FEWEST = 5;
  private static final int SHOWN = 15;

  private Groups() {}

  /**
   * @param name null: all that is not named
   */
  public record Group(@Nullable String name, Tally tally) {}

  /**
   * @param weeks how many are told together
   */
  public record Span(LocalDate week, int weeks, Tally tally) {}

  /**
   * The largest by name. What is too small is told together; while that is too small too, the
   * smallest named one joins it. Empty when nothing but the total may be said.
   */
  static List<Group> shown(List<Group> groups) {
    var largestFirst = Comparator.comparingLong((Group group) -> group.tally.settled()).reversed();
    var named =
        new ArrayList<>(
            groups.stream()
                .filter(group -> group.name != null && group.tally.isEnough())
                .sorted(largestFirst.thenComparing(group -> String.valueOf(group.name)))
                .limit(SHOWN)
                .toList());
    var elsewhere = Tally.NOTHING;
    for (var group : groups) {
      if (!named.contains(group)) {
        elsewhere = elsewhere.and(group.tally);
      }
    }
    while (elsewhere.people() > 0 && !elsewhere.isEnough() && !named.isEmpty()) {
      elsewhere = elsewhere.and(named.removeLast().tally);
    }
    if (named.isEmpty()) {
      return List.of();
    }
    if (elsewhere.people() > 0) {
      named.add(new Group(null, elsewhere));
    }
    return List.copyOf(named);
  }

  /** A week of too few is told with the next ones; what is left at the end joins the last. */
  static List<Span> spans(List<Span> weeks) {
    var spans = new ArrayList<Span>();
    @Nullable Span open = null;
    for (var week : weeks) {
      open = open == null ? week : join(open, week);
      if (open.tally.isEnough() || open.tally.people() == 0) {
        spans.add(open);
        open = null;
      }
    }
    if (open != null) {
      // Back to a span that may be told; those without anybody in between go along.
      while (!spans.isEmpty() && !open.tally.isEnough()) {
        open = join(spans.removeLast(), open);
      }
      if (!open.tally.isEnough()) {
        return List.of();
      }
      spans.add(open);
    }
    return List.copyOf(spans);
  }

  private static Span join(Span first, Span second) {
    return new Span(first.week, first.weeks + second.weeks, first.tally.and(second.tally));
  }
}
