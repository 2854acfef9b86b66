package nl.steunpunt.platform.webhook;

import static java.util.Objects.requireNonNull;
import static nl.steunpunt.platform.outgoing.AnsweringServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.steunpunt.platform.outgoing.AnsweringServer.Got;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the administrator's form to what a receiver gets. */
class WebhookTest extends WebhookWorld {
  @Autowired List<RetentionRule> rules;

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
