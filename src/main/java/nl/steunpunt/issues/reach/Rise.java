package nl.steunpunt.issues.reach;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether a topic rises beyond its usual week. The last five working days are held against what the
 * half year before makes one expect of just these days: its level, times what the day of the week
 * usually does, times what the turn of the month usually does (the last and the first three working
 * days). The threshold is that of Farrington, Andrews, Beale and Catchpole, <i>A statistical
 * algorithm for the early detection of outbreaks of infectious disease</i>, J. R. Statist. Soc. A
 * 159 (1996) 547-563, formula 4: a quantile on the scale of the 2/3 power, with the spread that the
 * history shows. See docs/adr/0264 for the formula and how often it is wrong.
 */
final class Rise {
  /** Days that are held against the history. */
  static final int WINDOW = 5;

  /** Days of history that are read: half a year. */
  static final int HISTORY = 130;

  /** Fewer days of history tell nothing of what is usual. */
  static final int LEAST_HISTORY = 40;

  /** Of the days before the window: what begins to rise there is not yet usual. */
  static final int GUARD = 5;

  /** The level is that of the last eight weeks. */
  static final int LEVEL = 40;

  /** Fewer than this in a week is no rise, however few are usual. */
  static final int FEWEST = 8;

  /** And it is at least half as much again. */
  static final double LEAST_RATIO = 1.5;

  /** Standard deviations from what is expected. */
  static final double Z = 3.5;

  /** So many days of what is usual everywhere a topic's own season is worth before it counts. */
  private static final double PRIOR = 12;

  enum Turn {
    CLOSE,
    OPENING,
    REST
  }

  /**
   * A working day.
   *
   * @param turn which part of the month
   */
  record Day(DayOfWeek weekday, Turn turn, int count) {}

  /**
   * @param observed of the last {@value #WINDOW} days
   * @param expected 0 when the history is too short to say
   * @param threshold above it the topic rises
   */
  record Judgement(int observed, double expected, double threshold) {
    boolean rises() {
      return expected > 0
          && observed >= FEWEST
          && observed > threshold
          && observed >= LEAST_RATIO * expected;
    }
  }

  private Rise() {}

  /** Which part of the month a working day is in, by the working days from its ends. */
  static Turn turn(int fromStart, int toEnd) {
    return toEnd < 3 ? Turn.CLOSE : fromStart < 3 ? Turn.OPENING : Turn.REST;
  }

  /**
   * @param days working days in order, the last of them whole
   */
  static Judgement of(List<Day> days) {
    var now = days.subList(Math.max(0, days.size() - WINDOW), days.size());
    var observed = now.stream().mapToInt(Day::count).sum();
    var until = days.size() - WINDOW - GUARD;
    if (until < LEAST_HISTORY) {
      return new Judgement(observed, 0, 0);
    }
    var past = days.subList(Math.max(0, until - HISTORY), until);
    var seasons = Seasons.of(past);
    var recent = past.subList(Math.max(0, past.size() - LEVEL), past.size());
    var exposure = recent.stream().mapToDouble(seasons::factor).sum();
    var total = recent.stream().mapToInt(Day::count).sum();
    // Half a count: a topic of which nothing was heard is not one of which nothing can be.
    var level = (total + 0.5) / exposure;
    var expected = now.stream().mapToDouble(day -> level * seasons.factor(day)).sum();
    var spread = spread(past, seasons, level);
    var ofLevel = spread * expected * expected / Math.max(total, 1);
    var threshold =
        expected
            * Math.pow(1 + 2.0 / 3 * Z / expected * Math.sqrt(spread * expected + ofLevel), 1.5);
    return new Judgement(observed, expected, threshold);
  }

  /** How much more than chance the days differ from what is expected of them; 1 is chance alone. */
  private static double spread(List<Day> past, Seasons seasons, double level) {
    var mean = past.stream().mapToInt(Day::count).average().orElse(0);
    var factors = past.stream().mapToDouble(seasons::factor).average().orElse(1);
    var own = mean == 0 ? level : mean / factors;
    var sum =
        past.stream()
            .mapToDouble(day -> {
              var usual = Math.max(own * seasons.factor(day), 0.05);
              return (day.count - usual) * (day.count - usual) / usual;
            })
            .sum();
    return Math.max(1, sum / Math.max(1, past.size() - Seasons.FREE));
  }

  /** What a day of the week, and the turn of the month, do to a topic: 1 is as on any day. */
  private record Seasons(double[] weekday, double[] turn) {
    /** How many numbers are read from the history. */
    static final int FREE = 7;

    static Seasons of(List<Day> past) {
      var mean = Math.max(past.stream().mapToInt(Day::count).average().orElse(0), 0.01);
      var weekday = new double[7];
      var turn = new double[Turn.values().length];
      java.util.Arrays.fill(weekday, 1);
      java.util.Arrays.fill(turn, 1);
      // Each in turn, given the other: a month does not end on each day of the week as often.
      for (var round = 0; round < 3; round++) {
        var others = turn.clone();
        for (var day : DayOfWeek.values()) {
          var n = day.ordinal();
          weekday[n] =
              ratio(
                  past.stream().filter(one -> one.weekday == day).toList(),
                  mean,
                  one -> others[one.turn.ordinal()]);
        }
        var days = weekday.clone();
        for (var part : Turn.values()) {
          turn[part.ordinal()] =
              ratio(
                  past.stream().filter(one -> one.turn == part).toList(),
                  mean,
                  one -> days[one.weekday.ordinal()]);
        }
      }
      return new Seasons(weekday, turn);
    }

    private static double ratio(
        List<Day> days, double mean, java.util.function.ToDoubleFunction<Day> other) {
      var seen = days.stream().mapToInt(Day::count).sum();
      var usual = mean * days.stream().mapToDouble(other).sum();
      var prior = PRIOR * mean;
      return (seen + prior) / (usual + prior);
    }

    double factor(Day day) {
      return weekday[day.weekday.ordinal()] * turn[day.turn.ordinal()];
    }
  }

  /** For who makes days of dates. */
  static boolean isWorkday(LocalDate date) {
    return date.getDayOfWeek().getValue() < 6;
  }
}
