package nl.steunpunt.support.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import nl.steunpunt.network.NetworkTest;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.SqlFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 400 asks per second on two cores leave five milliseconds for a whole ask. Routing takes a part of
 * one of them at 100,000 people, 2,000 power users and 5,000 open questions.
 */
@Tag("size")
class RoutingSizeTest extends NetworkTest {

  private static final int ASKS = 2_000;

  @Autowired Routing routing;

  @Test
  void routesInALargeOrganisation() {
    sql.sql(SqlFile.beside(NetworkTest.class, "large-organisation.sql")).update();
    constituencies.recompute();
    sql.sql(
            """
            insert into support.question
              (asker_id, filed_by_id, system_id, text, status, power_user_id, asked_at, changed_at)
            select m.person_id, m.person_id, m.system_id, 'Help',
                   case when n % 10 = 0 then 'with_power_user' else 'closed' end, m.person_id, :at, :at
              from network.mandate m, generate_series(1, 25) n
             where m.system_id = :erp
            """)
        .param("at", NOW)
        .param("erp", erp)
        .update();
    sql.sql(
            "analyze people.person, people.department, people.location, network.mandate, network.constituency, support.question")
        .update();
    var askers =
        sql.sql(
                "select id from people.person where email like 'p%@size.test' order by md5(id::text) limit :n")
            .param("n", ASKS)
            .query(PersonId.class)
            .list();

    var usual = perAsk("the constituency has room", askers);
    sql.sql(
            "insert into network.full_until select distinct power_user_id, :at::timestamptz + interval '1 hour' from network.constituency where mod(power_user_id, 4) > 0")
        .param("at", NOW)
        .update();
    perAsk("three of four power users are full", askers);
    sql.sql(
            "insert into network.full_until select person_id, :at::timestamptz + interval '1 hour' from network.mandate on conflict do nothing")
        .param("at", NOW)
        .update();
    perAsk("everyone is full", askers);
    sql.sql("truncate network.full_until").update();
    sql.sql(
            """
            insert into network.work_week (mandate_id, week, minutes, agreed_minutes)
            select id, :monday, 240, 240 from network.mandate where system_id = :erp
            """)
        .param("monday", LocalDate.ofInstant(NOW, ZoneOffset.UTC).with(DayOfWeek.MONDAY))
        .param("erp", erp)
        .update();
    sql.sql(
            """
            insert into network.quiet_hours (person_id, weekday, from_time, until_time)
            select distinct power_user_id, d, time '00:00', time '23:59'
              from network.constituency, generate_series(1, 7) d
            """)
        .update();
    sql.sql("analyze network.work_week, network.quiet_hours").update();
    perAsk("everyone's hours are spent, and quiet", askers);
    sql.sql(
            "insert into network.absence select id, :at, :at::timestamptz + interval '1 hour' from people.person where id in (select power_user_id from network.constituency) and mod(id, 20) > 0")
        .param("at", NOW)
        .update();
    var worst = perAsk("nineteen of twenty are away", askers.subList(0, 200));

    assertThat(usual).isLessThan(Duration.ofMillis(5));
    assertThat(worst).isLessThan(Duration.ofMillis(50));
  }

  private Duration perAsk(String when, List<PersonId> askers) {
    askers.stream().limit(200).forEach(this::route);
    long start = System.nanoTime();
    long helped =
        askers.stream().map(this::route).filter(routed -> !routed.stop().isHelpdesk()).count();
    var each = Duration.ofNanos((System.nanoTime() - start) / askers.size());
    System.out.printf(
        "routing, %s: %d µs an ask, %d of %d to a power user%n",
        when, each.toNanos() / 1000, helped, askers.size());
    assertThat(helped).isPositive();
    return each;
  }

  private Routed route(PersonId asker) {
    return routing.route(new Need(asker, asker, erp, null, false, null, Set.of()), NOW);
  }
}
