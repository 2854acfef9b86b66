package nl.steunpunt.campaign.awareness;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import nl.steunpunt.network.SystemId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether people know their power user, week by week. */
@Repository
public class AwarenessScreens {
  /** A quarter back: more would be too small to read on a phone. */
  private static final int WEEKS = 13;

  private final JdbcClient sql;

  AwarenessScreens(JdbcClient sql) {
    this.sql = sql;
  }

  private record Row(
      long department, @Nullable String path, LocalDate week, int yes, int think, int no) {}

  /**
   * A group in a week. Of few people only roughly: who knows that it was five would know more of
   * each.
   *
   * @param share of who know, in tens of percent from 10 to 90: none or all of them would say what
   *     each of them said; below ten answers 20, 50 or 80
   */
  public record Point(LocalDate week, int share, boolean few) {}

  /**
   * @param path null: the rest of the organisation
   */
  public record Line(@Nullable String path, List<Point> points) {
    public String name() {
      return path == null ? "" : path.replace("/", " · ");
    }
  }

  /** A step that was taken. */
  public record Done(String step, LocalDate on) {}

  /** What was done in one week, drawn as one mark: of a few days apart the numbers would touch. */
  public record Mark(LocalDate week, List<Done> done) {}

  /**
   * @param from the first week, a Monday
   * @param weeks the one that goes on included: steps can be taken in it
   */
  public record Chart(LocalDate from, int weeks, List<Line> lines, List<Mark> marks) {
    private static final int LEFT = 34;
    private static final int WIDTH = 280;
    private static final int TOP = 20;
    private static final int HEIGHT = 80;
    private static final int HALF_WEEK = 3;

    /** In the middle of the week, as what is drawn is of all of it. */
    public int x(LocalDate week) {
      var days = ChronoUnit.DAYS.between(from, week) + HALF_WEEK;
      return LEFT + (int) (days * WIDTH / (7L * weeks));
    }

    public int y(int share) {
      return TOP + HEIGHT - share * HEIGHT / 100;
    }

    public LocalDate last() {
      return from.plusWeeks(weeks - 1L);
    }

    public String path(Line line) {
      var path = new StringBuilder();
      for (var point : line.points()) {
        path.append(path.isEmpty() ? 'M' : 'L')
            .append(x(point.week()))
            .append(' ')
            .append(y(point.share()));
      }
      return path.toString();
    }
  }

  Chart chart(SystemId system, LocalDate thisWeek) {
    var from = thisWeek.minusWeeks(WEEKS);
    var lines = new LinkedHashMap<Long, Line>();
    for (var row :
        sql.sql(
                """
                select w.department_id as department, d.path, w.week, w.yes, w.think, w.no
                  from campaign.awareness_week w
                  left join people.pub_department d on d.id = w.department_id
                 where w.system_id = :system and w.week >= :from
                 order by d.path nulls last, w.week
                """)
            .param("system", system)
            .param("from", from)
            .query(Row.class)
            .list()) {
      lines
          .computeIfAbsent(
              row.path == null ? Groups.TOP : row.department,
              id -> new Line(row.path, new ArrayList<>()))
          .points()
          .add(point(row));
    }
    return new Chart(from, WEEKS + 1, List.copyOf(lines.values()), marks(system, from));
  }

  private List<Mark> marks(SystemId system, LocalDate from) {
    var weeks = new TreeMap<LocalDate, List<Done>>();
    for (var done :
        sql.sql(
                """
                select s.kind as step, (s.state_at at time zone 'Europe/Amsterdam')::date as on
                  from campaign.step s join campaign.campaign c on c.id = s.campaign_id
                 where c.system_id = :system and s.state = 'done'
                   and (s.state_at at time zone 'Europe/Amsterdam')::date >= :from
                 order by s.state_at
                """)
            .param("system", system)
            .param("from", from)
            .query(Done.class)
            .list()) {
      weeks.computeIfAbsent(done.on().with(DayOfWeek.MONDAY), week -> new ArrayList<>()).add(done);
    }
    return weeks.entrySet().stream().map(week -> new Mark(week.getKey(), week.getValue())).toList();
  }

  static Point point(LocalDate week, int yes, int all) {
    if (all < 2 * Groups.LEAST) {
      return new Point(week, 3 * yes < all ? 20 : 3 * yes > 2 * all ? 80 : 50, true);
    }
    return new Point(week, Math.clamp(Math.round(10.0 * yes / all), 1, 9) * 10, false);
  }

  private static Point point(Row row) {
    return point(row.week, row.yes, row.yes + row.think + row.no);
  }
}
