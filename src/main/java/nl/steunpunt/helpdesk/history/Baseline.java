package nl.steunpunt.helpdesk.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.platform.measure.Middle;
import nl.steunpunt.platform.measure.Share;
import nl.steunpunt.platform.measure.WeekBars;
import nl.steunpunt.platform.measure.Weekly;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;

/**
 * What the helpdesk had to do before the network, by the imports.
 *
 * @param firstOpened of all imports; null: nothing was imported
 * @param weeks that the imports cover whole, those after the baseline too
 * @param sums over the weeks of the baseline
 */
public record Baseline(
    @Nullable Instant firstOpened, @Nullable Instant lastOpened, List<Week> weeks, List<Sum> sums) {
  /** A group of fewer tickets is not shown: it could be one person's. */
  static final int FEWEST = 5;

  /** By name, in each table. */
  static final int SHOWN = 12;

  public record Week(LocalDate week, boolean baseline, long tickets) {}

  /**
   * As {@code helpdesk.history_sum} has it.
   *
   * @param weekly tickets in each week of the baseline; null: it is not told by name
   */
  public record Sum(
      String dimension,
      @Nullable String name,
      long tickets,
      long ended,
      @Nullable Integer tookLow,
      @Nullable Integer took,
      @Nullable Integer tookHigh,
      long timed,
      @Nullable Integer workedLow,
      @Nullable Integer worked,
      @Nullable Integer workedHigh,
      long contacts,
      long first,
      @Nullable List<Long> weekly) {

    public Middle elapsed() {
      return middle(ended, tookLow, took, tookHigh);
    }

    public Middle workedOn() {
      return middle(timed, workedLow, worked, workedHigh);
    }

    private static Middle middle(
        long among, @Nullable Integer low, @Nullable Integer median, @Nullable Integer high) {
      return low == null || median == null || high == null
          ? new Middle(0, 0, 0, 0)
          : new Middle(among, low, median, high);
    }

    public Share firstContact() {
      return new Share(first, contacts);
    }
  }

  /**
   * A line of a table.
   *
   * @param name null: all that is not named above
   * @param share of all tickets of the baseline
   * @param weekly how many of them in each of its weeks
   * @param elapsed unknown for what is told together
   */
  public record Line(@Nullable String name, Share share, Weekly weekly, Middle elapsed) {}

  public Weekly load() {
    return new Weekly(weeks.stream().filter(Week::baseline).map(Week::tickets).toList());
  }

  public boolean isThere() {
    return load().isEnough();
  }

  public boolean isEmpty() {
    return firstOpened == null;
  }

  /** From the first to the last ticket, both days included. */
  public long days() {
    return firstOpened == null || lastOpened == null
        ? 0
        : ChronoUnit.DAYS.between(day(firstOpened), day(lastOpened)) + 1;
  }

  public LocalDate firstDay() {
    return day(firstOpened);
  }

  public LocalDate lastDay() {
    return day(lastOpened);
  }

  private static LocalDate day(@Nullable Instant at) {
    return LocalDate.ofInstant(at == null ? Instant.EPOCH : at, OrganisationClock.ZONE);
  }

  public LocalDate from() {
    return weeks.stream().filter(Week::baseline).findFirst().orElseThrow().week;
  }

  /** The last day of the last week. */
  public LocalDate upTo() {
    return weeks.stream().filter(Week::baseline).toList().getLast().week.plusDays(6);
  }

  public boolean hasWeeksAfter() {
    return weeks.stream().anyMatch(week -> !week.baseline);
  }

  public Sum all() {
    return sums.stream().filter(sum -> sum.dimension.equals("all")).findFirst().orElseThrow();
  }

  public WeekBars bars() {
    return new WeekBars(
        weeks.stream()
            .map(week ->
                new WeekBars.Bar(
                    week.week, week.baseline ? "baseline" : "after", List.of(week.tickets)))
            .toList());
  }

  /**
   * The largest by name, the rest together. What is too small to show joins the rest, and while
   * that is too small too, the smallest named one joins it: nothing can be found by subtraction.
   */
  public List<Line> lines(String dimension) {
    var all = sums.stream().filter(sum -> sum.dimension.equals(dimension)).toList();
    long total = all.stream().mapToLong(Sum::tickets).sum();
    var named =
        new ArrayList<>(
            all.stream()
                .filter(sum -> sum.name != null && sum.tickets >= FEWEST)
                .limit(SHOWN)
                .toList());
    long elsewhere = total - named.stream().mapToLong(Sum::tickets).sum();
    while (elsewhere > 0 && elsewhere < FEWEST && !named.isEmpty()) {
      elsewhere += named.removeLast().tickets;
    }
    var lines = new ArrayList<Line>();
    for (var sum : named) {
      var weekly = new Weekly(weekly(sum));
      lines.add(new Line(sum.name, new Share(sum.tickets, total), weekly, sum.elapsed()));
    }
    if (elsewhere > 0 && !named.isEmpty()) {
      var weekly = new Weekly(weeklyWithout(named));
      lines.add(new Line(null, new Share(elsewhere, total), weekly, new Middle(0, 0, 0, 0)));
    }
    return lines;
  }

  private static List<Long> weekly(Sum sum) {
    return sum.weekly == null ? List.of() : sum.weekly;
  }

  /** Each ticket is in each table, so what is not named is what all weeks have more. */
  private List<Long> weeklyWithout(List<Sum> named) {
    var rest = new ArrayList<>(load().counts());
    for (var sum : named) {
      var weekly = weekly(sum);
      for (int week = 0; week < weekly.size(); week++) {
        rest.set(week, rest.get(week) - weekly.get(week));
      }
    }
    return rest;
  }
}
