package nl.steunpunt.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the queue, in which order, and on which page. */
@SteunpuntTest
class QueueTest {
  @Autowired World world;
  @Autowired JdbcClient sql;

  private List<String> rows(String address) {
    return world.as(world.pieter()).page(address).select("a.inbox-row").eachAttr("href");
  }

  private void put(String assignments, Handed question) {
    sql.sql("update support.question set " + assignments + " where id = :id")
        .param("id", Long.valueOf(question.number()))
        .update();
  }

  private void due(String assignments, Handed question) {
    sql.sql("update helpdesk.ticket set " + assignments + " where question_id = :id")
        .param("id", Long.valueOf(question.number()))
        .update();
  }

  @Test
  void whatIsDueFirstStandsFirstAndLastWhatWaitsForItsAsker() {
    var answered = Handed.over(world);
    var later = Handed.over(world);
    var solve = Handed.over(world);
    var first = Handed.over(world);
    due("react_by = '2020-01-01T08:00:00Z'", answered);
    put("waiting_since = null", answered);
    due("react_by = '2020-01-03T08:00:00Z'", later);
    due(
        "reacted_at = came_at, react_by = '2020-01-01T08:00:00Z', solve_by = '2020-01-02T08:00:00Z'",
        solve);
    due("react_by = '2020-01-01T09:00:00Z'", first);
    assertThat(rows("/desk"))
        .filteredOn(row -> List.of(answered, later, solve, first).toString().contains(row))
        .containsExactly(first.path(), solve.path(), later.path(), answered.path());
  }

  /** Given back and handed over again, it was still asked of one person. */
  @Test
  void theRouteNamesEachOnce() {
    var question = Handed.over(world);
    world.as(world.pieter()).post(question.desk("return"), "advice", "Kijk bij de periode");
    question.again(world);
    assertThat(
            world
                .as(world.pieter())
                .page("/desk")
                .select("a[href=" + question.path() + "] .desk-route")
                .text())
        .isEqualTo("Eerder gevraagd aan: Fatima → desk");
  }

  @Test
  void oneTopicOnly() {
    var mine = Handed.over(world);
    var other = Handed.over(world);
    var topic =
        sql.sql("select id from network.topic where system_id = :system order by id limit 1")
            .param("system", world.nova())
            .query(Long.class)
            .single();
    put("topic_id = " + topic, mine);
    assertThat(rows("/desk?topic=" + topic)).contains(mine.path()).doesNotContain(other.path());
    assertThat(
            world
                .as(world.pieter())
                .page("/desk")
                .select("#queue-topic option[value=" + topic + "]"))
        .hasSize(1);
  }

  /** Fifty on a page; each question is on one of them, whatever is equal and whatever has gone. */
  @Test
  void pagesMeetWithoutAGapOrADouble() {
    var question = Handed.over(world);
    sql.sql(
            """
            insert into support.question (asker_id, filed_by_id, system_id, text, status, stuck, asked_at, waiting_since,
                                          changed_at, desk_since)
            select q.asker_id, q.filed_by_id, q.system_id, 'Nummer ' || n, 'with_helpdesk', n % 5 = 0, q.asked_at,
                   case when n % 3 > 0 then timestamptz '2026-01-01T00:00:00Z' + (n / 10) * interval '1 hour' end,
                   q.changed_at, q.desk_since
              from support.question q, generate_series(1, 130) n where q.id = :id
            """)
        .param("id", Long.valueOf(question.number()))
        .update();
    var expected =
        sql.sql(
                """
                select '/questions/' || q.id
                  from support.question q left join helpdesk.ticket k on k.question_id = q.id
                 where q.status = 'with_helpdesk'
                 order by q.waiting_since is null, coalesce(k.due_at, q.waiting_since, q.desk_since), q.id
                """)
            .query(String.class)
            .list();
    var seen = new ArrayList<String>();
    var address = "/desk";
    while (!address.isEmpty()) {
      var page = world.as(world.pieter()).page(address);
      var onPage = page.select("a.inbox-row").eachAttr("href");
      assertThat(onPage).hasSizeLessThanOrEqualTo(50);
      seen.addAll(onPage);
      var last = onPage.getLast();
      put("status = 'solved'", new Handed(last));
      address = page.select("#queue a[href*=after]").attr("href");
    }
    assertThat(seen).containsExactlyElementsOf(expected);
  }

  @Test
  void aMarkThatNobodyWroteLeadsToTheTop() {
    var question = Handed.over(world);
    assertThat(rows("/desk?after=desk_2026-13-45T99:00:00Z_7")).contains(question.path());
    assertThat(rows("/desk?after=x")).contains(question.path());
  }

  /**
   * Whatever desk, power user and asker do, and in whatever order: a question is in the queue
   * exactly once while it is with the desk, and then alone. Where it is follows from the acts that
   * were not refused.
   */
  @Test
  void aQuestionIsInTheQueueExactlyOnceUntilItIsGivenBackOrClosed() {
    var done = EnumSet.noneOf(Act.class);
    for (var seed = 1; seed <= 6; seed++) {
      done.addAll(livesOfTwoQuestions(seed));
    }
    assertThat(done).containsExactlyInAnyOrder(Act.values());
  }

  /** The acts that were not refused. */
  private Set<Act> livesOfTwoQuestions(long seed) {
    var random = new Random(seed);
    var places = new LinkedHashMap<Handed, Act.Place>();
    places.put(Handed.asked(world), Act.Place.ELSEWHERE);
    places.put(Handed.asked(world), Act.Place.ELSEWHERE);
    var questions = List.copyOf(places.keySet());
    var done = EnumSet.noneOf(Act.class);
    for (var step = 0; step < 60; step++) {
      var question = questions.get(random.nextInt(questions.size()));
      var act = Act.any(random);
      if (act.by(world, question)) {
        done.add(act);
        places.compute(question, (one, place) -> act.leadsFrom(place));
      }
      var queue = rows("/desk");
      for (var one : questions) {
        assertThat(Collections.frequency(queue, one.path()))
            .as("seed %d, step %d, after %s on %s: %s", seed, step, act, question, one)
            .isEqualTo(places.get(one) == Act.Place.DESK ? 1 : 0);
      }
    }
    return done;
  }
}
