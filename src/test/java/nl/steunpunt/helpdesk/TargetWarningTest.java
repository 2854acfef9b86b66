package nl.steunpunt.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.ChatLines;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.time.Timed;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is warned that a target is near, by which way, and how often. */
@SteunpuntTest
class TargetWarningTest {
  record Mail(String subject, String textBody) {}

  @Autowired World world;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired List<Timed> timed;
  @Autowired List<ChatLines> lines;

  private Handed question;

  @BeforeEach
  void handOver() {
    question = Handed.over(world);
    sql.sql("delete from notify.pending").update();
    sql.sql("delete from platform.mail").update();
  }

  private Browser desk() {
    return world.as(world.pieter());
  }

  private void put(String assignments) {
    sql.sql("update helpdesk.ticket set " + assignments + " where question_id = :id and open")
        .param("id", Long.valueOf(question.number()))
        .update();
  }

  /** As much time passes as the next target has before it is near. */
  private void near() {
    var now = clock.instant();
    var soon = now.plus(Duration.ofDays(3));
    put(
        "told = 0, warn_at = '%s', react_by = '%s', solve_by = '%s'"
            .formatted(now.minusSeconds(60), soon, soon));
    tick("DueWarning", now);
  }

  private void tick(String what, Instant now) {
    timed.stream()
        .filter(one -> one.getClass().getSimpleName().startsWith(what))
        .forEach(one -> one.fireDue(now));
  }

  private void deliver() {
    tick("NoticeSending", clock.instant().plusSeconds(1));
  }

  private List<Mail> mails(Colleague to) {
    return sql.sql("select subject, text_body from platform.mail where recipient = :to order by id")
        .param("to", to.email())
        .query(Mail.class)
        .list();
  }

  private List<Long> owed() {
    return sql.sql(
            "select distinct person_id from notify.pending where conversation like 'target-%' order by 1")
        .query(Long.class)
        .list();
  }

  private Map<Long, ChatLines.Line> chat() {
    return lines.stream()
        .filter(one -> one.events().contains(ChatEvent.DESK_TARGET))
        .findFirst()
        .orElseThrow()
        .write(ChatEvent.DESK_TARGET, Set.of(Long.valueOf(question.number())), Messages.DUTCH);
  }

  @Test
  void whoHasItIsMailedAtOnceAndOnce() {
    desk().post(question.desk("taking"));
    sql.sql("delete from notify.pending").update();
    near();
    deliver();
    tick("DueWarning", clock.instant().plus(Duration.ofDays(9)));
    deliver();
    assertThat(mails(world.pieter())).hasSize(1);
    var mail = mails(world.pieter()).getFirst();
    assertThat(mail.subject()).startsWith("Vraag " + question.number() + ": eerste reactie vóór");
    assertThat(mail.textBody()).contains("Prioriteit P3.", Handed.TEXT, question.path());
    assertThat(mails(world.chantal())).isEmpty();
  }

  @Test
  void whatNobodyHasIsForWhoWorksItsQueueElseForAllOfTheDesk() {
    near();
    assertThat(owed()).contains(world.pieter().id().value(), world.chantal().id().value());
    var chantal = world.chantal().id().toString();
    assertThat(desk().post("/desk/queues", "nameNl", "Btw", "nameEn", "Vat", "person", chantal))
        .hasStatus(303);
    var queue = sql.sql("select max(id) from helpdesk.queue").query(Long.class).single();
    assertThat(
            desk()
                .page("/desk/queues/" + queue)
                .select("input[name=person][checked]")
                .eachAttr("value"))
        .containsExactly(chantal);
    assertThat(desk().page("/desk/queues").text()).contains("één collega");
    assertThat(desk().page("/desk/queues").select("a[href^=/desk?queue]")).isNotEmpty();
    assertThat(world.as(world.willemijn()).page("/desk/queues").select("a[href^=/desk?queue]"))
        .as("who arranges the desk and is not at it")
        .isEmpty();
    assertThat(world.as(world.chantal()).page("/account/data").text())
        .contains("Rijen van de desk waarin je werkt");
    desk().post(question.desk("queue"), "queue", queue.toString());
    sql.sql("delete from notify.pending").update();
    near();
    assertThat(owed()).containsExactly(world.chantal().id().value());
  }

  @Test
  void whatWasMetMeanwhileIsNoNews() {
    near();
    desk().post(question.path() + "/messages", "text", "Ik kijk ernaar");
    deliver();
    assertThat(mails(world.pieter())).noneMatch(mail -> mail.subject().contains("reactie"));
    assertThat(chat()).isEmpty();
  }

  @Test
  void theSecondTargetIsAnotherWarning() {
    desk().post(question.desk("taking"));
    near();
    deliver();
    desk().post(question.path() + "/messages", "text", "Wanneer?");
    world.as(world.sanne()).post(question.path() + "/messages", "text", "Vanmorgen");
    near();
    deliver();
    assertThat(mails(world.pieter()))
        .extracting(Mail::subject)
        .filteredOn(subject -> subject.startsWith("Vraag "))
        .hasSize(2)
        .last()
        .asString()
        .contains("opgelost vóór");
  }

  @Test
  void whoHasItInFrontOfThemHasSeenIt() {
    near();
    assertThat(desk().post(question.desk("looking"))).hasStatus(204);
    assertThat(owed()).doesNotContain(world.pieter().id().value()).isNotEmpty();
  }

  @Test
  void whoDoesNotWantItIsNotToldAndWhoIsNotOfTheDeskHasNoSuchChoice() {
    assertThat(desk().post("/account/notices", "wanted", "my_question-mail")).hasStatus(303);
    near();
    assertThat(owed()).doesNotContain(world.pieter().id().value());
    assertThat(world.as(world.fatima()).page("/account/notices").select("[value^=desk_target]"))
        .isEmpty();
  }

  @Test
  void aChatChannelReadsNumberPriorityAndMomentAndNoWords() {
    near();
    var line = Objects.requireNonNull(chat().get(Long.valueOf(question.number())));
    assertThat(line.text())
        .contains("Vraag " + question.number() + " (P3)", "eerste reactie")
        .doesNotContain(Handed.TEXT, "Sanne");
    assertThat(line.path()).isEqualTo(question.path());
  }
}
