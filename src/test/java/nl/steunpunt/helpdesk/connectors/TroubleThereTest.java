package nl.steunpunt.helpdesk.connectors;

import static nl.steunpunt.platform.outgoing.AnsweringServer.hangs;
import static nl.steunpunt.platform.outgoing.AnsweringServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.steunpunt.helpdesk.connectors.PretendTracker.Fault;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.outgoing.OwnCertificate;
import nl.steunpunt.world.Colleague;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Another system that fails, or refuses: nothing is lost, nothing doubled, and it is said. */
class TroubleThereTest extends WithPretendTracker {
  @Test
  void awayForADayNothingIsLostAndNothingDoubled() {
    var question = there();
    server.answer(says("503 Service Unavailable", "<html>Maintenance</html>"));
    world.as(world.sanne()).post(question + "/messages", "text", "Eén");
    exchange();
    for (int i = 0; i < 30; i++) {
      world.as(world.sanne()).post(question + "/messages", "text", "Nog " + i);
      later();
    }
    sql.sql("update helpdesk.connection set failing_since = :then")
        .param("then", clock.instant().minus(Duration.ofDays(1)))
        .update();
    assertThat(trouble()).contains("Sinds gisteren", "Er wachten 31 berichten");
    assertThat(world.as(world.sanne()).page(question + "/elsewhere").text())
        .contains("niet te bereiken sinds gisteren");
    assertThat(admin().page("/admin").text()).contains("koppeling met een helpdesksysteem");

    tracker.correspond(tracker.only(), "pieter", "We waren er niet.");
    server.answer(tracker);
    later();
    later();
    assertThat(tracker.only().comments()).hasSize(31);
    assertThat(tracker.only().comments().getLast()).contains("Nog 29");
    assertThat(conversation(question)).containsOnlyOnce("We waren er niet.");
    assertThat(trouble()).isEmpty();
  }

  @Test
  void anotherCertificateIsSaidInWordsAndNothingGoesThere(@TempDir Path folder) throws Exception {
    connected();
    handedOver();
    exchange();
    var context = OwnCertificate.of("localhost", folder);
    try (var other = AnsweringServer.encrypted(context, tracker)) {
      settings.put(
          OutgoingSettings.SETTING,
          new OutgoingSettings(
              List.of("localhost:" + other.port()), List.of("127.0.0.0/8", "::1")));
      sql.sql("update helpdesk.connection set address = :address")
          .param("address", "https://localhost:" + other.port())
          .update();
      var asked = tracker.asked.size();
      handedOver();
      exchange();
      assertThat(trouble()).contains("certificaat klopt niet", "Er wacht 1 bericht");
      assertThat(tracker.asked).hasSize(asked);
    }
    settings.put(
        OutgoingSettings.SETTING, new OutgoingSettings(List.of(address()), List.of("127.0.0.1")));
    sql.sql("update helpdesk.connection set address = :address")
        .param("address", address())
        .update();
    later();
    assertThat(tracker.tickets()).hasSize(2);
  }

  /** After twenty seconds. */
  @Test
  void whoHangsIsLeftAlone() {
    connected();
    handedOver();
    server.answer(hangs());
    exchange();
    assertThat(trouble()).contains("antwoordt niet op tijd", "Er wacht 1 bericht");
    server.answer(tracker);
    later();
    assertThat(tracker.tickets()).hasSize(1);
  }

  @Test
  void aPageInsteadOfAnAnswerIsSaidInWords() {
    connected();
    handedOver();
    server.answer(
        says(
            "200 OK",
            "<html><head><title>x</title></head><body>Please log in</body></html>",
            "Content-Type: text/html"));
    exchange();
    assertThat(trouble()).contains("Er komt een webpagina terug", "Please log in");
    assertThat(letters()).isEqualTo(1);
    server.answer(tracker);
    later();
    assertThat(tracker.tickets()).hasSize(1);
  }

  @Test
  void aKeyThatIsNotGoodHoldsAllUp() {
    connected("key", "fout");
    handedOver();
    exchange();
    assertThat(trouble()).contains("laat ons niet binnen", "Er wacht 1 bericht");
  }

  @Test
  void brokenAtOneThingGoesOnWithTheRest() {
    connected();
    handedOver();
    tracker.fault = Fault.BROKEN_AT_WRITING;
    exchange();
    assertThat(trouble()).isEmpty();
    for (int i = 0; i < 6; i++) {
      later();
    }
    var page = world.as(world.pieter()).page("/desk/undelivered");
    assertThat(page.text()).contains("Melding van Sanne de Vries", "zelf een storing");
    tracker.fault = null;
    send(page, "Beter zo\r\nen met meer");
    assertThat(tracker.only().body.path("Content").asString())
        .as("with its lines as they were, and not as a browser sends them")
        .contains("Beter zo\nen met meer");
  }

  private void send(org.jsoup.nodes.Document page, String text) {
    var form = page.expectFirst("form[action$=/sending]").attr("action");
    assertThat(world.as(world.pieter()).post(form, "text", text)).hasStatus(303);
    exchange();
  }

  @Test
  void whatIsRefusedWaitsForTheDeskAndHoldsUpItsTicketAlone() {
    connected();
    tracker.fault = Fault.REFUSES_TICKETS;
    var question = handedOver();
    exchange();
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    tracker.fault = null;
    var other = handedOver();
    exchange();

    assertThat(tracker.tickets()).hasSize(1);
    assertThat(other).isNotEqualTo(question);
    var page = world.as(world.pieter()).page("/desk/undelivered");
    assertThat(page.text())
        .contains("neemt dit niet aan", "Queue not set", "Er wacht nog 1 bericht");
    assertThat(page.expectFirst("textarea").wholeText()).contains(TEXT, TRIED);
    assertThat(world.as(world.pieter()).page("/desk").text())
        .contains("Eén bericht werd geweigerd door een ander helpdesksysteem.");
    assertThat(admin().get("/desk/undelivered")).hasStatus(404);
    assertThat(admin().page("/admin/connections").text()).contains("1 bericht werd geweigerd");
    send(page, "Met andere woorden");
    assertThat(world.as(world.pieter()).page("/desk").select("a[href=/desk/undelivered]"))
        .isEmpty();
    assertThat(tracker.tickets()).hasSize(2);
    assertThat(tracker.tickets().getLast().body.path("Content").asString())
        .contains("Met andere woorden")
        .doesNotContain(TRIED);
    assertThat(tracker.tickets().getLast().comments()).hasSize(1);
  }

  @Test
  void theDeskPutsItRightByTheApiToo() {
    connected();
    tracker.fault = Fault.REFUSES_TICKETS;
    handedOver();
    handedOver();
    exchange();
    tracker.fault = null;
    var list = api(HttpMethod.GET, "?limit=1", "");
    assertThat(list).hasStatusOk().bodyText().contains("\"kind\":\"create\"", TRIED, "\"next\":\"");
    var letters =
        sql.sql("select id from helpdesk.letter where dead_at is not null order by id")
            .query(Long.class)
            .list();
    var first = "/" + letters.getFirst();
    assertThat(api(HttpMethod.POST, first + "/sending", "{\"text\":\" \"}")).hasStatus(422);
    assertThat(api(HttpMethod.POST, first + "/sending", "{\"text\":\"Zo dan\"}")).hasStatus(204);
    assertThat(api(HttpMethod.POST, first + "/sending", "{\"text\":\"Zo dan\"}")).hasStatus(409);
    assertThat(api(HttpMethod.POST, "/" + letters.getLast() + "/removal", "")).hasStatus(204);
    exchange();
    assertThat(tracker.only().body.path("Content").asString()).contains("Zo dan");
    assertThat(letters()).isZero();
    assertThat(as(world.willemijn(), HttpMethod.GET, "", "")).hasStatus(404);
  }

  private MvcTestResult api(HttpMethod method, String path, String body) {
    return as(world.pieter(), method, path, body);
  }

  private MvcTestResult as(Colleague who, HttpMethod method, String path, String body) {
    return world
        .api()
        .method(method)
        .uri("/api/v1/tickets/undelivered" + path)
        .header("Authorization", "Bearer " + world.token(who))
        .contentType("application/json")
        .content(body)
        .exchange();
  }

  @Test
  void whatIsDroppedNeverGoes() {
    var question = there();
    tracker.goes(tracker.only());
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    exchange();
    var pieter = world.as(world.pieter());
    var form =
        pieter.page("/desk/undelivered").expectFirst("form[action$=/removal]").attr("action");
    assertThat(pieter.post(form)).hasStatus(303);
    assertThat(pieter.post(form)).hasStatus(409);
    assertThat(letters()).isZero();
  }

  @Test
  void aStatusThatIsNotTakenIsNoted() {
    var question = there();
    tracker.becomes(tracker.only(), "resolved");
    later();
    tracker.fault = Fault.IGNORES_STATUS;
    world.as(world.sanne()).post(question + "/reopening");
    exchange();
    assertThat(world.as(world.pieter()).page("/desk/undelivered").text())
        .contains("valid status for this ticket");
    later();
    assertThat(status(question)).isEqualTo("with_helpdesk");
  }

  @Test
  void brokenAtEverythingHoldsUpAllOfIt() {
    var question = there();
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    tracker.fault = Fault.BROKEN;
    exchange();
    for (int i = 0; i < 10; i++) {
      later();
    }
    assertThat(trouble()).contains("zelf een storing", "Er wacht 1 bericht");
    assertThat(world.as(world.pieter()).page("/desk/undelivered").text())
        .contains("Alles is aangekomen");
    tracker.fault = null;
    later();
    assertThat(tracker.only().comments()).hasSize(1);
    assertThat(trouble()).isEmpty();
  }

  @Test
  void aTicketThatCannotBeReadNowIsReadSoon() {
    var question = there();
    tracker.correspond(tracker.only(), "pieter", "Sinds wanneer?");
    tracker.fault = Fault.BROKEN_AT_TICKETS;
    later();
    assertThat(trouble()).isEmpty();
    tracker.fault = null;
    assertThat(
            sql.sql("select look_at from helpdesk.linked_ticket")
                .query(java.time.Instant.class)
                .single())
        .isBetween(clock.instant(), clock.instant().plus(Duration.ofMinutes(10)));
    sql.sql("update helpdesk.linked_ticket set look_at = :now")
        .param("now", clock.instant().minusSeconds(1))
        .update();
    exchange();
    assertThat(conversation(question)).containsOnlyOnce("Sinds wanneer?");
  }

  static Stream<String> odd() {
    return Stream.of(
        "{\"items\": [\"" + "x".repeat(5 << 20) + "\"]}",
        "{\"items\": [{\"id\": \"99998\", \"Type\": {\"a\": 1}, \"Creator\": 3}]}",
        "{\"items\": [{\"id\": \"99999\", \"Type\": \"Correspond\"}]}",
        "[[[]]]",
        "{\"items\": null}",
        "17");
  }

  /** Too large to read, or of a shape that nobody knows: at one ticket, and looked at first. */
  @ParameterizedTest
  @MethodSource("odd")
  void aTicketThatCannotBeReadHoldsUpNoOther(String history) {
    connected();
    var large = handedOver();
    exchange();
    var other = handedOver();
    exchange();
    var there = tracker.tickets();
    tracker.oddly.put("/ticket/" + there.getFirst().id + "/history", history);
    tracker.correspond(there.getFirst(), "pieter", "Dit lezen we niet.");
    tracker.correspond(there.getLast(), "pieter", "Sinds wanneer?");
    later();
    assertThat(conversation(other)).containsOnlyOnce("Sinds wanneer?");
    assertThat(trouble()).isEmpty();
    // What we say goes there all the same.
    world.as(world.sanne()).post(large + "/messages", "text", "Sinds maandag");
    exchange();
    assertThat(there.getFirst().comments()).singleElement().asString().contains("Sinds maandag");

    tracker.oddly.clear();
    sql.sql("update helpdesk.linked_ticket set look_at = :now")
        .param("now", clock.instant().minusSeconds(1))
        .update();
    later();
    assertThat(conversation(large)).containsOnlyOnce("Dit lezen we niet.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"items\": [{\"id\": {\"of\": 1}}]}",
        "{\"items\": [{\"id\": \"1\", \"LastUpdated\": \"gisteren\"}]}"
      })
  void whoCannotSayWhatChangedIsAskedForEachTicket(String changes) {
    var question = there();
    tracker.oddly.put("/tickets?query=LastUpdated", changes);
    tracker.correspond(tracker.only(), "pieter", "Sinds wanneer?");
    later();
    assertThat(conversation(question)).containsOnlyOnce("Sinds wanneer?");
    assertThat(trouble()).isEmpty();
  }

  @Test
  void aLetterOfWhichTheAnswerIsOddHoldsUpNoOther() {
    connected();
    tracker.fault = Fault.TAKES_AND_HANGS_UP;
    handedOver();
    exchange();
    tracker.oddly.put("/tickets?query=Subject", "{\"items\": [{\"id\": {\"of\": 1}}]}");
    handedOver();
    later();
    assertThat(trouble()).isEmpty();
    assertThat(tracker.tickets()).hasSize(2);
    assertThat(letters()).isEqualTo(1);

    tracker.oddly.clear();
    later();
    assertThat(tracker.tickets()).hasSize(2);
    assertThat(letters()).isZero();
  }

  @Test
  void whoAsksToBeLeftAloneIs() {
    connected();
    handedOver();
    server.answer(says("429 Too Many Requests", "{}", "Retry-After: 900"));
    exchange();
    assertThat(trouble()).contains("later terug te komen", "Er wacht 1 bericht");
    assertThat(triesAgainIn()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(16));
    server.answer(says("503 Service Unavailable", "", "Retry-After: 86400"));
    later();
    assertThat(triesAgainIn()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
  }

  @Test
  void whoDoesNotAnswerIsLeftAloneForLongerEachTime() {
    connected();
    handedOver();
    server.answer(says("503 Service Unavailable", ""));
    exchange();
    var first = triesAgainIn();
    later();
    var second = triesAgainIn();
    for (int i = 0; i < 10; i++) {
      later();
    }
    assertThat(first).isLessThan(second);
    assertThat(second).isLessThan(triesAgainIn());
    assertThat(triesAgainIn()).isLessThanOrEqualTo(Duration.ofHours(1));
  }

  private Duration triesAgainIn() {
    return Duration.between(
        clock.instant(),
        sql.sql("select try_at from helpdesk.connection").query(java.time.Instant.class).single());
  }
}
