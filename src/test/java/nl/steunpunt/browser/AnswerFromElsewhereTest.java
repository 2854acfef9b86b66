package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With a Request Tracker that was started for it: {@code bin/test --peers}. */
@Tag("peer")
@BrowserTest
class AnswerFromElsewhereTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired Settings settings;
  @Autowired JdbcClient sql;

  private static String needed(String name) {
    var value = System.getenv(name);
    assumeTrue(value != null || System.getenv("STEUNPUNT_PEERS") != null, name + " is not there");
    return Objects.requireNonNull(value, name);
  }

  private static String token(String who) {
    return needed("STEUNPUNT_PEER_RT_TOKEN")
        .lines()
        .filter(line -> line.startsWith(who + "="))
        .findFirst()
        .orElseThrow()
        .substring(who.length() + 1);
  }

  private OutgoingSettings before = OutgoingSettings.USUAL;

  @BeforeEach
  void remember() {
    before = settings.get(OutgoingSettings.SETTING, OutgoingSettings.class, OutgoingSettings.USUAL);
  }

  /** What later tests hand over goes nowhere else. */
  @AfterEach
  void disconnect() {
    sql.sql("delete from helpdesk.connection").update();
    settings.put(OutgoingSettings.SETTING, before);
  }

  private void connect() {
    var address = needed("STEUNPUNT_PEER_RT");
    settings.put(
        OutgoingSettings.SETTING, new OutgoingSettings(List.of(address), List.of("127.0.0.1")));
    var willemijn = world.as(world.willemijn());
    var added =
        willemijn.post(
            "/admin/connections",
            "name",
            "Servicedesk",
            "kind",
            "request_tracker",
            "address",
            address,
            "key",
            token("steunpunt"),
            "speaker",
            world.chantal().email(),
            "place",
            "Support",
            "statuses",
            "open = open\nnew = open\nresolved = closed");
    assertThat(added).hasStatus3xxRedirection();
    var id = sql.sql("select max(id) from helpdesk.connection").query(Long.class).single();
    willemijn.post("/admin/connections/" + id + "/activity", "active", "true");
  }

  @Test
  void aQuestionGoesToRequestTrackerAndItsAnswerIsOnTheAskersScreen() {
    connect();
    var page = chromium.desk(world.sanne()).newPage();
    var question = ask(page, "Mijn rol klopt niet na de overstap");
    world.as(world.fatima()).post(question + "/handover", "tried", "Opnieuw ingelogd");
    var ticket = await().atMost(PATIENCE).until(() -> number(question), found -> !found.isEmpty());

    correspond(ticket, "Je rol is hersteld, log opnieuw in.");
    assertThat(page.locator(".message-text").last())
        .hasText(
            "Je rol is hersteld, log opnieuw in.",
            new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE.toMillis()));
    assertThat(page.getByText("Servicedesk, nummer " + ticket)).isVisible();
    Chromium.look(page, "answer-from-elsewhere-desk");
  }

  private String number(String question) {
    var statement =
        sql.sql(
                "select coalesce(max(their_id), '') from helpdesk.linked_ticket where question_id = :id")
            .param("id", Long.valueOf(question.substring(question.lastIndexOf('/') + 1)));
    return statement.query(String.class).single();
  }

  private static void correspond(String ticket, String text) {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    needed("STEUNPUNT_PEER_RT") + "/REST/2.0/ticket/" + ticket + "/correspond"))
            .header("Authorization", "token " + token("pieter"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"Content\": \"" + text + "\", \"ContentType\": \"text/plain\"}"))
            .build();
    try {
      var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
