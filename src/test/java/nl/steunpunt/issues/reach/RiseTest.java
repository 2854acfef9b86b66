package nl.steunpunt.issues.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.steunpunt.issues.reach.Rise.Day;
import org.junit.jupiter.api.Test;

/** How often the rule is wrong, and whether it sees what it is for; said in docs/adr/0264. */
class RiseTest {
  private static final int YEARS = 1_000;
  private static final int DAYS_OF_A_YEAR = 260;

  /** The days of a quiet year and of the half year before it, with its seasons. */
  private static List<Day> quiet(long seed) {
    var random = new SplittableRandom(seed);
    var level = 0.4 * Math.pow(40, random.nextDouble()); // 0.4 to 16 a working day
    var weekday = new double[] {1.35, 1.1, 1.0, 0.95, 0.6 + 0.4 * random.nextDouble()};
    var close = 1 + 2.5 * random.nextDouble(); // month-end: up to three and a half times as many
    var opening = 1 + 0.8 * random.nextDouble();
    var spread = 1 + random.nextDouble(); // more than chance: one error makes many ask
    var drift = (random.nextDouble() - 0.5) * 0.4 / DAYS_OF_A_YEAR; // a fifth up or down in a year
    var days = new ArrayList<Day>();
    var date = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(365));
    while (days.size() < DAYS_OF_A_YEAR + Rise.HISTORY + Rise.GUARD + Rise.WINDOW) {
      if (Rise.isWorkday(date)) {
        var turn = turn(date);
        var mean =
            level
                * (1 + drift * days.size())
                * weekday[date.getDayOfWeek().ordinal()]
                * switch (turn) {
                  case CLOSE -> close;
                  case OPENING -> opening;
                  case REST -> 1;
                };
        days.add(new Day(date.getDayOfWeek(), turn, count(random, mean, spread)));
      }
      date = date.plusDays(1);
    }
    return days;
  }

  private static Rise.Turn turn(LocalDate date) {
    var fromStart = 0;
    for (var day = date.withDayOfMonth(1); day.isBefore(date); day = day.plusDays(1)) {
      fromStart += Rise.isWorkday(day) ? 1 : 0;
    }
    var toEnd = 0;
    for (var day = date.plusDays(1); day.getMonth() == date.getMonth(); day = day.plusDays(1)) {
      toEnd += Rise.isWorkday(day) ? 1 : 0;
    }
    return Rise.turn(fromStart, toEnd);
  }

  /** Poisson with a gamma mean: variance is spread times the mean. */
  private static int count(SplittableRandom random, double mean, double spread) {
    var scale = spread - 1;
    var lambda = scale < 0.01 ? mean : gamma(random, mean / scale) * scale;
    return poisson(random, lambda);
  }

  /** Marsaglia and Tsang (2000); below one by the power of a uniform. */
  private static double gamma(SplittableRandom random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    var d = shape - 1.0 / 3;
    var c = 1 / Math.sqrt(9 * d);
    while (true) {
      var x = random.nextGaussian();
      var v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  /** Knuth. */
  private static int poisson(SplittableRandom random, double mean) {
    var limit = Math.exp(-mean);
    var product = random.nextDouble();
    var n = 0;
    while (product > limit) {
      product *= random.nextDouble();
      n++;
    }
    return n;
  }

  /** Signals in the last year: one for each time that it begins to rise. */
  private static int signals(List<Day> days) {
    var signals = 0;
    var was = false;
    for (var end = days.size() - DAYS_OF_A_YEAR; end <= days.size(); end++) {
      var from = Math.max(0, end - Rise.HISTORY - Rise.GUARD - Rise.WINDOW);
      var rises = Rise.of(days.subList(from, end)).rises();
      signals += rises && !was ? 1 : 0;
      was = rises;
    }
    return signals;
  }

  @Test
  void inAThousandQuietYearsItIsSeldomWrong() {
    var signals = 0;
    for (var seed = 1; seed <= YEARS; seed++) {
      signals += signals(quiet(seed));
    }
    assertThat(signals).as("152 when the rule was made").isLessThan(200);
  }

  /** Nor is it the close of the month that it takes for a rise. */
  @Test
  void monthEndIsASeason() {
    var close = 0;
    var closeDays = 0;
    for (var seed = 1; seed <= YEARS; seed += 4) {
      var days = quiet(seed);
      for (var end = days.size() - DAYS_OF_A_YEAR; end <= days.size(); end++) {
        var from = Math.max(0, end - Rise.HISTORY - Rise.GUARD - Rise.WINDOW);
        var rises = Rise.of(days.subList(from, end)).rises();
        if (days.get(end - 1).turn() == Rise.Turn.CLOSE) {
          closeDays++;
          close += rises ? 1 : 0;
        }
      }
    }
    assertThat(close / (double) closeDays).isLessThan(0.005);
  }

  @Test
  void whatDoublesIsSeenWithinAWeek() {
    var seen = 0;
    var asked = 0;
    for (var seed = 1; seed <= YEARS; seed += 2) {
      var days = quiet(seed);
      var last = days.subList(days.size() - Rise.HISTORY, days.size());
      if (last.stream().mapToInt(Day::count).average().orElse(0) < 4) {
        continue; // of so few, twice as many may be chance
      }
      asked++;
      var risen = new ArrayList<>(days);
      for (var n = days.size() - Rise.WINDOW; n < days.size(); n++) {
        var day = days.get(n);
        risen.set(n, new Day(day.weekday(), day.turn(), (int) Math.round(day.count() * 2.5)));
      }
      seen += Rise.of(risen).rises() ? 1 : 0;
    }
    assertThat(seen / (double) asked).isGreaterThan(0.85);
  }

  @Test
  void withoutHistoryNothingRises() {
    var days = quiet(7).subList(0, 30);
    assertThat(Rise.of(days).rises()).isFalse();
    assertThat(Rise.of(List.of()).rises()).isFalse();
  }
}
