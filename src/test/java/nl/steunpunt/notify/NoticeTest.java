package nl.steunpunt.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets which mail, after the quiet spell; read from the outbox. */
@SteunpuntTest
class NoticeTest {
  record Mail(String subject, String language, String textBody) {}

  @Autowired World world;
  @Autowired NoticeSending sending;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  @BeforeEach
  void nothingIsOwedBefore() {
    sql.sql("delete from notify.pending").update();
  }

  private String ask(Colleague asker, String text) {
    var reply = world.as(asker).post("/questions", "system", world.nova().toString(), "text", text);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private void say(Colleague author, String question, String text) {
    assertThat(world.as(author).post(question + "/messages", "text", text)).hasStatus(303);
  }

  private void afterTheQuietSpell() {
    sending.fireDue(clock.instant().plus(Notices.QUIET_SPELL).plusSeconds(1));
  }

  private List<Mail> mails(Colleague to) {
    return sql.sql(
            "select subject, language, text_body from platform.mail where recipient = :to order by id")
        .param("to", to.email())
        .query(Mail.class)
        .list();
  }

  @Test
  void oneMailAboutAllThatWasSaidInTheQuietSpell() {
    var question = ask(world.sanne(), "De maand sluit niet");
    afterTheQuietSpell();
    var before = mails(world.sanne()).size();
    say(world.fatima(), question, "Welke maand is het?");
    say(world.fatima(), question, "En welke administratie?");
    sending.fireDue(clock.instant().plus(Notices.QUIET_SPELL.minus(Duration.ofMinutes(1))));
    assertThat(mails(world.sanne())).as("it is still quiet").hasSize(before);

    afterTheQuietSpell();

    assertThat(mails(world.sanne())).hasSize(before + 1);
    assertThat(mails(world.sanne()).getLast().textBody())
        .contains("Welke maand is het?", "En welke administratie?", question);
    afterTheQuietSpell();
    assertThat(mails(world.sanne())).as("what was mailed is not owed any more").hasSize(before + 1);
  }

  @Test
  void thePowerUserIsMailedTheQuestionAndTheAskerIsNot() {
    ask(world.sanne(), "De maand sluit niet");
    afterTheQuietSpell();
    assertThat(mails(world.fatima()).getLast().subject())
        .isEqualTo("Sanne de Vries vraagt: De maand sluit niet");
    assertThat(mails(world.fatima()).getLast().textBody())
        .containsPattern("wacht op jou tot [a-z]+ \\d+ [a-z]+ \\d{4} \\d+\\.\\d\\d uur");
    assertThat(mails(world.sanne())).extracting(Mail::subject).noneMatch(s -> s.contains("maand"));
    assertThat(mails(world.joost())).isEmpty();
  }

  @Test
  void twoConversationsAreTwoMails() {
    var one = ask(world.sanne(), "De eerste vraag");
    var other = ask(world.sanne(), "De tweede vraag");
    sql.sql("delete from notify.pending").update();
    say(world.fatima(), one, "Over de eerste");
    say(world.fatima(), other, "Over de tweede");
    afterTheQuietSpell();
    assertThat(mails(world.sanne()))
        .extracting(Mail::subject)
        .containsExactlyInAnyOrder(
            "Over je vraag: De eerste vraag", "Over je vraag: De tweede vraag");
  }

  @Test
  void noneForWhoHasReadIt() {
    var question = ask(world.sanne(), "De maand sluit niet");
    sql.sql("delete from notify.pending").update();
    say(world.fatima(), question, "Welke maand is het?");
    var newest = sql.sql("select max(id) from support.message").query(Long.class).single();
    world.as(world.sanne()).post(question + "/reading", "upTo", newest.toString());
    afterTheQuietSpell();
    assertThat(mails(world.sanne())).isEmpty();
  }

  @Test
  void noneForWhoIsLookingAtItThen() {
    var question = ask(world.sanne(), "De maand sluit niet");
    sql.sql("delete from notify.pending").update();
    say(world.fatima(), question, "Welke maand is het?");
    sql.sql("update notify.pending set due_at = :now")
        .param("now", clock.instant().minusSeconds(1))
        .update();
    world.as(world.sanne()).post("/presence", "at", "question-" + id(question));
    sending.fireDue(clock.instant());
    assertThat(mails(world.sanne())).isEmpty();
  }

  @Test
  void whoLooksAtSomethingElseIsMailed() {
    var question = ask(world.sanne(), "De maand sluit niet");
    sql.sql("delete from notify.pending").update();
    say(world.fatima(), question, "Welke maand is het?");
    world.as(world.sanne()).post("/presence", "at", "question-1");
    afterTheQuietSpell();
    assertThat(mails(world.sanne())).hasSize(1);
  }

  @Test
  void eachInTheirOwnLanguage() {
    ask(world.emma(), "The order is stuck");
    ask(world.sanne(), "De maand sluit niet");
    afterTheQuietSpell();
    var english = mails(world.liam()).getLast();
    assertThat(english.language()).isEqualTo("en");
    assertThat(english.subject()).contains("Emma Clarke", "The order is stuck");
    assertThat(mails(world.fatima()).getLast().language()).isEqualTo("nl");
  }

  /** Who was away for a day reads how it stands, and not each way it stood. */
  @Test
  void theMailSaysOnlyHowItStandsNow() {
    var question = ask(world.sanne(), "De maand sluit niet");
    world.as(world.fatima()).post(question + "/answer", "text", "Zet het filter uit");
    world.as(world.sanne()).post(question + "/reopening");
    world.as(world.fatima()).post(question + "/handover", "tried", "Het filter");
    world.as(world.pieter()).post("/desk" + question + "/taking");
    world
        .as(world.pieter())
        .post("/desk" + question + "/closure", "text", "Rol gegeven", "reason", "solved");
    afterTheQuietSpell();
    var sanne = mails(world.sanne()).getLast().textBody();
    assertThat(sanne).containsOnlyOnce("Er is een antwoord. Is het opgelost?");
    assertThat(sanne).contains("Rol gegeven").doesNotContain("De helpdesk heeft de vraag nu");
    assertThat(mails(world.fatima()).getLast().textBody())
        .contains("Er is een antwoord.", "Rol gegeven")
        .doesNotContain("Is het opgelost?", "nog niet is opgelost");
  }

  @Test
  void nobodyWhoHasLeftIsMailed() {
    var question = ask(world.sanne(), "De maand sluit niet");
    sql.sql("delete from notify.pending").update();
    say(world.fatima(), question, "Welke maand is het?");
    var email = world.sanne().email();
    sql.sql("update people.person set active = false where id = :id")
        .param("id", world.sanne().id())
        .update();
    afterTheQuietSpell();
    assertThat(
            sql.sql("select count(*) from platform.mail where recipient = :to")
                .param("to", email)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void theSenderOfASignalHearsByMailWhatBecameOfIt() {
    world
        .as(world.emma())
        .post("/signals", "system", world.nova().toString(), "text", "This is slow");
    var signal =
        sql.sql("select max(id) from support.signal where sender_id = :id")
            .param("id", world.emma().id())
            .query(Long.class)
            .single();
    world.as(world.liam()).post("/signals/" + signal + "/hearing");
    afterTheQuietSpell();
    assertThat(mails(world.emma())).as("that it was heard, the page says").isEmpty();
    world.as(world.liam()).post("/signals/" + signal + "/leaving", "text", "It is the network.");
    afterTheQuietSpell();
    assertThat(mails(world.emma()).getLast().textBody())
        .contains("You said: “This is slow”.", "It stays as it is", "It is the network.");
  }

  @Test
  void whoIsHitByAnIssueIsMailedUnlessTheyLookAtIt() {
    sql.sql("delete from network.constituency where person_id in (:people)")
        .param("people", List.of(world.sanne().id(), world.emma().id()))
        .update();
    var reply =
        world
            .as(world.fatima())
            .post("/issues", "system", world.nova().toString(), "title", "Lijst blijft leeg");
    var issue = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    world.as(world.sanne()).post(issue + "/me-too");
    world.as(world.emma()).post(issue + "/me-too");
    world
        .as(world.pieter())
        .post(
            issue, "title", "Lijst blijft leeg", "status", "fix_planned", "workaround", "Druk F5");
    sql.sql("update notify.pending set due_at = :now")
        .param("now", clock.instant().minusSeconds(1))
        .update();
    world.as(world.emma()).post("/presence", "at", "issue-" + id(issue));
    sending.fireDue(clock.instant());
    assertThat(mails(world.emma())).isEmpty();
    var mail = mails(world.sanne()).getLast();
    assertThat(mail.subject()).isEqualTo("Oplossing gepland: Lijst blijft leeg");
    assertThat(mail.textBody()).contains("Druk F5", issue);
  }

  @Test
  void whatIsDueIsKnownSoThatTheTickerWakesForIt() {
    assertThat(sending.nextDue()).isEmpty();
    ask(world.sanne(), "De maand sluit niet");
    Instant due = sending.nextDue().orElseThrow();
    assertThat(due).isAfter(clock.instant());
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
