package nl.steunpunt.notify.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.Statements;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One mail in the morning of a working day, for who chose it; read from the outbox. */
@SteunpuntTest
class MorningTest {
  record Mail(String subject, String language, String textBody, String htmlBody) {}

  @Autowired World world;
  @Autowired MorningSending sending;
  @Autowired OrganisationCalendar calendar;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  /** The next working day after today, so that what is asked now has waited. */
  private LocalDateTime halfPastEight;

  @BeforeEach
  void onAWorkingDay() {
    sql.sql("delete from notify.choice").update();
    sql.sql("delete from notify.morning").update();
    var day = clock.instant().atZone(OrganisationClock.ZONE).toLocalDate().plusDays(1);
    while (!calendar.current().isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    halfPastEight = day.atTime(8, 30);
  }

  private static Instant at(LocalDateTime wall) {
    return wall.atZone(OrganisationClock.ZONE).toInstant();
  }

  private void choose(Colleague who, String... wanted) {
    var fields = new ArrayList<String>();
    for (var word : wanted) {
      fields.addAll(List.of("wanted", word));
    }
    assertThat(world.as(who).post("/account/notices", fields.toArray(String[]::new)))
        .hasStatus(303);
  }

  private String ask(Colleague asker, String text, String... more) {
    var fields = new ArrayList<>(List.of("system", world.nova().toString(), "text", text));
    fields.addAll(List.of(more));
    var reply = world.as(asker).post("/questions", fields.toArray(String[]::new));
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private String report(String title, Colleague... hit) {
    var reply =
        world
            .as(world.pieter())
            .post("/issues", "system", world.nova().toString(), "title", title, "description", "x");
    var issue = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    for (var one : hit) {
      assertThat(world.as(one).post(issue + "/me-too")).hasStatus(303);
    }
    return issue;
  }

  private List<Mail> mails(Colleague to) {
    return sql.sql(
            "select subject, language, text_body, html_body from platform.mail where recipient = :to order by id")
        .param("to", to.email())
        .query(Mail.class)
        .list();
  }

  private Mail only(Colleague to) {
    assertThat(mails(to)).hasSize(1);
    return mails(to).getFirst();
  }

  @Test
  void saysWhatWaitsTheLongestFirstAndWhatMyPeopleAreHitBy() {
    var first = ask(world.sanne(), "De maand sluit niet");
    var second = ask(world.sanne(), "De btw klopt niet\nMeer tekst", "stuck", "true");
    sql.sql(
            "update support.question set waiting_since = waiting_since - interval '1 hour' where id = :id")
        .param("id", Long.parseLong(first.substring("/questions/".length())))
        .update();
    var issue = report("De btw-codes zijn weg", world.sanne());
    choose(world.fatima(), "question_for_me-digest", "people_hit-digest");

    sending.fireDue(at(halfPastEight));

    var mail = only(world.fatima());
    assertThat(mail.subject()).isEqualTo("2 vragen wachten op je");
    assertThat(mail.textBody())
        .containsSubsequence(
            "2 vragen wachten op je",
            "Sanne de Vries: De maand sluit niet",
            "Wacht sinds",
            "in werktijd.",
            first,
            "Sanne de Vries: De btw klopt niet",
            "Kan niet verder.",
            second,
            "Eén issue raakt je mensen",
            "De btw-codes zijn weg",
            "Gemeld · één van je mensen",
            issue,
            "/inbox",
            "op werkdagen om 8.30",
            "/account/notices")
        .doesNotContain("Meer tekst");
    var html = org.jsoup.Jsoup.parse(mail.htmlBody());
    assertThat(html.select("li a").eachAttr("href"))
        .satisfiesExactly(
            one -> assertThat(one).endsWith(first),
            one -> assertThat(one).endsWith(second),
            one -> assertThat(one).endsWith(issue));
  }

  @Test
  void whoDidNotChooseGetsNone() {
    ask(world.sanne(), "De maand sluit niet");
    sending.fireDue(at(halfPastEight));
    assertThat(mails(world.fatima())).isEmpty();
  }

  @Test
  void nothingWhenThereIsNothing() {
    choose(world.fatima(), "question_for_me-digest", "people_hit-digest");
    var question = ask(world.sanne(), "De maand sluit niet");
    world.as(world.fatima()).post(question + "/messages", "text", "Ik kijk ernaar");
    report("Raakt niemand van haar", world.emma());
    var solved = report("Is al opgelost", world.sanne());
    world
        .as(world.pieter())
        .post(solved, "title", "Is al opgelost", "description", "x", "status", "resolved");
    assertThat(sending.fireDue(at(halfPastEight))).hasSize(1);
    assertThat(mails(world.fatima())).isEmpty();
    assertThat(sending.fireDue(at(halfPastEight.plusMinutes(5)))).as("done for today").isEmpty();
  }

  @Test
  void onlyThePartThatWasChosen() {
    ask(world.sanne(), "De maand sluit niet");
    report("De btw-codes zijn weg", world.sanne());
    choose(world.fatima(), "people_hit-digest");
    sending.fireDue(at(halfPastEight));
    var mail = only(world.fatima());
    assertThat(mail.subject()).isEqualTo("Eén issue raakt je mensen");
    assertThat(mail.textBody()).doesNotContain("De maand sluit niet");
  }

  @Test
  void onceADayAndAgainTheNext() {
    ask(world.sanne(), "De maand sluit niet");
    choose(world.fatima(), "question_for_me-digest");
    sending.fireDue(at(halfPastEight.minusMinutes(1)));
    assertThat(mails(world.fatima())).isEmpty();
    sending.fireDue(at(halfPastEight));
    sending.fireDue(at(halfPastEight));
    sending.fireDue(at(halfPastEight.plusHours(1)));
    assertThat(mails(world.fatima())).hasSize(1);
    var next = halfPastEight.plusDays(1);
    while (!calendar.current().isWorkingDay(next.toLocalDate())) {
      sending.fireDue(at(next));
      assertThat(mails(world.fatima())).as("nobody works on " + next.toLocalDate()).hasSize(1);
      next = next.plusDays(1);
    }
    sending.fireDue(at(next));
    assertThat(mails(world.fatima())).hasSize(2);
  }

  @Test
  void atTheTimeThatEachChose() {
    ask(world.sanne(), "De maand sluit niet");
    choose(world.fatima(), "question_for_me-digest");
    assertThat(world.as(world.fatima()).post("/account/notices/morning", "at", "10:00"))
        .hasStatus(303);
    assertThat(
            world
                .as(world.fatima())
                .page("/account/notices")
                .select("#morning option[selected]")
                .val())
        .isEqualTo("10:00");
    sending.fireDue(at(halfPastEight));
    assertThat(mails(world.fatima())).isEmpty();
    sending.fireDue(at(halfPastEight.withHour(10).withMinute(0)));
    assertThat(only(world.fatima()).textBody()).contains("op werkdagen om 10.00");
  }

  @Test
  void noOtherTimeThanOneOfTheList() {
    for (var bad : List.of("", "25:00", "08:31", "23:00", "x")) {
      assertThat(world.as(world.fatima()).post("/account/notices/morning", "at", bad))
          .as(bad)
          .hasStatus(422);
    }
  }

  /** As when no node was there, or who chooses it in the afternoon. */
  @Test
  void notWhenTheMorningIsOver() {
    ask(world.sanne(), "De maand sluit niet");
    choose(world.fatima(), "question_for_me-digest");
    sending.fireDue(at(halfPastEight.plusHours(4)));
    assertThat(mails(world.fatima())).isEmpty();
  }

  @Test
  void notToWhoIsAway() {
    ask(world.sanne(), "De maand sluit niet");
    choose(world.fatima(), "question_for_me-digest");
    sql.sql(
            "insert into network.absence (person_id, from_at, until_at) values (:person, :from, :until)")
        .param("person", world.fatima().id())
        .param("from", at(halfPastEight.minusHours(8)))
        .param("until", at(halfPastEight.plusHours(8)))
        .update();
    assertThat(sending.fireDue(at(halfPastEight))).hasSize(1);
    assertThat(mails(world.fatima())).isEmpty();
  }

  @Test
  void inTheReadersLanguage() {
    ask(world.emma(), "The order is stuck");
    choose(world.liam(), "question_for_me-digest");
    sending.fireDue(at(halfPastEight));
    var mail = only(world.liam());
    assertThat(mail.language()).isEqualTo("en");
    assertThat(mail.subject()).isEqualTo("One question waits for you");
    assertThat(mail.textBody()).contains("Emma Clarke: The order is stuck", "Has waited since");
  }

  @Test
  void ofManyTheFirstTenAndHowManyMore() {
    for (int i = 0; i < 12; i++) {
      ask(world.sanne(), "Vraag nummer " + i + ".");
    }
    choose(world.fatima(), "question_for_me-digest");
    sending.fireDue(at(halfPastEight));
    var mail = only(world.fatima());
    assertThat(mail.subject()).isEqualTo("12 vragen wachten op je");
    assertThat(mail.textBody()).contains("nummer 9.", "Nog 2").doesNotContain("nummer 10.");
  }

  /** Not one for each reader. */
  @Test
  void eachModuleIsAskedOnceForAll() {
    ask(world.sanne(), "De maand sluit niet");
    ask(world.emma(), "The order is stuck");
    for (var who : List.of(world.fatima(), world.liam(), world.joost())) {
      choose(who, "question_for_me-digest", "people_hit-digest");
    }
    var sent = Statements.of(() -> sending.fireDue(at(halfPastEight)));
    assertThat(sent).filteredOn(one -> one.contains("from support.question")).hasSize(1);
    assertThat(sent).filteredOn(one -> one.contains("issues.me_too")).hasSize(1);
    assertThat(mails(world.fatima())).hasSize(1);
    assertThat(mails(world.liam())).hasSize(1);
  }

  /** The demo's clock jumps from one due moment to the next. */
  @Test
  void fallsDueAtTheFirstTimeOfTheNextWorkingDay() {
    assertThat(sending.nextDue()).isEmpty();
    choose(world.fatima(), "question_for_me-digest");
    world.as(world.fatima()).post("/account/notices/morning", "at", "06:00");
    sql.sql("update notify.morning set sent_on = :today")
        .param("today", clock.instant().atZone(OrganisationClock.ZONE).toLocalDate())
        .update();
    assertThat(sending.nextDue()).contains(at(halfPastEight.withHour(6).withMinute(0)));
  }

  @Test
  void whoIsErasedLeavesNothingBehind(@Autowired MorningRecords records) {
    world.as(world.fatima()).post("/account/notices/morning", "at", "10:00");
    assertThat(world.as(world.fatima()).get("/account/data/export").getResponse())
        .extracting(response ->
            new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8))
        .asString()
        .contains("mornings");
    records.erase(
        new nl.steunpunt.people.PersonalRecords.Leaver(
            world.fatima().id(), "Fatima", "fatima@x.example", null));
    assertThat(sql.sql("select count(*) from notify.morning").query(Long.class).single()).isZero();
  }
}
