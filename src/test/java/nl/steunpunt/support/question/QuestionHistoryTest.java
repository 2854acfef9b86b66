package nl.steunpunt.support.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.Grant;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.Topics;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.PastQuestion;
import nl.steunpunt.support.PastQuestion.Event;
import nl.steunpunt.support.PastQuestion.Kind;
import nl.steunpunt.support.QuestionHistory;
import nl.steunpunt.support.QuestionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
@Transactional
class QuestionHistoryTest {

  @Autowired JdbcClient sql;
  @Autowired QuestionHistory history;
  @Autowired Systems systems;
  @Autowired Topics topics;
  @Autowired Mandates mandates;
  @Autowired Constituencies constituencies;
  @Autowired Clock clock;

  SystemId system;
  TopicId topic;
  PersonId asker;
  PersonId helper;
  PersonId desk;
  Instant asked;

  @BeforeEach
  void organisation() {
    system = systems.create("history-erp", "ERP", null);
    topic = topics.create(system, "invoices", "Facturen", "Invoices");
    long team =
        sql.sql(
                "insert into people.department (name, path, depth) values ('H', 'History', 0) returning id")
            .query(Long.class)
            .single();
    asker = person("asker", team);
    helper = person("helper", team);
    desk = person("desk", team);
    asked = clock.instant().minus(Duration.ofDays(20));
    var rule = new ConstituencyRule(ConstituencyRule.Kind.DEPARTMENT, team);
    mandates.grant(new Grant(helper, system, 20, Set.of(rule), Set.of(topic)), asked);
    constituencies.recompute();
  }

  @Test
  void whatIsConfirmedIsClosedAndRead() {
    var id =
        add(
            event(Kind.SAID, helper, "Which one?", 5),
            event(Kind.SAID, asker, "This one.", 7),
            event(Kind.ANSWERED, helper, "Press F5.", 9),
            event(Kind.EXPLAINED, helper, "It keeps the old page.", 9),
            event(Kind.CONFIRMED, asker, "", 12));

    assertThat(question(id))
        .containsEntry("status", "closed")
        .containsEntry("outcome", "confirmed");
    assertThat(route(id)).containsExactly("asked", "offered", "taken", "answered", "confirmed");
    assertThat(reasons(id)).startsWith("primary");
    assertThat(
            sql.sql("select kind from support.message where question_id = :id order by id")
                .param("id", id)
                .query(String.class)
                .list())
        .containsExactly("said", "said", "answer", "why");
    assertThat(unread(id)).isEmpty();
  }

  @Test
  void silenceAfterAnAnswerOfWeeksAgoHasClosedIt() {
    var id = add(event(Kind.ANSWERED, helper, "Press F5.", 9));
    assertThat(question(id))
        .containsEntry("status", "closed")
        .containsEntry("outcome", "potential");
    assertThat(route(id)).last().isEqualTo("closed");
  }

  @Test
  void whatWaitsIsUnreadAndDoesNotMoveOnAtOnce() {
    var id =
        add(event(Kind.SAID, helper, "Which one?", 5), event(Kind.SAID, asker, "This one.", 7));
    assertThat(question(id)).containsEntry("status", "with_power_user");
    assertThat(unread(id)).containsExactly(helper);
    assertThat(
            sql.sql("select next_at > :now from support.question where id = :id")
                .param("now", clock.instant())
                .param("id", id)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void whatTheDeskSolvedIsNotCountedAsKeptFromTheDesk() {
    var id =
        add(
            event(Kind.HANDED_OVER, helper, "Tried F5.", 9),
            event(Kind.ANSWERED, desk, "We restarted it.", 60),
            event(Kind.CONFIRMED, asker, "", 70));
    assertThat(question(id)).containsEntry("status", "closed").containsEntry("outcome", "none");
    assertThat(
            sql.sql(
                    "select role from support.participant where question_id = :id and person_id = :desk")
                .param("id", id)
                .param("desk", desk)
                .query(String.class)
                .single())
        .isEqualTo("desk");
  }

  @Test
  void whatIsDisputedIsWithItsPowerUserAgain() {
    var id =
        add(
            event(Kind.ANSWERED, helper, "Press F5.", 9),
            event(Kind.DISPUTED, asker, "", 12),
            event(Kind.SAID, asker, "Did not help.", 12));
    assertThat(question(id))
        .containsEntry("status", "with_power_user")
        .containsEntry("outcome", "none");
    assertThat(route(id)).containsExactly("asked", "offered", "answered", "disputed", "offered");
  }

  @Test
  void refusesALifeThatCannotBe() {
    var confirmedUnanswered = event(Kind.CONFIRMED, asker, "", 1);
    assertThatThrownBy(() -> add(confirmedUnanswered)).isInstanceOf(Refusal.class);
    var confirmedByTheHelper = event(Kind.CONFIRMED, helper, "", 2);
    assertThatThrownBy(() -> add(event(Kind.ANSWERED, helper, "So.", 1), confirmedByTheHelper))
        .isInstanceOf(Refusal.class);
  }

  private QuestionId add(Event... events) {
    return history.add(
        new PastQuestion(
            asker, helper, system, topic, "It does not work", false, null, asked, List.of(events)));
  }

  private Event event(Kind kind, PersonId by, String text, int minutesLater) {
    return new Event(kind, by, text, asked.plus(Duration.ofMinutes(minutesLater)));
  }

  private Map<String, Object> question(QuestionId id) {
    return sql.sql("select status, outcome from support.question where id = :id")
        .param("id", id)
        .query()
        .singleRow();
  }

  private List<String> route(QuestionId id) {
    return sql.sql("select kind from support.step where question_id = :id order by seq")
        .param("id", id)
        .query(String.class)
        .list();
  }

  private String reasons(QuestionId id) {
    return sql.sql("select reasons from support.step where question_id = :id and kind = 'offered'")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private List<PersonId> unread(QuestionId id) {
    return sql.sql(
            """
            select person_id from support.participant p
             where question_id = :id
               and read_up_to < (select max(id) from support.message m where m.question_id = p.question_id)
            """)
        .param("id", id)
        .query(PersonId.class)
        .list();
  }

  private PersonId person(String name, long department) {
    return sql.sql(
            """
            insert into people.person (email, name, department_id, created_at)
            values (:email, :name, :department, :at) returning id
            """)
        .param("email", name + "@history.test")
        .param("name", name)
        .param("department", department)
        .param("at", clock.instant())
        .query(PersonId.class)
        .single();
  }
}
