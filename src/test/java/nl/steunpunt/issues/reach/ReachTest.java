package nl.steunpunt.issues.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far an issue reaches, and who hears that a topic rises. */
@SteunpuntTest
class ReachTest {
  @Autowired World world;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired TopicWatching watching;

  private String reported() {
    return world.report(world.fatima(), "Wespendieven zijn weg");
  }

  @Test
  void peopleTeamsAndConstituenciesAreCountedAndSmallOnesStayHidden() {
    var issue = reported();
    world.as(world.sanne()).post(issue + "/me-too");
    world.as(world.emma()).post(issue + "/me-too");
    var page = world.as(world.pieter()).page(issue + "/reach");
    assertThat(page.select(".reach-facts dd").eachText()).containsExactly("2", "2", "2");
    assertThat(page.select(".issue-places")).isEmpty();
    assertThat(page.select(".reach-days tbody tr")).hasSize(28);
    assertThat(page.select(".reach-days tbody tr").eachText().getLast()).endsWith("2");
    assertThat(world.as(world.sanne()).get(issue + "/reach")).hasStatus(404);
    assertThat(world.as(world.pieter()).get("/issues/999999999/reach")).hasStatus(404);
  }

  @Test
  void moreOrLessThanTheWeekBeforeIsSaidWhenItIsNoChance() {
    assertThat(Trend.of(week(3, 4))).isEqualTo(Trend.STEADY);
    assertThat(Trend.of(week(4, 14))).isEqualTo(Trend.RISING);
    assertThat(Trend.of(week(14, 4))).isEqualTo(Trend.FALLING);
    assertThat(Trend.of(week(0, 0))).isEqualTo(Trend.STEADY);
    assertThat(Trend.of(List.of(9))).isEqualTo(Trend.RISING);
  }

  private static List<Integer> week(int before, int now) {
    return IntStream.range(0, 14).mapToObj(day -> day == 3 ? before : day == 10 ? now : 0).toList();
  }

  @Test
  void deskAndLeadHearOnceThatATopicRisesAndSeeItUntilItIsUsualAgain() {
    var topic =
        sql.sql("select min(id) from network.topic where system_id = :nova and active")
            .param("nova", world.nova())
            .query(Long.class)
            .single();
    var today = LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
    said(topic, today.minusDays(150), today.minusDays(8), 2);
    said(topic, today.minusDays(7), today, 12);
    sql.sql("update issues.topic_watch set watched_on = :day")
        .param("day", today.minusDays(1))
        .update();
    var morning = today.atTime(7, 0).atZone(OrganisationClock.ZONE).toInstant();
    var fired = watching.fireDue(morning);
    assertThat(fired).extracting("what").containsOnly("topic_rises");
    assertThat(fired).extracting("subject").contains(topic);
    assertThat(watching.fireDue(morning)).as("the morning is over").isEmpty();
    for (var who : List.of(world.pieter(), world.marieke())) {
      assertThat(world.as(who).page("/issues").select(".alert-warning").text())
          .contains("stijgt boven een gewone week uit");
      assertThat(mails(who.email())).isEqualTo(1);
    }
    assertThat(world.as(world.fatima()).page("/issues").select(".alert-warning")).isEmpty();
    assertThat(watching.fireDue(morning.plus(Duration.ofDays(1))))
        .as("it rises still, which they know")
        .extracting("subject")
        .doesNotContain(topic);
    assertThat(mails(world.pieter().email())).isEqualTo(1);
    watching.fireDue(morning.plus(Duration.ofDays(20)));
    assertThat(world.as(world.pieter()).page("/issues").select(".alert-warning")).isEmpty();
  }

  private int mails(String to) {
    return sql.sql(
            "select count(*) from platform.mail where recipient = :to and subject like '%stijgt boven%'")
        .param("to", to)
        .query(Integer.class)
        .single();
  }

  /** So many signals on each working day. */
  private void said(long topic, LocalDate from, LocalDate until, int each) {
    sql.sql(
            """
            insert into support.signal (system_id, topic_id, department_id, location_id, text, state, reply, sent_at, changed_at)
            select :nova, :topic, p.department_id, p.location_id, 'Alweer', 'left', 'Gehoord', d, d
              from people.person p, generate_series(:from::timestamptz, :until::timestamptz, interval '1 day') d,
                   generate_series(1, :each)
             where p.id = :someone and extract(isodow from d) < 6
            """)
        .param("nova", world.nova())
        .param("topic", topic)
        .param("from", from.atTime(11, 0).atZone(OrganisationClock.ZONE).toInstant())
        .param("until", until.atTime(11, 0).minusDays(1).atZone(OrganisationClock.ZONE).toInstant())
        .param("each", each)
        .param("someone", world.sanne().id())
        .update();
  }
}
