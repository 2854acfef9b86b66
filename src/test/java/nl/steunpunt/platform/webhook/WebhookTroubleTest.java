package nl.steunpunt.platform.webhook;

import static nl.steunpunt.platform.outgoing.AnsweringServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of what a receiver does not take. */
class WebhookTroubleTest extends WebhookWorld {
  @Autowired Webhooks webhooks;

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
}
