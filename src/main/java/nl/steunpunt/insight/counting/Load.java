package nl.steunpunt.insight.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.steunpunt.platform.measure.Middle;
import nl.steunpunt.platform.measure.Range;
import nl.steunpunt.platform.measure.WeekBars;
import nl.steunpunt.platform.measure.Weekly;
import org.jspecify.annotations.Nullable;

/**
 * What the helpdesk has to do, against what it had to do before.
 *
 * @param imported whole weeks of its own system, before and after
 * @param desk whole weeks of the built-in desk
 * @param sums of its own system, before and after
 * @param deskSums of the built-in desk: all of it, and what is called as in the other system
 */
public record Load(List<Week> imported, List<Week> desk, List<Sum> sums, List<Sum> deskSums) {
  /**
   * @param weeks so many together, where a single one is too small to be told
   */
  public record Week(LocalDate week, int weeks, boolean baseline, long tickets) {
    /** As if each had as many, as far as tickets can be divided. */
    Stream<Long> each() {
      return IntStream.range(0, weeks)
          .mapToObj(one -> tickets * (one + 1) / weeks - tickets * one / weeks);
    }
  }

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

    static Sum of(List<Sum> sums, String dimension, @Nullable String name, boolean baseline) {
      return sums.stream()
          .filter(sum -> sum.dimension.equals(dimension) && sum.baseline == baseline)
          .filter(sum -> Objects.equals(sum.name, name))
          .findFirst()
          .orElseGet(() ->
              new Sum(dimension, name, baseline, 0, 0, null, null, null, 0, null, null, null));
    }

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
    return new Weekly(weeks.stream().flatMap(Week::each).toList());
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

  /** Time worked is known of the helpdesk's own system alone, if there. */
  public boolean isByWork() {
    return isSameSource()
        && sums.stream().anyMatch(sum -> sum.dimension.equals("all") && sum.timed >= Middle.FEWEST);
  }

  /** How long a ticket takes; unknown where too few are. */
  public Middle took(boolean baseline) {
    return (baseline || isSameSource()
            ? Sum.of(sums, "all", null, baseline)
            : Sum.of(deskSums, "desk", null, false))
        .handling(isByWork());
  }

  public Mix mix() {
    return Mix.of(this);
  }
}
