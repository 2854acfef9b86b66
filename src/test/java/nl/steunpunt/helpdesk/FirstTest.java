package nl.steunpunt.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.steunpunt.helpdesk.outcome.OutcomeReckoning;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who comes to the desk first, and what the network can learn of what came there. */
@SteunpuntTest
class FirstTest {
  @Autowired World world;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired OutcomeReckoning reckoning;

  private long topic() {
    return sql.sql("select min(id) from network.topic where system_id = :nova")
        .param("nova", world.nova())
        .query(Long.class)
        .single();
  }

  /** So many contacts, each of another colleague. */
  private void contacts(int weeksAgo, int contacts, int first, @Nullable Long topic) {
    sql.sql(
            """
            insert into support.question (asker_id, filed_by_id, system_id, topic_id, text, status, origin, asked_at, changed_at)
            select p.id, p.id, :nova, :topic::bigint, 'Vraag', 'closed',
                   case when p.n <= :first then 'desk_first' else 'asked' end, :at, :at
              from (select id, row_number() over (order by id) as n from people.person where active) p where p.n <= :contacts
            """)
        .param("nova", world.nova())
        .param("topic", topic)
        .param("first", first)
        .param("contacts", contacts)
        .param("at", clock.instant().minus(Duration.ofDays(7L * weeksAgo)))
        .update();
  }

  /** What is seen was counted last night. */
  private Document page(String by) {
    reckoning.reckon();
    return world.as(world.pieter()).page("/desk/first?by=" + by);
  }

  private void alone() {
    sql.sql("delete from support.question").update();
    again();
  }

  /** A block that is told is not counted again. */
  private void again() {
    for (var table :
        List.of(
            "outcome_span",
            "outcome_part",
            "outcome_visit",
            "outcome_visit_part",
            "outcome_learned")) {
      sql.sql("delete from helpdesk." + table).update();
    }
  }

  private int people() {
    return sql.sql("select count(*)::int from people.person where active")
        .query(Integer.class)
        .single();
  }

  @Test
  void theShareFallsWhenItDoes() {
    alone();
    var all = people();
    for (var week = 4; week < 7; week++) {
      contacts(week, all, all / 10, topic());
      contacts(week + 4, all, all - all / 10, topic());
    }
    var page = page("topic");
    assertThat(page.expectFirst(".first-charts li").text()).contains("Alles samen", "Daalt");
    assertThat(page.select("tbody tr")).hasSizeGreaterThanOrEqualTo(6);
    assertThat(world.as(world.marieke()).get("/desk/first")).hasStatusOk();
  }

  @Test
  void fewerThanFiveAreNotShownNorLeftOver() {
    alone();
    contacts(8, 9, 3, topic());
    contacts(8, 4, 4, null);
    assertThat(page("topic").select(".first-charts li")).as("the total, and no topic").hasSize(1);
    again();
    contacts(8, 5, 5, null);
    assertThat(page("topic").select(".first-charts li")).hasSize(3);
  }

  /** One person with a question about each of five topics is one person. */
  @Test
  void theSamePersonInSeveralTopicsIsCountedOnce() {
    alone();
    contacts(8, 6, 3, topic());
    for (long other = 1; other <= 5; other++) {
      contacts(8, 1, 1, 900_000 + other);
    }
    assertThat(page("topic").select(".first-charts li")).hasSize(1);
  }

  /** A week that is not over grows by one contact at a time. */
  @Test
  void theRunningWeekIsNotTold() {
    alone();
    contacts(0, people(), 2, topic());
    assertThat(page("topic").text()).contains("Nog niets te zien");
  }

  @Test
  void anEmptyYearSaysWhatWillBeThere() {
    alone();
    assertThat(page("department").text()).contains("Nog niets te zien");
    contacts(4, people(), 1, topic());
    assertThat(page("nonsense").select(".tabs [aria-current]").text()).isEqualTo("Per onderwerp");
  }

  @Test
  void whatTheDeskTicksIsWhatTheNetworkLearns() {
    var question = Handed.over(world);
    var other = Handed.over(world);
    var pieter = world.as(world.pieter());
    var topic = topic();
    pieter.post(
        question.desk("closure"),
        "reason",
        "solved",
        "text",
        "Klaar",
        "couldPowerUser",
        "true",
        "topic",
        "" + topic);
    pieter.post(other.desk("closure"), "reason", "solved", "text", "Klaar", "topic", "" + topic);
    sql.sql(
            """
            insert into support.answer (system_id, topic_id, title, text, author_id, kept_at, changed_at)
            values (:nova, :topic, 'Hoe kies je een code', 'Zo', :by, :now, :now)
            """)
        .param("nova", world.nova())
        .param("topic", topic)
        .param("by", world.fatima().id())
        .param("now", clock.instant())
        .update();
    for (var one : List.of(world.pieter(), world.fatima())) {
      var page = world.as(one).page("/desk/learning");
      assertThat(page.text()).contains("Een power user had er enkele", "Hoe kies je een code");
      assertThat(page.select("a[href=" + question.path() + "]")).hasSize(1);
      assertThat(page.select("a[href=" + other.path() + "]")).isEmpty();
    }
    var liam = world.as(world.liam()).page("/desk/learning");
    assertThat(liam.text())
        .contains("A power user could have solved some")
        .doesNotContain(Handed.TEXT);
    assertThat(world.as(world.sanne()).get("/desk/learning")).hasStatus(404);
  }

  /** Of five people or more, told once: the night after is the same but for a whole part. */
  @Test
  void numbersOfWhatToLearnAreOfFivePeopleAndStay() {
    alone();
    var topic = topic();
    contacts(5, 6, 0, topic);
    contacts(5, 4, 0, null);
    closed();
    var said = "Een power user had 6 van de 6 kunnen oplossen";
    reckoning.reckon();
    var page = world.as(world.fatima()).page("/desk/learning");
    assertThat(page.select("section.card").eachText())
        .hasSize(2)
        .anyMatch(text -> text.contains(said))
        .anyMatch(text -> text.contains("enkele"));
    contacts(5, 1, 0, topic);
    contacts(0, 1, 0, topic);
    closed();
    reckoning.reckon();
    assertThat(world.as(world.fatima()).page("/desk/learning").text()).contains(said);
  }

  /** By the desk, which said that a power user could have solved it. */
  private void closed() {
    sql.sql(
            """
            insert into helpdesk.ticket (question_id, came_at, closed_at, close_reason, could_power_user)
            select id, asked_at, asked_at, 'solved', true from support.question
            on conflict do nothing
            """)
        .update();
  }

  @Test
  void aTopicThatIsNoneIsRefused() {
    var question = Handed.over(world);
    assertThat(
            world
                .as(world.pieter())
                .post(
                    question.desk("closure"),
                    "reason",
                    "solved",
                    "text",
                    "Klaar",
                    "topic",
                    "987654"))
        .hasStatus(422);
    assertThat(question.timesInQueue(world, world.pieter(), "/desk")).isEqualTo(1);
  }
}
