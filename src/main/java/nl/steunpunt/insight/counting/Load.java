package nl.steunpunt.insight.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.platform.measure.Middle;
import nl.steunpunt.platform.measure.Range;
import nl.steunpunt.platform.measure.Share;
import nl.steunpunt.platform.measure.WeekBars;
import nl.steunpunt.platform.measure.Weekly;
import org.jspecify.annotations.Nullable;

/**
 * What the helpdesk has to do, against what it had to do before.
 *
 * @param imported whole weeks of its own system, before and after
 * @param desk whole weeks of the built-in desk
 */
public record Load(List<Week> imported, List<Week> desk, List<Sum> sums) {
  private static final int SHOWN = 8;
  private static final int FEWEST = 5;

  public record Week(LocalDate week, boolean baseline, long tickets) {}

  /** As {@code helpdesk.pub_history_sum} has it; times in minutes. */
  public record Sum(
      String dimension,
      @Nullable String name,
      boolean baseline,
      long tickets,
      long ended,
      @Nullable Integer tookLow,
      @Nullable Integer took,
      @Nullable Integer tookHigh,
      long timed,
      @Nullable Integer workedLow,
      @Nullable Integer worked,
      @Nullable Integer workedHigh) {

    /** Time worked where it is known, else from opened to solved. */
    Middle handling(boolean byWork) {
      var low = byWork ? workedLow : tookLow;
      var median = byWork ? worked : took;
      var high = byWork ? workedHigh : tookHigh;
      return low == null || median == null || high == null
          ? new Middle(0, 0, 0, 0)
          : new Middle(byWork ? timed : ended, low, median, high);
    }
  }

  /** One kind of work, before and after. */
  public record Kind(
      @Nullable String name, Share before, Share after, Middle tookBefore, Middle tookAfter) {}

  public Weekly before() {
    return weekly(imported.stream().filter(Week::baseline).toList());
  }

  private List<Week> weeksAfter() {
    return isSameSource() ? imported.stream().filter(week -> !week.baseline).toList() : desk;
  }

  public Weekly after() {
    return weekly(weeksAfter());
  }

  private static Weekly weekly(List<Week> weeks) {
    return new Weekly(weeks.stream().map(Week::tickets).toList());
  }

  /** The helpdesk's own system over both: like with like. Else the built-in desk is all we know. */
  public boolean isSameSource() {
    return imported.stream().filter(week -> !week.baseline).count() >= Weekly.FEWEST;
  }

  public boolean hasBaseline() {
    return before().isEnough();
  }

  public boolean canCompare() {
    return hasBaseline() && after().isEnough();
  }

  /** Tickets in a week more than before; less than zero: fewer. */
  public Range difference() {
    var range = after().moreThan(before());
    return range == null ? new Range(0, 0) : range;
  }

  public boolean isLess() {
    return difference().high() < 0;
  }

  public boolean isMore() {
    return difference().low() > 0;
  }

  /** Without their signs, the smaller first. */
  public long atLeast() {
    var range = difference();
    return Math.round(Math.min(Math.abs(range.low()), Math.abs(range.high())));
  }

  public long atMost() {
    var range = difference();
    return Math.round(Math.max(Math.abs(range.low()), Math.abs(range.high())));
  }

  public WeekBars bars() {
    var bars = new ArrayList<WeekBars.Bar>();
    imported.stream().filter(Week::baseline).forEach(week -> bars.add(bar(week, "baseline")));
    weeksAfter().forEach(week -> bars.add(bar(week, "after")));
    return new WeekBars(bars);
  }

  private static WeekBars.Bar bar(Week week, String kind) {
    return new WeekBars.Bar(week.week, kind, List.of(week.tickets));
  }

  public List<Week> weeks() {
    var weeks = new ArrayList<>(imported.stream().filter(Week::baseline).toList());
    weeks.addAll(weeksAfter());
    return weeks;
  }

  public boolean isByWork() {
    return sums.stream().anyMatch(sum -> sum.dimension.equals("all") && sum.timed >= Middle.FEWEST);
  }

  /** How long a ticket takes; unknown where too few are. */
  public Middle took(boolean baseline) {
    return sum("all", null, baseline).handling(isByWork());
  }

  private Sum sum(String dimension, @Nullable String name, boolean baseline) {
    return sums.stream()
        .filter(sum -> sum.dimension.equals(dimension) && sum.baseline == baseline)
        .filter(sum -> Objects.equals(sum.name, name))
        .findFirst()
        .orElseGet(
            () -> new Sum(dimension, name, baseline, 0, 0, null, null, null, 0, null, null, null));
  }

  /**
   * The largest kinds of work, only by the helpdesk's own system. What is fewer than five on either
   * side is with all others, so that nothing is found by subtraction.
   */
  public List<Kind> kinds() {
    if (!isSameSource()) {
      return List.of();
    }
    long before = total(true);
    long after = total(false);
    var kinds = new ArrayList<Kind>();
    long restBefore = before;
    long restAfter = after;
    for (var sum : sums) {
      if (sum.dimension.equals("category") && sum.baseline && sum.name != null) {
        var now = sum("category", sum.name, false);
        if (kinds.size() < SHOWN && sum.tickets >= FEWEST && now.tickets >= FEWEST) {
          kinds.add(
              new Kind(
                  sum.name,
                  new Share(sum.tickets, before),
                  new Share(now.tickets, after),
                  sum.handling(isByWork()),
                  now.handling(isByWork())));
          restBefore -= sum.tickets;
          restAfter -= now.tickets;
        }
      }
    }
    while (!kinds.isEmpty() && isFew(restBefore, restAfter)) {
      var joining = kinds.removeLast();
      restBefore += joining.before.of();
      restAfter += joining.after.of();
    }
    if (!kinds.isEmpty() && restBefore + restAfter > 0) {
      var unknown = new Middle(0, 0, 0, 0);
      kinds.add(
          new Kind(
              null, new Share(restBefore, before), new Share(restAfter, after), unknown, unknown));
    }
    return kinds;
  }

  private static boolean isFew(long before, long after) {
    return before > 0 && before < FEWEST || after > 0 && after < FEWEST;
  }

  private long total(boolean baseline) {
    return sums.stream()
        .filter(sum -> sum.dimension.equals("category") && sum.baseline == baseline)
        .mapToLong(Sum::tickets)
        .sum();
  }
}
