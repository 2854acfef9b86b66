package nl.steunpunt.campaign.awareness;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.campaign.awareness.Groups.Count;
import nl.steunpunt.campaign.awareness.Groups.Department;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the answers of a week together when it is over. Until then nobody sees any; from then on
 * nothing of them changes. Groups that are still too small wait for another week.
 */
@Component
class AwarenessClosing implements Timed {
  private final JdbcClient sql;
  private final TransactionTemplate transaction;

  AwarenessClosing(JdbcClient sql, TransactionTemplate transaction) {
    this.sql = sql;
    this.transaction = transaction;
  }

  private record Open(long system, long department, int yes, int think, int no) {}

  @Override
  public Optional<Instant> nextDue() {
    return sql.sql("select week from campaign.awareness_closing")
        .query(LocalDate.class)
        .optional()
        .map(week -> week.plusWeeks(1).atStartOfDay(OrganisationClock.ZONE).toInstant());
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    var closed = transaction.execute(status -> close(now));
    return closed != null && closed ? List.of(new Fired("awareness_week", 0, now)) : List.of();
  }

  private boolean close(Instant now) {
    var today = LocalDate.ofInstant(now, OrganisationClock.ZONE);
    var week =
        sql.sql(
                """
                select week from campaign.awareness_closing where week <= :over for update skip locked
                """)
            .param("over", today.minusWeeks(1))
            .query(LocalDate.class)
            .optional();
    if (week.isEmpty()) {
      return false;
    }
    // Whoever answers now waits a moment, and is counted in the week that begins; whoever is asked
    // now is not lost in what is written anew.
    sql.sql(
            "lock table campaign.awareness_open, campaign.awareness_asked in share row exclusive mode")
        .update();
    var tree =
        sql.sql("select id, parent_id as parent from people.pub_department")
            .query(Department.class)
            .list();
    for (var system : answers().entrySet()) {
      publish(system.getKey(), week.get(), Groups.of(tree, system.getValue()));
    }
    forget(today);
    sql.sql("update campaign.awareness_closing set week = :week")
        .param("week", today.with(DayOfWeek.MONDAY))
        .update();
    return true;
  }

  private Map<Long, Map<Long, Count>> answers() {
    var answers = new HashMap<Long, Map<Long, Count>>();
    for (var open :
        sql.sql(
                """
                select system_id as system, department_id as department,
                       coalesce(sum(answers) filter (where word = 'yes'), 0)::int as yes,
                       coalesce(sum(answers) filter (where word = 'think'), 0)::int as think,
                       coalesce(sum(answers) filter (where word = 'no'), 0)::int as no
                  from campaign.awareness_open group by 1, 2
                """)
            .query(Open.class)
            .list()) {
      answers
          .computeIfAbsent(open.system, id -> new HashMap<>())
          .put(open.department, new Count(open.yes, open.think, open.no));
    }
    return answers;
  }

  private void publish(long system, LocalDate week, Groups.Split split) {
    for (var group : split.groups()) {
      sql.sql(
              """
              insert into campaign.awareness_week (system_id, week, department_id, yes, think, no)
              values (:system, :week, :department, :yes, :think, :no)
              """)
          .param("system", system)
          .param("week", week)
          .param("department", group.department())
          .param("yes", group.count().yes())
          .param("think", group.count().think())
          .param("no", group.count().no())
          .update();
      sql.sql(
              """
              delete from campaign.awareness_open where system_id = :system and department_id = any(:of::bigint[])
              """)
          .param("system", system)
          .param("of", group.of().toArray(Long[]::new))
          .update();
    }
  }

  /** What is of no use any more, and the order in which people were asked. */
  private void forget(LocalDate today) {
    var quarter = Question.quarter(today);
    for (var table : List.of("awareness_asked", "awareness_spent")) {
      sql.sql("delete from campaign." + table + " where quarter < :quarter")
          .param("quarter", quarter)
          .update();
    }
    sql.sql(
            """
            with asked as (delete from campaign.awareness_asked returning person_id, quarter)
            insert into campaign.awareness_asked (person_id, quarter)
            select person_id, quarter from asked order by quarter, person_id
            """)
        .update();
  }
}
