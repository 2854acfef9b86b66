package nl.steunpunt.helpdesk.first;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.measure.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The share of contacts that came to the desk first: all of them by week, and by topic or place
 * each two weeks, as they were counted at night.
 */
@Repository
public class FirstScreens {
  static final int WEEKS = 12;

  /** Weeks of all that are compared with as many before them. */
  static final int RECENT = 4;

  /** Weeks in which a topic or place is told at once, and compared with the ones before. */
  private static final int BLOCK = 2;

  private static final int SHOWN = 15;
  private static final String FIRST = SqlFile.beside(FirstScreens.class, "first.sql");

  public enum By {
    TOPIC,
    SYSTEM,
    DEPARTMENT,
    LOCATION;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Told(LocalDate week, int contacts, int first) {
    Told and(Told other) {
      return new Told(week, contacts + other.contacts, first + other.first);
    }

    Share share() {
      return new Share(first, contacts);
    }
  }

  /**
   * @param nameNl null: all that has no name
   * @param weeks the first of each block
   */
  record Group(@Nullable String nameNl, @Nullable String nameEn, List<Told> weeks) {}

  record Read(List<Told> total, List<Group> groups, int systems) {}

  /** A share and where it stands in a picture of 320 by 124. */
  public record Point(LocalDate week, Share share, int x) {
    public int y() {
      return height(share.percent());
    }

    public int lowY() {
      return height(share.lowPercent());
    }

    public int highY() {
      return height(share.highPercent());
    }
  }

  /**
   * @param nameNl null: all others
   * @param from where the picture begins
   * @param last where it ends
   * @param recent the last weeks together, of those that are told; null: too few people
   * @param recentFrom since when
   * @param before as many weeks before those
   * @param weeks so many
   */
  public record Line(
      @Nullable String nameNl,
      @Nullable String nameEn,
      List<Point> points,
      LocalDate from,
      LocalDate last,
      @Nullable Share recent,
      LocalDate recentFrom,
      @Nullable Share before,
      int weeks) {
    public boolean isOne() {
      return from.equals(last);
    }

    public @Nullable String name(String language) {
      return language.equals("nl") ? nameNl : nameEn;
    }

    /** A word; empty: nothing to compare with. */
    public String change() {
      return recent == null || before == null ? "" : Change.of(before, recent).word();
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

  public record Screen(By by, Line total, List<Line> lines, boolean hasSystems) {
    /** Of one system there is nothing to tell beside the total. */
    public List<By> bys() {
      return Stream.of(By.values()).filter(one -> hasSystems || one != By.SYSTEM).toList();
    }

    public int y(int percent) {
      return height(percent);
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;

  FirstScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  static int height(int percent) {
    return 104 - percent * 88 / 100;
  }

  Screen show(By by) {
    var read =
        screens
            .one(sql.sql(FIRST).param("by", by.word()).param("weeks", WEEKS), Read.class)
            .orElseThrow();
    return new Screen(by, total(read.total), lines(read.groups), read.systems > 1);
  }

  /** Up to the last week that is told. */
  private static Line total(List<Told> weeks) {
    var last = weeks.isEmpty() ? LocalDate.EPOCH : weeks.getLast().week;
    var from = last.minusWeeks(WEEKS - 1L);
    var recentFrom = last.minusWeeks(RECENT - 1L);
    return new Line(
        null,
        null,
        points(weeks, from, last),
        from,
        last,
        sum(weeks, recentFrom, last.plusWeeks(1)),
        recentFrom,
        sum(weeks, recentFrom.minusWeeks(RECENT), recentFrom),
        RECENT);
  }

  /** The largest by name, and all others in one. */
  private static List<Line> lines(List<Group> groups) {
    var dates =
        groups.stream().flatMap(group -> group.weeks.stream().map(Told::week)).sorted().toList();
    var lines = new ArrayList<Line>();
    var others = new ArrayList<Told>();
    for (var group : groups) {
      if (group.nameNl == null || lines.size() == SHOWN) {
        others.addAll(group.weeks);
      } else {
        lines.add(line(group.nameNl, group.nameEn, group.weeks, dates.getFirst(), dates.getLast()));
      }
    }
    if (!others.isEmpty() && !lines.isEmpty()) {
      lines.add(line(null, null, together(others), dates.getFirst(), dates.getLast()));
    }
    return lines;
  }

  private static List<Told> together(Collection<Told> told) {
    var weeks = new TreeMap<LocalDate, Told>();
    told.forEach(one -> weeks.merge(one.week, one, Told::and));
    return List.copyOf(weeks.values());
  }

  private static Line line(
      @Nullable String nameNl,
      @Nullable String nameEn,
      List<Told> blocks,
      LocalDate from,
      LocalDate last) {
    return new Line(
        nameNl,
        nameEn,
        points(blocks, from, last),
        from,
        last,
        at(blocks, last),
        last,
        at(blocks, last.minusWeeks(BLOCK)),
        BLOCK);
  }

  private static @Nullable Share at(List<Told> blocks, LocalDate week) {
    return sum(blocks, week, week.plusWeeks(1));
  }

  private static List<Point> points(List<Told> told, LocalDate from, LocalDate last) {
    var whole = ChronoUnit.WEEKS.between(from, last);
    return told.stream()
        .map(one -> {
          var at = Math.max(0, ChronoUnit.WEEKS.between(from, one.week));
          var x = whole == 0 ? 134 : at * 268 / whole;
          return new Point(one.week, one.share(), 40 + (int) x);
        })
        .toList();
  }

  private static @Nullable Share sum(List<Told> weeks, LocalDate from, LocalDate until) {
    return weeks.stream()
        .filter(week -> !week.week.isBefore(from) && week.week.isBefore(until))
        .reduce(Told::and)
        .map(Told::share)
        .orElse(null);
  }
}
