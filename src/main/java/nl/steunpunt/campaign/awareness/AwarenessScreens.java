package nl.steunpunt.campaign.awareness;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
   * @param share of who know, in tens of percent; below ten answers 20, 50 or 80
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

  /** What was done in a week: drawn beside it. */
  public record Done(String step, LocalDate on) {}

  /**
   * @param from the first week, a Monday
   */
  public record Chart(LocalDate from, int weeks, List<Line> lines, List<Done> done) {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 60;

    public int x(LocalDate day) {
      return (int) (ChronoUnit.DAYS.between(from, day) * WIDTH / (7L * weeks));
    }

    public int y(int share) {
      return HEIGHT - share * HEIGHT / 100;
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
    var done =
        sql.sql(
                """
                select s.kind as step, (s.state_at at time zone 'Europe/Amsterdam')::date as on
                  from campaign.step s join campaign.campaign c on c.id = s.campaign_id
                 where c.system_id = :system and s.state = 'done' and s.state_at is not null
                 order by s.state_at
                """)
            .param("system", system)
            .query(Done.class)
            .list()
            .stream()
            .filter(one -> !one.on().isBefore(from))
            .toList();
    return new Chart(from, WEEKS, List.copyOf(lines.values()), done);
  }

  static Point point(LocalDate week, int yes, int all) {
    if (all < 2 * Groups.LEAST) {
      return new Point(week, 3 * yes < all ? 20 : 3 * yes > 2 * all ? 80 : 50, true);
    }
    return new Point(week, (int) Math.round(10.0 * yes / all) * 10, false);
  }

  private static Point point(Row row) {
    return point(row.week, row.yes, row.yes + row.think + row.no);
  }
}
