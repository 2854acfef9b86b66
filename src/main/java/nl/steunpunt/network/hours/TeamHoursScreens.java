package nl.steunpunt.network.hours;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.Stage;
import nl.steunpunt.network.mandate.WeeklyHours;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.ScreenSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a line manager sees: a total a month for each mandate of their people, once the month has
 * been over for a week. No week, no day, and nothing of what was done.
 */
@Repository
public class TeamHoursScreens {
  static final int SETTLED_WEEKS = 1;
  private static final int MONTHS = 6;
  private static final int DAYS_TO_CORRECT = 7;

  /** Whose people they are: by the directory, or of the manager they stand in for today. */
  static final String MANAGES =
      """
      (m.person_id <> :me and m.state in ('provisional', 'active') and
       (p.manager_id = :me or exists (select from network.deputy_manager d
          where d.manager_id = p.manager_id and d.deputy_id = :me and :today between d.from_on and d.until_on)))
      """;

  /** The last three settled weeks that count were over, and the question is not answered since. */
  private static final String ASKED =
      """
      exists (select from network.over_question q
               where q.mandate_id = m.id and q.answer is null
                 and (select count(*) = :weeks and bool_and(w.minutes * 100 > w.agreed_minutes * :over)
                        from (select w.minutes, w.agreed_minutes from network.work_week w
                               where w.mandate_id = m.id and w.week <= :settled and w.agreed_minutes is not null
                               order by w.week desc limit :weeks) w))
      """;

  public record Month(LocalDate month, int minutes) {}

  /**
   * @param share percent that holds
   * @param asked "more time or less work?"
   */
  public record Member(
      long mandate,
      String name,
      String systemName,
      int share,
      @Nullable BigDecimal contractHours,
      Stage stage,
      boolean asked,
      List<Month> months) {
    public Number hoursOrNone() {
      var hours = WeeklyHours.of(contractHours, share);
      return hours == null ? -1 : hours;
    }

    /** Another share can be proposed now; else it is decided where it waits. */
    public boolean isAgreed() {
      return stage == Stage.AGREED;
    }

    public boolean isToDecide() {
      return stage.waitsForManager();
    }

    public String stageWord() {
      return stage.name().toLowerCase(Locale.ROOT);
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;

  TeamHoursScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  List<Member> of(PersonId manager, LocalDate today) {
    var until = today.minusDays(DAYS_TO_CORRECT).withDayOfMonth(1);
    return screens.list(
        sql.sql(
                """
                select to_json(t) from (
                  select m.id as mandate, p.name, s.name as system_name, m.share_percent as share, p.contract_hours,
                         m.stage, %s as asked,
                         (select coalesce(json_agg(o order by o.month desc), '[]') from (
                           select date_trunc('month', w.day)::date as month, sum(w.minutes) as minutes
                             from network.work w
                            where w.mandate_id = m.id and w.counts and w.day >= :from and w.day < :until
                            group by 1) o) as months
                    from network.mandate m
                    join people.pub_person p on p.id = m.person_id
                    join network.system s on s.id = m.system_id
                   where %s
                   order by p.name, m.id limit 200) t
                """
                    .formatted(ASKED, MANAGES))
            .param("me", manager)
            .param("today", today)
            .param("from", until.minusMonths(MONTHS))
            .param("until", until)
            .param("weeks", Trend.WEEKS)
            .param("over", WeekTotal.OVER_PERCENT)
            .param("settled", settled(today)),
        Member.class);
  }

  boolean isAsked(PersonId manager, MandateId mandate, LocalDate today) {
    return of(manager, today).stream()
        .anyMatch(member -> member.mandate() == mandate.value() && member.asked());
  }

  /** The last week that its power user has had a week to put right. */
  static LocalDate settled(LocalDate today) {
    return Week.of(today).plus(-1 - SETTLED_WEEKS).monday();
  }
}
