package nl.steunpunt.helpdesk.first;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.steunpunt.helpdesk.first.Share.Change;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The share of contacts that came to the desk first, over the last twelve weeks. */
@Repository
public class FirstScreens {
  static final int WEEKS = 12;

  /** What is compared with as much before it. */
  static final int RECENT = 4;

  private static final String FIRST = SqlFile.beside(FirstScreens.class, "first.sql");

  public enum By {
    TOPIC,
    DEPARTMENT,
    LOCATION;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Week(String week, int contacts, int first, int people) {
    LocalDate monday() {
      return LocalDate.parse(week);
    }
  }

  record Group(String key, @Nullable String nameNl, @Nullable String nameEn, List<Week> weeks) {}

  record Read(List<Week> total, List<Group> groups) {}

  /** A week's share and where it stands in a picture of 320 by 124. */
  public record Point(LocalDate week, Share share, int x) {
    public int y() {
      return height(share.percent());
    }

    public int lowY() {
      return height(share.low());
    }

    public int highY() {
      return height(share.high());
    }
  }

  /**
   * @param nameNl null: without a topic or place
   * @param recent the last weeks together, of those that are shown; null: too few people
   * @param before as many weeks before those
   */
  public record Line(
      @Nullable String nameNl,
      @Nullable String nameEn,
      List<Point> points,
      @Nullable Share recent,
      @Nullable Share before) {
    public @Nullable String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }

    /** A word; empty: nothing to compare with. */
    public String change() {
      return recent == null || before == null ? "" : recent.since(before).word();
    }

    public String look() {
      return change().equals(Change.FALLS.word())
          ? "badge badge-good"
          : change().equals(Change.RISES.word()) ? "badge badge-warn" : "badge";
    }

    public String path() {
      var path = new StringBuilder();
      for (var point : points) {
        path.append(path.isEmpty() ? 'M' : 'L').append(point.x()).append(' ').append(point.y());
      }
      return path.toString();
    }
  }

  /**
   * @param hidden groups of which nothing is shown: too few people
   */
  public record Screen(
      By by, Line total, List<Line> lines, int hidden, LocalDate from, LocalDate last) {
    public int y(int percent) {
      return height(percent);
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  FirstScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  static int height(int percent) {
    return 104 - percent * 88 / 100;
  }

  Screen show(By by, long system) {
    var last =
        LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var from = last.minusWeeks(WEEKS - 1L);
    var read =
        screens
            .one(
                sql.sql(FIRST)
                    .param("by", by)
                    .param("system", system)
                    .param("from", from.atStartOfDay(OrganisationClock.ZONE).toInstant()),
                Read.class)
            .orElseThrow();
    var shown = shown(read.groups);
    var lines = new ArrayList<Line>();
    for (var i = 0; i < read.groups.size(); i++) {
      var group = read.groups.get(i);
      var weeks = group.weeks.stream().filter(shown.getOrDefault(i, Set.of())::contains).toList();
      if (!weeks.isEmpty()) {
        var name = by == By.TOPIC ? group.nameNl : named(group.key);
        lines.add(line(name, by == By.TOPIC ? group.nameEn : named(group.key), weeks, from, last));
      }
    }
    var total = read.total.stream().filter(week -> week.people >= Hiding.FEWEST).toList();
    return new Screen(
        by,
        line(null, null, total, from, last),
        lines,
        read.groups.size() - lines.size(),
        from,
        last);
  }

  private static @Nullable String named(String key) {
    return key.isEmpty() ? null : key;
  }

  /** Of each group the weeks that may be seen: decided week by week, beside that week's others. */
  private static Map<Integer, Set<Week>> shown(List<Group> groups) {
    var shown = new HashMap<Integer, Set<Week>>();
    var weeks = new HashSet<String>();
    groups.forEach(group -> group.weeks.forEach(week -> weeks.add(week.week)));
    for (var week : weeks) {
      var places = new ArrayList<Integer>();
      var those = new ArrayList<Week>();
      for (var i = 0; i < groups.size(); i++) {
        for (var one : groups.get(i).weeks) {
          if (one.week.equals(week)) {
            places.add(i);
            those.add(one);
          }
        }
      }
      Hiding.shown(those.stream().map(Week::people).toList())
          .forEach(at ->
              shown.computeIfAbsent(places.get(at), none -> new HashSet<>()).add(those.get(at)));
    }
    return shown;
  }

  private static Line line(
      @Nullable String nameNl,
      @Nullable String nameEn,
      List<Week> weeks,
      LocalDate from,
      LocalDate last) {
    var points =
        weeks.stream()
            .map(week ->
                new Point(
                    week.monday(), new Share(week.first, week.contacts), x(week.monday(), from)))
            .toList();
    var border = last.minusWeeks(RECENT - 1L);
    return new Line(
        nameNl,
        nameEn,
        points,
        sum(weeks, border, last.plusWeeks(1)),
        sum(weeks, border.minusWeeks(RECENT), border));
  }

  private static int x(LocalDate week, LocalDate from) {
    var at = (int) java.time.temporal.ChronoUnit.WEEKS.between(from, week);
    return 40 + at * 268 / (WEEKS - 1);
  }

  private static @Nullable Share sum(List<Week> weeks, LocalDate from, LocalDate until) {
    var those =
        weeks.stream()
            .filter(week -> !week.monday().isBefore(from) && week.monday().isBefore(until))
            .toList();
    return those.isEmpty()
        ? null
        : new Share(
            those.stream().mapToInt(Week::first).sum(),
            those.stream().mapToInt(Week::contacts).sum());
  }
}
