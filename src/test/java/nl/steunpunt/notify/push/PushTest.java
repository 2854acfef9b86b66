package nl.steunpunt.notify.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.steunpunt.notify.DueNotices;
import nl.steunpunt.notify.push.TestPushServer.Got;
import nl.steunpunt.platform.mail.MailSettings;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * From what happens to what a push service gets, and from what it answers to what its owner reads.
 */
@SteunpuntTest
class PushTest {
  private static final String PAGE = "/account/notices";

  @Autowired World world;
  @Autowired DueNotices due;
  @Autowired PushDelivery delivery;
  @Autowired OrganisationCalendar calendar;
  @Autowired Settings settings;
  @Autowired List<RetentionRule> rules;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private TestPushServer server;
  private final TestBrowser phone = TestBrowser.fresh();

  @BeforeEach
  void aPushServiceThatMayBeSentTo() throws IOException {
    server = new TestPushServer();
    settings.put(
        OutgoingSettings.SETTING,
        new OutgoingSettings(List.of(), List.of("127.0.0.0/8"), List.of(server.origin())));
    sql.sql("delete from notify.pending").update();
  }

  @AfterEach
  void nothingThatAPushServiceWouldRefuse() {
    server.close();
    assertThat(server.wrong()).isEmpty();
  }

  private static MvcTestResult allow(Browser browser, String endpoint, TestBrowser keys) {
    return browser.post(
        PAGE + "/browsers", "endpoint", endpoint, "p256dh", keys.p256dh(), "auth", keys.auth());
  }

  /** A browser of theirs that shows notices. */
  private Browser allowed(Colleague who) {
    return allowed(who, "/phone");
  }

  private Browser allowed(Colleague who, String path) {
    var browser = world.as(who);
    assertThat(allow(browser, server.endpoint(path, phone), phone)).hasStatus(303);
    // As long as a browser stays signed in: the tests' own are for an hour.
    sql.sql("update people.sign_in set expires_at = :later where revoked_at is null")
        .param("later", clock.instant().plus(Duration.ofDays(30)))
        .update();
    return browser;
  }

  private String ask(Colleague asker, String text) {
    var reply = world.as(asker).post("/questions", "system", world.nova().toString(), "text", text);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private void say(Colleague author, String question, String text) {
    assertThat(world.as(author).post(question + "/messages", "text", text)).hasStatus(303);
  }

  /** A moment at which the organisation works, when all is due. */
  private Instant atWork() {
    return calendar.current().plusWorkingMinutes(clock.instant().plus(PushChannel.MOMENT), 10);
  }

  private void tell(Instant now) {
    due.tell(now);
    delivery.deliverDue();
  }

  private void tell() {
    tell(atWork());
  }

  private Got last() {
    return server.got().getLast();
  }

  private String settingsOf(Browser browser) {
    return browser.page(PAGE).expectFirst("#push").text();
  }

  private List<String> waiting() {
    return sql.sql("select conversation from notify.push_message order by id")
        .query(String.class)
        .list();
  }

  /** As if so much time had passed. */
  private void later(Duration by) {
    sql.sql(
            """
            with held as (
              update notify.push_browser
                 set held_until = held_until - make_interval(secs => :by), trouble_at = trouble_at - make_interval(secs => :by)
            )
            update notify.push_message set due_at = due_at - make_interval(secs => :by)
            """)
        .param("by", (double) by.toSeconds())
        .update();
  }

  @Test
  void aQuestionIsShownOnThePhoneOfWhoItIsFor() {
    settings.put(
        "mail",
        new MailSettings(
            "mail.example",
            587,
            MailSettings.Tls.STARTTLS,
            "",
            null,
            "steunpunt@novum.example",
            "https://steunpunt.example"));
    allowed(world.fatima());
    var question = ask(world.sanne(), "De maand sluit niet");
    tell();

    assertThat(server.got()).hasSize(1);
    assertThat(last().path()).isEqualTo("/phone");
    assertThat(last().news().path("path").asString()).isEqualTo(question);
    assertThat(last().news().path("tag").asString())
        .isEqualTo("question-" + question.substring(question.lastIndexOf('/') + 1));
    assertThat(last().claims().path("aud").asString()).isEqualTo(server.origin());
    assertThat(last().claims().path("sub").asString()).isEqualTo("mailto:steunpunt@novum.example");
    var now = Instant.now().getEpochSecond();
    assertThat(last().claims().path("exp").asLong()).isBetween(now + 3600, now + 86_400);
    assertThat(Long.parseLong(Objects.requireNonNull(last().headers().get("ttl"))))
        .isBetween(1L, Duration.ofHours(12).toSeconds());
    assertThat(last().headers().get("topic")).doesNotContain("question");
    assertThat(last().key())
        .isEqualTo(world.as(world.fatima()).page(PAGE).expectFirst("#push").attr("data-push-key"));
  }

  /** So that the check of the signature itself means something: the example of RFC 8292, 2.4. */
  @Test
  void theServiceOfTheTestsKnowsASignature() throws Exception {
    var signed =
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3Njgs"
            + "InN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0";
    var signature =
        "i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA";
    var key =
        "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";
    assertThat(TestPushServer.isSigned(signed, signature, key)).isTrue();
    assertThat(TestPushServer.isSigned(signed + "A", signature, key)).isFalse();
    assertThat(signed.getBytes(US_ASCII)).isNotEmpty();
  }

  @Test
  void aLockedScreenGivesNothingAwayUnlessThatWasChosen() {
    allowed(world.fatima());
    ask(world.sanne(), "Mijn salaris klopt niet");
    tell();
    assertThat(last().news().path("title").asString()).isEqualTo("Steunpunt");
    assertThat(last().news().path("body").asString())
        .isEqualTo("Er is nieuws voor je in Steunpunt.");
    assertThat(last().news().toString()).doesNotContain("Sanne", "salaris");

    assertThat(world.as(world.fatima()).post(PAGE + "/push", "hours", "work", "shown", "true"))
        .hasStatus(303);
    ask(world.sanne(), "De maand sluit niet");
    tell();
    assertThat(last().news().path("title").asString())
        .isEqualTo("Sanne de Vries vraagt: De maand sluit niet");
  }

  @Test
  void inTheLanguageOfItsReader() {
    allowed(world.liam());
    ask(world.emma(), "The order is stuck");
    tell();
    assertThat(last().news().path("body").asString())
        .isEqualTo("There is news for you in Steunpunt.");
  }

  @Test
  void oneForEachConversationUntilItsReaderHasLooked() {
    allowed(world.sanne());
    var question = ask(world.sanne(), "De maand sluit niet");
    say(world.fatima(), question, "Welke maand?");
    tell();
    say(world.fatima(), question, "En welke administratie?");
    tell();
    assertThat(server.got()).as("nothing new until seen").hasSize(1);

    var newest = sql.sql("select max(id) from support.message").query(Long.class).single();
    world.as(world.sanne()).post(question + "/reading", "upTo", newest.toString());
    say(world.fatima(), question, "Ik kijk even mee.");
    tell();
    assertThat(server.got()).hasSize(2);
    assertThat(last().headers().get("topic"))
        .isEqualTo(server.got().getFirst().headers().get("topic"));
  }

  /** A question that was only opened has no message that could have been read. */
  @Test
  void whoOpenedTheQuestionHasLooked() {
    allowed(world.fatima());
    var question = ask(world.sanne(), "De maand sluit niet");
    tell();
    world.as(world.fatima()).post(question + "/reading", "upTo", "0");
    say(world.sanne(), question, "Ook november niet");
    tell();
    assertThat(server.got()).hasSize(2);
  }

  @Test
  void nothingIsShownOfWhatIsInFrontOfThem() {
    var fatima = allowed(world.fatima());
    fatima.post(PAGE + "/push", "hours", "always");
    var question = ask(world.sanne(), "De maand sluit niet");
    var id = question.substring(question.lastIndexOf('/') + 1);
    fatima.post("/presence", "at", "question-" + id);
    tell(clock.instant().plus(PushChannel.MOMENT.plusSeconds(1)));
    assertThat(server.got()).isEmpty();

    fatima.post("/presence", "at", "");
    tell(atWork().plus(Duration.ofMinutes(2)));
    assertThat(server.got()).as("they went away without having read it").hasSize(1);
  }

  @Test
  void whatWasReadMeanwhileIsNotShown() {
    allowed(world.sanne());
    var question = ask(world.sanne(), "De maand sluit niet");
    say(world.fatima(), question, "Welke maand?");
    due.tell(atWork());
    assertThat(waiting()).hasSize(1);
    var newest = sql.sql("select max(id) from support.message").query(Long.class).single();
    world.as(world.sanne()).post(question + "/reading", "upTo", newest.toString());
    delivery.deliverDue();
    assertThat(server.got()).isEmpty();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void inQuietHoursItWaitsAndComesAfterwardsOnce() {
    allowed(world.fatima());
    var evening = calendar.current().closing(atWork()).orElseThrow().plus(Duration.ofHours(1));
    ask(world.sanne(), "De eerste");
    ask(world.sanne(), "De tweede");
    var seen = ask(world.sanne(), "De derde");
    tell(evening);
    assertThat(server.got()).as("nobody works").isEmpty();

    world.as(world.fatima()).post(seen + "/reading", "upTo", "0");
    var morning = calendar.current().nextWorkingMoment(evening);
    due.tell(morning.minusSeconds(1));
    assertThat(waiting()).isEmpty();
    tell(morning);
    assertThat(server.got()).hasSize(1);
    assertThat(last().news().path("body").asString())
        .isEqualTo("Er is nieuws voor je in 2 gesprekken.");
    assertThat(last().news().path("path").asString()).isEqualTo("/");
    tell(morning.plus(Duration.ofHours(1)));
    assertThat(server.got()).hasSize(1);
  }

  /** Its push service was away until then: the row is no promise kept. */
  @Test
  void whatNoServiceTookBeforeQuietHoursComesAfterThemOnce() {
    allowed(world.fatima());
    server.answers(500);
    ask(world.sanne(), "De maand sluit niet");
    tell();
    timeIsUp();
    delivery.deliverDue();
    assertThat(server.got()).as("not in quiet hours").hasSize(1);
    assertThat(waiting()).isEmpty();

    var evening = calendar.current().closing(atWork()).orElseThrow().plus(Duration.ofHours(1));
    tell(evening);
    assertThat(server.got()).hasSize(1);
    var morning = calendar.current().nextWorkingMoment(evening);
    tell(morning);
    assertThat(server.got()).hasSize(2);
    tell(morning.plus(Duration.ofHours(1)));
    assertThat(server.got()).as("once").hasSize(2);
  }

  @Test
  void whatWasReadInTheEveningDoesNotComeInTheMorning() {
    allowed(world.fatima());
    server.answers(500);
    var question = ask(world.sanne(), "De maand sluit niet");
    tell();
    world.as(world.fatima()).post(question + "/reading", "upTo", "0");
    timeIsUp();
    delivery.deliverDue();
    tell(atWork().plus(Duration.ofDays(7)));
    assertThat(server.got()).hasSize(1);
  }

  /** Their phone has it: the computer that is off is no reason to tell them again. */
  @Test
  void whatAnotherBrowserGotDoesNotComeAgain() {
    allowed(world.fatima());
    allowed(world.fatima(), "/computer");
    server.answers(500);
    ask(world.sanne(), "De maand sluit niet");
    tell();
    assertThat(server.got()).extracting(Got::path).containsExactlyInAnyOrder("/phone", "/computer");
    assertThat(waiting()).hasSize(1);
    // Told, and then received: here the moment of telling was made up.
    sql.sql("update notify.pending set told_at = :now where told_at is not null")
        .param("now", clock.instant().minusSeconds(5))
        .update();
    timeIsUp();
    delivery.deliverDue();
    tell(atWork().plus(Duration.ofDays(7)));
    assertThat(server.got()).hasSize(2);
  }

  /** As if what waits could not be sent until its time was over. */
  private void timeIsUp() {
    sql.sql("update notify.push_message set due_at = :past, expires_at = :past")
        .param("past", clock.instant().minusSeconds(1))
        .update();
  }

  @Test
  void quietHoursAreForEachToSay() {
    var fatima = allowed(world.fatima());
    assertThat(fatima.post(PAGE + "/push", "hours", "always")).hasStatus(303);
    var evening = calendar.current().closing(atWork()).orElseThrow().plus(Duration.ofHours(1));
    ask(world.sanne(), "De maand sluit niet");
    tell(evening);
    assertThat(server.got()).hasSize(1);
  }

  @Test
  void whoChoseNoNoticesGetsNone() {
    var fatima = allowed(world.fatima());
    fatima.post(PAGE, "wanted", "question_for_me-mail");
    ask(world.sanne(), "De maand sluit niet");
    tell();
    assertThat(server.got()).isEmpty();
    assertThat(
            sql.sql("select way from notify.pending where person_id = :id")
                .param("id", world.fatima().id())
                .query(String.class)
                .list())
        .doesNotContain("push");
  }

  @Test
  void aBrowserThatIsGoneIsNotSentToAgainAndItsOwnerReadsSo() {
    for (int status : List.of(404, 410)) {
      var fatima = allowed(world.fatima());
      server.answers(status);
      ask(world.sanne(), "De maand sluit niet " + status);
      tell();
      assertThat(waiting()).isEmpty();
      assertThat(
              sql.sql(
                      "select count(*) from notify.push_browser where endpoint is not null or point"
                          + " is not null")
                  .query(Long.class)
                  .single())
          .as("what was a way to it")
          .isZero();
      assertThat(settingsOf(fatima)).contains("Deze browser is er niet meer voor meldingen");
      assertThat(fatima.page(PAGE).expectFirst("#trouble-push").text()).contains("niet overal aan");
      assertThat(fatima.page(PAGE + "/trouble").text()).contains("niet overal aan");

      var before = server.got().size();
      ask(world.sanne(), "Nog een vraag " + status);
      tell();
      assertThat(server.got()).hasSize(before);
      sql.sql("delete from notify.push_browser").update();
    }
  }

  @Test
  void aServiceThatAsksToWaitIsLeftAloneForThatLong() {
    var fatima = allowed(world.fatima());
    server.answers(429, "Retry-After", "120");
    ask(world.sanne(), "De maand sluit niet");
    tell();
    assertThat(server.got()).hasSize(1);
    assertThat(waiting()).hasSize(1);
    assertThat(settingsOf(fatima)).contains("heeft het druk");

    later(Duration.ofSeconds(100));
    ask(world.sanne(), "Nog een");
    tell();
    assertThat(server.got()).as("not for another conversation either").hasSize(1);

    later(Duration.ofSeconds(21));
    delivery.deliverDue();
    assertThat(server.got()).hasSize(3);
    assertThat(waiting()).isEmpty();
    assertThat(settingsOf(fatima)).doesNotContain("heeft het druk").contains("laatste melding");
  }

  /** One moment in which a service is busy is no reason to call anybody to their settings. */
  @Test
  void whatPassesWorriesItsOwnerOnlyOnceItLasts() {
    var fatima = allowed(world.fatima());
    server.answers(429, "Retry-After", "120");
    server.answers(500);
    ask(world.sanne(), "De maand sluit niet");
    tell();
    assertThat(settingsOf(fatima)).contains("heeft het druk");
    assertThat(fatima.page(PAGE).select("#trouble-push")).isEmpty();
    assertThat(fatima.page(PAGE + "/trouble").text()).doesNotContain("niet overal aan");

    later(Duration.ofMinutes(10));
    delivery.deliverDue();
    assertThat(settingsOf(fatima)).contains("niet bereikbaar");
    assertThat(fatima.page(PAGE + "/trouble").text()).doesNotContain("niet overal aan");
    later(Duration.ofMinutes(6));
    assertThat(fatima.page(PAGE + "/trouble").text())
        .as("a quarter of an hour since it began")
        .contains("niet overal aan");
    delivery.deliverDue();
    assertThat(fatima.page(PAGE + "/trouble").text()).doesNotContain("niet overal aan");
  }

  @Test
  void nobodyIsSilencedForYears() {
    allowed(world.fatima());
    server.answers(429, "Retry-After", "999999999");
    ask(world.sanne(), "De maand sluit niet");
    tell();
    assertThat(waiting()).as("tomorrow it is no news").isEmpty();
    later(Duration.ofDays(1));
    ask(world.sanne(), "Nog een");
    tell();
    assertThat(server.got()).hasSize(2);
  }

  @Test
  void whatFailsIsTriedAgainLaterEachTime() {
    var fatima = allowed(world.fatima());
    server.answers(500);
    server.answers(502);
    ask(world.sanne(), "De maand sluit niet");
    tell();
    delivery.deliverDue();
    assertThat(server.got()).as("not at once").hasSize(1);
    assertThat(settingsOf(fatima)).contains("niet bereikbaar");
    later(Duration.ofSeconds(31));
    delivery.deliverDue();
    assertThat(server.got()).hasSize(2);
    later(Duration.ofSeconds(31));
    delivery.deliverDue();
    assertThat(server.got()).as("a minute, the second time").hasSize(2);
    later(Duration.ofSeconds(31));
    delivery.deliverDue();
    assertThat(server.got()).hasSize(3);
    assertThat(settingsOf(fatima)).doesNotContain("niet bereikbaar");
  }

  @Test
  void aRefusalIsNotTriedAgain() {
    for (int status : List.of(302, 400, 403, 413)) {
      var fatima = allowed(world.fatima());
      server.answers(status, "Location", server.origin() + "/phone");
      ask(world.sanne(), "De maand sluit niet " + status);
      tell();
      assertThat(waiting()).as("%s", status).isEmpty();
      assertThat(settingsOf(fatima)).contains("weigert ons");
      sql.sql("delete from notify.push_browser").update();
      sql.sql("delete from notify.pending").update();
    }
    assertThat(server.got()).as("a redirect is followed nowhere").hasSize(4);
  }

  /** Neither our own network nor a host that nobody named, and never without encryption. */
  @Test
  void anAddressThatPointsInsideOrElsewhereIsRefusedInWords() {
    settings.put(
        OutgoingSettings.SETTING,
        new OutgoingSettings(List.of("chat.example"), List.of("127.0.0.0/8")));
    var fatima = world.as(world.fatima());
    for (var endpoint :
        List.of(
            "https://chat.example/hooks/1",
            "http://fcm.googleapis.com/fcm/send/1",
            "https://127.0.0.1/fcm/send/1",
            "https://10.0.0.1/1",
            "https://[::1]/1",
            "https://169.254.169.254/latest",
            "https://localhost/1",
            "https://intranet.example/1",
            "https://fcm.googleapis.com.evil.example/1",
            "https://fcm.googleapis.com@evil.example/1",
            "https://fcm.googleapis.com:8443/1",
            "https://2130706433/1",
            "javascript:alert(1)",
            "",
            "https://" + "a".repeat(3000) + ".example/")) {
      var reply = allow(fatima, endpoint, phone);
      assertThat(reply).as(endpoint).hasStatus(422);
      assertThat(Browser.html(reply).text()).as(endpoint).containsAnyOf("sturen");
    }
    assertThat(sql.sql("select count(*) from notify.push_browser").query(Long.class).single())
        .isZero();
    for (var endpoint :
        List.of(
            "https://fcm.googleapis.com/fcm/send/abc:DEF",
            "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
            "https://wns2-db5p.notify.windows.com/w/?token=BQYAAA%3d",
            "https://web.push.apple.com/QGu")) {
      assertThat(allow(fatima, endpoint, phone)).as(endpoint).hasStatus(303);
    }
    assertThat(
            fatima.post(
                PAGE + "/browsers",
                "endpoint",
                "https://web.push.apple.com/Q",
                "p256dh",
                "x",
                "auth",
                "y"))
        .hasStatus(422);
  }

  /** It was allowed, and is not any more. */
  @Test
  void whatTheAdministratorTakesBackIsNotSentTo() {
    var fatima = allowed(world.fatima());
    settings.put(OutgoingSettings.SETTING, OutgoingSettings.USUAL);
    ask(world.sanne(), "De maand sluit niet");
    tell();
    assertThat(server.got()).isEmpty();
    assertThat(settingsOf(fatima)).contains("Je beheerder staat niet toe");
  }

  @Test
  void afterSigningOutOfThatBrowserNothingIsShownThere() {
    var fatima = allowed(world.fatima());
    ask(world.sanne(), "De maand sluit niet");
    due.tell(atWork());
    assertThat(fatima.post("/sign-out")).hasStatus(303);
    delivery.deliverDue();
    assertThat(server.got()).isEmpty();
    assertThat(sql.sql("select count(*) from notify.push_browser").query(Long.class).single())
        .isZero();
  }

  /** Its time was over: nobody is told of that. */
  @Test
  void aSignInThatEndedByItselfEndsItToo() {
    allowed(world.fatima());
    ask(world.sanne(), "De maand sluit niet");
    due.tell(atWork());
    sql.sql("update people.sign_in set expires_at = :past")
        .param("past", clock.instant().minusSeconds(1))
        .update();
    delivery.deliverDue();
    assertThat(server.got()).isEmpty();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void aBrowserBelongsToWhoSignedInThereLast() {
    allowed(world.sanne());
    allowed(world.fatima());
    var owners = sql.sql("select person_id from notify.push_browser").query(Long.class).list();
    assertThat(owners).containsExactly(world.fatima().id().value());
  }

  @Test
  void aColleaguesBrowserIsNotThere() {
    var fatima = allowed(world.fatima());
    var id = sql.sql("select id from notify.push_browser").query(Long.class).single();
    for (var act : List.of("/removal", "/trial")) {
      assertThat(world.as(world.joost()).post(PAGE + "/browsers/" + id + act)).hasStatus(404);
      assertThat(fatima.post(PAGE + "/browsers/987654321" + act)).hasStatus(404);
    }
    assertThat(world.as(world.joost()).page(PAGE).select("#push .lines")).isEmpty();
    assertThat(fatima.post(PAGE + "/browsers/" + id + "/removal")).hasStatus(303);
    assertThat(sql.sql("select count(*) from notify.push_browser").query(Long.class).single())
        .isZero();
  }

  @Test
  void aTrialComesAtOnceAndNotTooOften() {
    var fatima = allowed(world.fatima());
    var id = sql.sql("select id from notify.push_browser").query(Long.class).single();
    var trial = PAGE + "/browsers/" + id + "/trial";
    assertThat(fatima.post(trial)).hasStatus(303);
    delivery.deliverDue();
    assertThat(last().news().path("body").asString()).startsWith("Dit is een proef");
    assertThat(fatima.post(trial)).hasStatus(422);
    sql.sql("update notify.push_browser set received_at = received_at - interval '1 minute'")
        .update();
    assertThat(fatima.post(trial)).hasStatus(303);
  }

  @Test
  void notMoreBrowsersThanAnybodyHas() {
    for (int one = 0; one < PushBrowsers.MOST; one++) {
      var path = "/phone-" + one;
      assertThat(allow(world.as(world.fatima()), server.endpoint(path, phone), phone))
          .hasStatus(303);
    }
    var more = allow(world.as(world.fatima()), server.endpoint("/more", phone), phone);
    assertThat(more).hasStatus(422);
    assertThat(Browser.html(more).text()).contains("Je hebt al 10 browsers");
    assertThat(allow(world.as(world.joost()), server.endpoint("/more", phone), phone))
        .hasStatus(303);
  }

  @Test
  void oneWhoAllowsWithoutEndIsStopped() {
    var willemijn = world.as(world.willemijn());
    for (int one = 0; one < Pushes.MOST_ALLOWED; one++) {
      assertThat(allow(willemijn, server.endpoint("/" + one, phone), phone)).hasStatus(303);
    }
    var more = allow(willemijn, server.endpoint("/more", phone), phone);
    assertThat(more).hasStatus(429);
    assertThat(Browser.html(more).text()).contains("te vaak kort na elkaar");
    assertThat(allow(world.as(world.joost()), server.endpoint("/more", phone), phone))
        .as("each for themselves")
        .hasStatus(303);
  }

  @Test
  void aNewAddressTakesThePlaceOfTheOld() {
    var fatima = allowed(world.fatima());
    assertThat(
            fatima.post(
                PAGE + "/browsers/renewal",
                "endpoint",
                server.endpoint("/other", phone),
                "p256dh",
                phone.p256dh(),
                "auth",
                phone.auth()))
        .hasStatus(204);
    assertThat(sql.sql("select endpoint from notify.push_browser").query(String.class).list())
        .containsExactly(server.origin() + "/other");
  }

  /** A database that came from elsewhere, without its secret. */
  @Test
  void aLostKeyIsToldToTheAdministratorWhoCanMakeANewOne() {
    var fatima = allowed(world.fatima());
    var admin = world.as(world.willemijn());
    var before = fatima.page(PAGE).expectFirst("#push").attr("data-push-key");
    assertThat(admin.page("/admin").text()).doesNotContain("sleutel is verzegeld");
    settings.put(
        "push-keys",
        Map.of(
            "publicKey", before, "sealedPrivateKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
    ask(world.sanne(), "De maand sluit niet");
    tell();
    assertThat(server.got()).isEmpty();
    assertThat(settingsOf(fatima)).contains("Steunpunt is de sleutel kwijt");
    assertThat(admin.page("/admin").text()).contains("sleutel is verzegeld");

    assertThat(world.as(world.marieke()).post("/admin/push/keys")).hasStatus(404);
    assertThat(admin.post("/admin/push/keys")).hasStatus(303);
    assertThat(admin.page("/admin").text()).doesNotContain("sleutel is verzegeld");
    assertThat(admin.page("/admin/push").text()).contains("Geweigerd door de meldingendienst");
    assertThat(settingsOf(fatima)).contains("zet het daar opnieuw aan");
    assertThat(fatima.page(PAGE).expectFirst("#push").attr("data-push-key")).isNotEqualTo(before);
    assertThat(admin.page("/admin/audit").text()).contains("Sleutel van meldingen in browsers");
    assertThat(admin.page("/admin/audit").text()).as("no secret").doesNotContain("AAAAAAAA");
  }

  /** All nodes, and every start, give browsers the same key. */
  @Test
  void theKeyIsMadeOnce() {
    var key = world.as(world.fatima()).page(PAGE).expectFirst("#push").attr("data-push-key");
    assertThat(Base64.getUrlDecoder().decode(key)).hasSize(65);
    settings.rememberFirst("push-keys", Map.of("publicKey", "other", "sealedPrivateKey", ""));
    assertThat(world.as(world.fatima()).page(PAGE).expectFirst("#push").attr("data-push-key"))
        .isEqualTo(key);
  }

  @Test
  void whatNobodyLookedAtAndBrowsersThatWentAreForgottenAfterAWhile() {
    allowed(world.fatima());
    server.answers(410);
    ask(world.sanne(), "De maand sluit niet");
    tell();
    var rule = rules.stream().filter(one -> one.name().equals("notices")).findFirst().orElseThrow();
    assertThat(rule.forgetting().forget(clock.instant().minusSeconds(60), 100)).isZero();
    assertThat(rule.forgetting().forget(atWork().plusSeconds(60), 100)).isEqualTo(2);
    assertThat(sql.sql("select count(*) from notify.push_browser").query(Long.class).single())
        .isZero();
  }

  @Test
  void whatIsStoredIsShownToItsOwnerWithoutTheWayToTheBrowser() throws Exception {
    var fatima = allowed(world.fatima());
    fatima.post(PAGE + "/push", "hours", "always");
    var export = fatima.get("/account/data/export").getResponse().getContentAsString();
    assertThat(export).contains("notice_browsers", "notice_wish", "always");
    assertThat(export).doesNotContain(server.origin(), phone.auth(), phone.p256dh());
  }
}
