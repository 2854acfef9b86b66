package nl.steunpunt.platform.webhook;

import static java.util.Objects.requireNonNull;
import static nl.steunpunt.platform.outgoing.AnsweringServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import nl.steunpunt.platform.outgoing.AnsweringServer.Got;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the administrator's form to what a receiver gets, and what becomes of it. */
@SteunpuntTest
class WebhookTest {
  private static final String PATH_SECRET = "xk3wq8r5tjbnmy9ufdhc7zsgpe";
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired World world;
  @Autowired WebhookDelivering delivering;
  @Autowired Webhooks webhooks;
  @Autowired Settings settings;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired List<RetentionRule> rules;

  private AnsweringServer receiver;
  private long id;
  private String secret = "";

  @BeforeEach
  void open() throws IOException {
    receiver = AnsweringServer.plain(says("204 No Content", ""));
    settings.put(
        OutgoingSettings.SETTING,
        new OutgoingSettings(List.of("http://127.0.0.1:" + receiver.port()), List.of("127.0.0.1")));
  }

  @AfterEach
  void close() throws IOException {
    receiver.close();
  }

  private Browser admin() {
    return world.as(world.willemijn());
  }

  private String address() {
    return "http://127.0.0.1:" + receiver.port() + "/hooks/" + PATH_SECRET;
  }

  private String path() {
    return "/admin/webhooks/" + id;
  }

  private void webhook(String... more) {
    var fields = new ArrayList<>(List.of("name", "Magazijn", "address", address()));
    for (var event :
        List.of(
            "question_asked",
            "question_handed_over",
            "question_solved",
            "question_closed",
            "issue_reported",
            "issue_changed",
            "ticket_closed",
            "ticket_returned")) {
      fields.addAll(List.of("events", event));
    }
    fields.addAll(List.of(more));
    var reply = admin().post("/admin/webhooks", fields.toArray(String[]::new));
    assertThat(reply).hasStatusOk();
    secret = Browser.html(reply).select("#secret").text();
    id = sql.sql("select max(id) from platform.webhook").query(Long.class).single();
  }

  private String ask(Colleague asker, String text) {
    var reply = world.as(asker).post("/questions", "system", world.nova().toString(), "text", text);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private void deliver() {
    while (delivering.deliverOne()) {
      Thread.onSpinWait();
    }
  }

  private void makeDue() {
    var before = clock.instant().minusSeconds(1);
    sql.sql("update platform.webhook set try_at = :at").param("at", before).update();
    sql.sql("update platform.webhook_delivery set next_at = :at").param("at", before).update();
  }

  private List<String> states() {
    return sql.sql("select state from platform.webhook_delivery where webhook_id = :id order by id")
        .param("id", id)
        .query(String.class)
        .list();
  }

  private Got last() {
    return receiver.got().getLast();
  }

  private JsonNode body() {
    return JSON.readTree(last().body());
  }

  /**
   * Written again from the standard's words, not from ours; held to the standard's own example
   * first.
   */
  private static boolean isSigned(
      String secret, String id, String at, String signatures, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var signed = mac.doFinal((id + "." + at + "." + body).getBytes(StandardCharsets.UTF_8));
      return List.of(signatures.split(" "))
          .contains("v1," + Base64.getEncoder().encodeToString(signed));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isSigned(String secret, Got got) {
    return isSigned(
        secret,
        requireNonNull(got.header("webhook-id")),
        requireNonNull(got.header("webhook-timestamp")),
        requireNonNull(got.header("webhook-signature")),
        got.body());
  }

  /** The example that the standard's own libraries are tested with. */
  @Test
  void theSignatureIsThePublishedOne() {
    var secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    var body = "{\"test\": 2432232314}";
    var signature =
        WebhookSecret.of(secret)
            .orElseThrow()
            .sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330,
                body.getBytes(StandardCharsets.UTF_8));
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    assertThat(isSigned(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", signature, body))
        .isTrue();
    assertThat(isSigned(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265331", signature, body))
        .isFalse();
  }

  @Test
  void whatHappensIsToldSignedAndWithoutPeopleOrWords() {
    webhook();
    var question = ask(world.sanne(), "Mijn geheime btw-code");
    deliver();
    assertThat(receiver.got()).hasSize(1);
    var got = last();
    assertThat(got.line()).isEqualTo("POST /hooks/" + PATH_SECRET + " HTTP/1.1");
    assertThat(got.header("content-type")).startsWith("application/cloudevents+json");
    assertThat(isSigned(secret, got)).isTrue();
    assertThat(isSigned(WebhookSecret.fresh().written(), got)).isFalse();
    var event = body();
    assertThat(event.path("specversion").asString()).isEqualTo("1.0");
    assertThat(event.path("type").asString()).isEqualTo("nl.steunpunt.question.asked");
    assertThat(event.path("subject").asString()).isEqualTo(question);
    assertThat(admin().page(path()).text()).contains(question);
    assertThat(admin().page(path()).select("a[href=" + question + "]"))
        .as("not theirs to open")
        .isEmpty();
    assertThat(event.path("source").asString()).startsWith("http");
    assertThat(got.header("webhook-id"))
        .isEqualTo("msg_" + event.path("id").asString().replace("-", ""));
    assertThat(event.at("/data/systemId").asLong()).isEqualTo(world.nova().value());
    assertThat(got.body())
        .doesNotContain("btw", "Sanne", "Fatima", "askerId", "powerUserId", "@novum");
    assertThat(states()).containsExactly("delivered");
  }

  @Test
  void withPeopleItHasTheirNumbersAndNoNames() {
    webhook("withPeople", "true");
    ask(world.sanne(), "Mijn rol klopt niet");
    deliver();
    assertThat(body().at("/data/askerId").asLong()).isEqualTo(world.sanne().id().value());
    assertThat(last().body()).doesNotContain("Sanne");
  }

  @Test
  void theWholeCourseOfAQuestionAndAnIssue() {
    webhook();
    var question = ask(world.sanne(), "Ik kan de periode niet sluiten");
    world.as(world.fatima()).post(question + "/handover", "tried", "Opnieuw ingelogd");
    world
        .as(world.pieter())
        .post(
            "/desk" + question + "/closure",
            "reason",
            "solved",
            "text",
            "Gesloten",
            "couldPowerUser",
            "true");
    world.as(world.sanne()).post(question + "/confirmation");
    deliver();
    assertThat(types())
        .containsExactly(
            "nl.steunpunt.question.asked",
            "nl.steunpunt.question.handed_over",
            "nl.steunpunt.question.solved",
            "nl.steunpunt.ticket.closed",
            "nl.steunpunt.question.closed");
    receiver.got().clear();
    world
        .as(world.marieke())
        .post("/issues", "system", world.nova().toString(), "title", "Traag", "description", "Erg");
    deliver();
    assertThat(types()).containsExactly("nl.steunpunt.issue.reported");
    assertThat(last().body()).doesNotContain("Traag");
  }

  @Test
  void whatIssuesGoIntoIsToldAndThatTheyCameOut() {
    webhook();
    var gone = report("Boeken lukt niet");
    var kept = report("Boeken mislukt");
    deliver();
    receiver.got().clear();
    var number = kept.substring(kept.lastIndexOf('/') + 1);
    assertThat(world.as(world.marieke()).post(gone + "/merger", "into", number)).hasStatus(303);
    deliver();
    assertThat(types()).containsExactly("nl.steunpunt.issue.changed");
    assertThat(body().path("subject").asString()).isEqualTo(gone);
    assertThat(body().at("/data/mergedInto").asString("")).isEqualTo(number);
    assertThat(world.as(world.marieke()).post(gone + "/merger/undoing")).hasStatus(303);
    deliver();
    assertThat(body().path("subject").asString()).isEqualTo(gone);
    assertThat(body().at("/data/mergedInto").isMissingNode()).isTrue();
  }

  private String report(String title) {
    var reply =
        world
            .as(world.marieke())
            .post(
                "/issues", "system", world.nova().toString(), "title", title, "description", "Erg");
    return requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private List<String> types() {
    return receiver.got().stream()
        .map(got -> JSON.readTree(got.body()).path("type").asString())
        .toList();
  }

  @Test
  void whatItDoesNotHearIsNotTold() {
    webhook();
    var only = List.of("name", "Magazijn", "address", "", "events", "issue_reported");
    assertThat(admin().post(path(), only.toArray(String[]::new))).hasStatus(303);
    ask(world.sanne(), "Hoort niemand dit?");
    deliver();
    assertThat(receiver.got()).isEmpty();
  }

  @Test
  void secretsAreShownOnceAndTwoSignWhileTheyAreChangedOver() {
    webhook();
    var first = secret;
    assertThat(first).startsWith("whsec_");
    assertThat(admin().page(path()).html()).doesNotContain(first, PATH_SECRET);
    var row =
        sql.sql(
                "select to_json(w)::text || (select string_agg(detail::text, ' ') from"
                    + " platform.audit) from platform.webhook w where id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(row).doesNotContain(first, PATH_SECRET, first.substring(6));
    var second = Browser.html(admin().post(path() + "/secret")).select("#secret").text();
    ask(world.sanne(), "Eén");
    deliver();
    assertThat(isSigned(first, last())).isTrue();
    assertThat(isSigned(second, last())).isTrue();
    sql.sql("update platform.webhook set old_secret_until = :at")
        .param("at", clock.instant().minusSeconds(1))
        .update();
    ask(world.sanne(), "Twee");
    deliver();
    assertThat(isSigned(first, last())).isFalse();
    assertThat(isSigned(second, last())).isTrue();
  }

  @Test
  void anAddressWithinIsRefusedAtTheFormAndAtSending() {
    webhook();
    for (var inside :
        List.of(
            "https://10.0.0.7/hook",
            "https://169.254.169.254/latest",
            "http://example.org/x",
            "ftp://x")) {
      var reply = admin().post(path(), "name", "M", "address", inside, "events", "question_asked");
      assertThat(reply).as(inside).hasStatus(422);
      assertThat(Browser.html(reply).select("#address").attr("value")).isEqualTo(inside);
    }
    settings.put(OutgoingSettings.SETTING, OutgoingSettings.USUAL);
    ask(world.sanne(), "Nu mag het niet meer");
    deliver();
    assertThat(receiver.got()).isEmpty();
    assertThat(admin().page(path()).text()).contains("Komt niet aan");
  }

  @Test
  void whoIsDownIsTriedAgainLaterAndTheRestWaitsInOrder() {
    webhook();
    receiver.answer(says("500 Oops", "stuk: " + PATH_SECRET));
    ask(world.sanne(), "Eén");
    ask(world.noor(), "Twee");
    deliver();
    assertThat(receiver.got()).as("one attempt, not one for each").hasSize(1);
    assertThat(states()).containsExactly("waiting", "waiting");
    var page = admin().page(path());
    assertThat(page.text())
        .contains("Bij de ontvanger gaat iets mis", "HTTP 500")
        .doesNotContain(PATH_SECRET);
    deliver();
    assertThat(receiver.got()).as("not before its time").hasSize(1);
    receiver.answer(says("200 OK", ""));
    makeDue();
    deliver();
    assertThat(receiver.got()).hasSize(3);
    assertThat(receiver.got().get(1).header("webhook-id"))
        .as("the same number again")
        .isEqualTo(receiver.got().get(0).header("webhook-id"));
    assertThat(states()).containsExactly("delivered", "delivered");
  }

  /** A turn may take long; a node that dies in one keeps the rest waiting for two minutes only. */
  @Test
  void aTurnIsHeldWhileItGoesOnAndForTwoMinutesAfterItsLastWord() {
    webhook();
    ask(world.sanne(), "De knoop viel om");
    var turn = webhooks.claim().orElseThrow();
    assertThat(webhooks.claim()).as("another node").isEmpty();
    sql.sql("update platform.webhook set try_at = :soon")
        .param("soon", clock.instant().plusSeconds(1))
        .update();
    webhooks.renew(turn.id());
    assertThat(sql.sql("select try_at from platform.webhook").query(Instant.class).single())
        .isCloseTo(clock.instant().plusSeconds(120), within(20, ChronoUnit.SECONDS));
    makeDue();
    deliver();
    assertThat(receiver.got()).hasSize(1);
  }

  @Test
  void whoHasTooMuchToDoIsLeftAloneForAsLongAsItAsks() {
    webhook();
    receiver.answer(says("429 Too Many Requests", "", "Retry-After: 1800"));
    ask(world.sanne(), "Eén");
    deliver();
    assertThat(tryAt())
        .isCloseTo(clock.instant().plusSeconds(1800), within(20, ChronoUnit.SECONDS));
  }

  private Instant tryAt() {
    return sql.sql("select try_at from platform.webhook where id = :id")
        .param("id", id)
        .query(Instant.class)
        .single();
  }

  @Test
  void oneThatIsRefusedHoldsUpNoOther() {
    webhook();
    receiver.answer((got, out) -> {
      var first = receiver.got().size() == 1;
      says(first ? "422 Unprocessable" : "200 OK", first ? "dit niet" : "").answer(got, out);
    });
    ask(world.sanne(), "Eén");
    ask(world.noor(), "Twee");
    deliver();
    assertThat(states()).containsExactly("waiting", "delivered");
    assertThat(admin().page(path()).text()).contains("dit niet", "Wacht");
  }

  /** A secret that is wrong, or an address that is no more: so for each message. */
  @Test
  void whoKeepsItsDoorShutIsLeftAloneLikeOneThatIsDown() {
    webhook();
    receiver.answer(says("401 Unauthorized", "signature"));
    ask(world.sanne(), "Eén");
    ask(world.noor(), "Twee");
    deliver();
    assertThat(receiver.got()).as("one attempt, not one for each").hasSize(1);
    assertThat(states()).containsExactly("waiting", "waiting");
    assertThat(admin().page(path()).text())
        .contains("Komt niet aan", "laat ons niet binnen", "tot dan wacht de rest");
    receiver.answer(says("404 Not Found", ""));
    makeDue();
    deliver();
    assertThat(receiver.got()).hasSize(2);
    receiver.answer(says("200 OK", ""));
    makeDue();
    deliver();
    assertThat(states()).containsOnly("delivered");
    assertThat(admin().page(path()).text()).contains("Werkt");
  }

  /** A receiver that knows what the others are about, and not what this one is. */
  @ParameterizedTest
  @ValueSource(strings = {"404 Not Found", "403 Forbidden", "500 Oops"})
  void oneThatIsNeverTakenIsGivenUpAndTheOthersGoOnInOrder(String answer) {
    webhook();
    var subject = "\"subject\":\"" + ask(world.sanne(), "Eén") + "\"";
    receiver.answer(
        (got, out) -> says(got.body().contains(subject) ? answer : "200 OK", "").answer(got, out));
    ask(world.noor(), "Twee");
    ask(world.emma(), "Drie");
    for (int tries = 1; tries < WebhookDelivering.DOUBTED_AFTER; tries++) {
      deliver();
      assertThat(states()).as("try " + tries).containsOnly("waiting");
      makeDue();
    }
    deliver();
    assertThat(states()).containsExactly("failed", "delivered", "delivered");
    assertThat(receiver.got())
        .as("once more when another was taken")
        .hasSize(WebhookDelivering.DOUBTED_AFTER + 3);
    var page = admin().page(path());
    assertThat(page.text()).contains("Opgegeven", "Werkt").doesNotContain("Komt niet aan");
    assertThat(page.select("form[action$=resending]")).hasSize(3);
    ask(world.sanne(), "Vier");
    deliver();
    assertThat(states()).as("and is not tried again").endsWith("delivered");
  }

  /** As many as an import makes of a kind that the receiver does not know. */
  @Test
  void manyThatAreNeverTakenHoldUpNoOther() {
    webhook();
    for (int n = 0; n < 25; n++) {
      ask(world.sanne(), "Vraag " + n);
    }
    var subject = "\"subject\":\"" + ask(world.noor(), "Die wel") + "\"";
    receiver.answer((got, out) ->
        says(got.body().contains(subject) ? "200 OK" : "500 Oops", "").answer(got, out));
    for (int turn = 0; turn < 2 * WebhookDelivering.DOUBTED_AFTER + 1; turn++) {
      deliver();
      makeDue();
    }
    assertThat(states()).endsWith("delivered").contains("failed");
  }

  @Test
  void whoComesBackHalfwayThroughATurnMissesNothing() {
    webhook();
    ask(world.sanne(), "Eén");
    ask(world.noor(), "Twee");
    receiver.answer(says("503 Down", ""));
    for (int tries = 0; tries < 2 * WebhookDelivering.DOUBTED_AFTER; tries++) {
      deliver();
      makeDue();
    }
    var left = new AtomicInteger(1);
    receiver.answer((got, out) ->
        says(left.getAndDecrement() > 0 ? "503 Down" : "200 OK", "").answer(got, out));
    deliver();
    assertThat(states()).containsExactly("delivered", "delivered");
  }

  /** It stays shut for a day: that is no message's fault. */
  @Test
  void whoTakesNothingLosesNothing() {
    webhook();
    ask(world.sanne(), "Eén");
    ask(world.noor(), "Twee");
    receiver.answer(says("404 Not Found", ""));
    for (int tries = 0; tries < 3 * WebhookDelivering.DOUBTED_AFTER; tries++) {
      deliver();
      makeDue();
    }
    assertThat(states()).containsOnly("waiting");
    receiver.got().clear();
    deliver();
    assertThat(receiver.got()).as("each once in a turn").hasSize(2);
    assertThat(admin().page(path()).text()).contains("Komt niet aan", "tot dan wacht de rest");
    receiver.answer(says("200 OK", ""));
    receiver.got().clear();
    makeDue();
    deliver();
    assertThat(states()).containsExactly("delivered", "delivered");
  }

  /** Many receivers say 400 to a signature that is wrong. */
  @Test
  void whoRefusesOneAfterTheOtherIsSomebodysWorry() {
    webhook();
    receiver.answer(says("400 Bad Request", "nee"));
    for (int i = 0; i < 4; i++) {
      ask(world.sanne(), "Vraag " + i);
    }
    deliver();
    assertThat(admin().page(path()).text()).doesNotContain("Komt niet aan");
    ask(world.noor(), "Nog een");
    deliver();
    assertThat(receiver.got()).as("each for itself").hasSize(5);
    assertThat(admin().page(path()).text())
        .contains("Komt niet aan", "geen bericht aan")
        .doesNotContain("tot dan wacht de rest");
    sql.sql("update platform.webhook set failing_since = :since")
        .param("since", clock.instant().minus(Duration.ofMinutes(20)))
        .update();
    assertThat(admin().page("/admin").text()).contains("Een webhook komt niet aan");
    receiver.answer(says("200 OK", ""));
    makeDue();
    deliver();
    assertThat(states()).containsOnly("delivered");
    assertThat(admin().page("/admin").text()).doesNotContain("Een webhook komt niet aan");
  }

  @Test
  void whoIsGoneIsSwitchedOffAndSaysSo() {
    webhook();
    receiver.answer(says("410 Gone", ""));
    ask(world.sanne(), "Eén");
    ask(world.noor(), "Twee");
    deliver();
    assertThat(receiver.got()).hasSize(1);
    assertThat(states()).containsExactly("failed", "failed");
    assertThat(admin().page(path()).text()).contains("Bestaat niet meer", "410");
    assertThat(admin().page("/admin").text()).contains("Een webhook komt niet aan");
    receiver.answer(says("200 OK", ""));
    admin().post(path() + "/activity", "active", "true");
    var since = LocalDateTime.ofInstant(clock.instant(), OrganisationClock.ZONE).minusMinutes(5);
    assertThat(
            admin()
                .post(
                    path() + "/replay", "since", since.truncatedTo(ChronoUnit.MINUTES).toString()))
        .hasStatus(303);
    deliver();
    assertThat(receiver.got()).hasSize(3);
    assertThat(types().subList(1, 3)).containsOnly("nl.steunpunt.question.asked");
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (var elsewhere = AnsweringServer.plain(says("200 OK", ""))) {
      webhook();
      receiver.answer(
          says(
              "307 Temporary Redirect",
              "",
              "Location: http://127.0.0.1:" + elsewhere.port() + "/"));
      ask(world.sanne(), "Eén");
      deliver();
      assertThat(elsewhere.got()).isEmpty();
      assertThat(admin().page(path()).text()).contains("stuurt ons door", "Dat volgen we niet");
    }
  }

  @Test
  void whatNobodyTookForThreeDaysIsGivenUpAndCanBeSentByHand() {
    webhook();
    receiver.answer(says("503 Busy", ""));
    ask(world.sanne(), "Eén");
    deliver();
    sql.sql("update platform.webhook_event set at = :old")
        .param("old", clock.instant().minus(Deliveries.GIVEN_UP).minusSeconds(1))
        .update();
    makeDue();
    deliver();
    assertThat(states()).containsExactly("failed");
    receiver.answer(says("200 OK", ""));
    var form = admin().page(path()).select("form[action$=resending]").attr("action");
    assertThat(admin().post(form)).hasStatus(303);
    makeDue();
    deliver();
    assertThat(states()).contains("delivered");
    assertThat(receiver.got().getLast().header("webhook-id"))
        .isEqualTo(receiver.got().getFirst().header("webhook-id"));
    assertThat(admin().post("/admin/webhooks/" + id + "/deliveries/987654321/resending"))
        .hasStatus(404);
  }

  @Test
  void fromAMomentOnItIsToldAgainUnderTheSameNumbers() {
    webhook();
    ask(world.sanne(), "Eén");
    ask(world.noor(), "Twee");
    deliver();
    sql.sql(
            "update platform.webhook_event set at = at - interval '3 hours' where seq = (select"
                + " min(seq) from platform.webhook_event)")
        .update();
    var since = LocalDateTime.ofInstant(clock.instant(), OrganisationClock.ZONE).minusHours(1);
    admin().post(path() + "/replay", "since", since.truncatedTo(ChronoUnit.MINUTES).toString());
    deliver();
    assertThat(receiver.got()).hasSize(3);
    assertThat(receiver.got().get(2).header("webhook-id"))
        .isEqualTo(receiver.got().get(1).header("webhook-id"));
    var wrong = admin().post(path() + "/replay", "since", "gisteren");
    assertThat(wrong).hasStatus(422);
    assertThat(Browser.html(wrong).select("#since").attr("value")).isEqualTo("gisteren");
  }

  @Test
  void theTestButtonWaitsForTheAnswer() {
    webhook();
    assertThat(admin().post(path() + "/test")).hasStatus(303);
    assertThat(body().path("type").asString()).isEqualTo("nl.steunpunt.webhook.test");
    assertThat(isSigned(secret, last())).isTrue();
    receiver.answer(says("404 Not Found", "wat?"));
    var reply = Browser.html(admin().post(path() + "/test"));
    assertThat(reply.text()).contains("De proef is niet aangekomen", "404", "wat?");
    admin().post(path() + "/activity", "active", "false");
    assertThat(admin().post(path() + "/test")).hasStatus(409);
  }

  @Test
  void whatWasToldGoesAfterItsTime() {
    webhook();
    ask(world.sanne(), "Eén");
    var rule =
        rules.stream().filter(one -> one.name().equals("webhook_events")).findFirst().orElseThrow();
    assertThat(rule.forgetting().forget(clock.instant().minus(Duration.ofHours(1)), 100)).isZero();
    assertThat(rule.forgetting().forget(clock.instant().plusSeconds(1), 100)).isOne();
    assertThat(states()).isEmpty();
  }

  @Test
  void byTheApi() {
    var made =
        api(
            HttpMethod.POST,
            "",
            "{\"name\":\"M\",\"address\":\"%s\",\"events\":[\"question_asked\"]}"
                .formatted(address()));
    assertThat(made).hasStatus(201).bodyText().doesNotContain(PATH_SECRET, "whsec");
    id = sql.sql("select max(id) from platform.webhook").query(Long.class).single();
    var own = WebhookSecret.fresh().written();
    assertThat(api(HttpMethod.POST, "/" + id + "/secret", "{\"secret\":\"" + own + "\"}"))
        .hasStatusOk()
        .bodyText()
        .contains(own);
    ask(world.sanne(), "Eén");
    deliver();
    assertThat(isSigned(own, last())).isTrue();
    assertThat(api(HttpMethod.GET, "/" + id + "/deliveries", ""))
        .bodyText()
        .contains("\"state\":\"delivered\"", "nl.steunpunt.question.asked");
    assertThat(api(HttpMethod.POST, "/" + id + "/replay", "{\"since\":\"2020-01-01T00:00:00Z\"}"))
        .bodyText()
        .contains("\"messages\":1");
    assertThat(api(HttpMethod.PUT, "/" + id, "{\"name\":\"\",\"events\":[\"question_asked\"]}"))
        .hasStatus(422);
    assertThat(api(HttpMethod.PUT, "/" + id, "{\"name\":\"N\",\"events\":[\"none\"]}"))
        .hasStatus(422);
    assertThat(api(HttpMethod.POST, "/" + id + "/test", ""))
        .bodyText()
        .contains("\"arrived\":true");
    assertThat(api(HttpMethod.POST, "/" + id + "/removal", "")).hasStatus(204);
    assertThat(api(HttpMethod.GET, "/" + id, "")).hasStatus(404);
  }

  private MvcTestResult api(HttpMethod method, String path, String body) {
    return world
        .api()
        .method(method)
        .uri("/api/v1/webhooks" + path)
        .header("Authorization", "Bearer " + world.token(world.willemijn()))
        .contentType("application/json")
        .content(body)
        .exchange();
  }
}
