package nl.steunpunt.helpdesk.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold with every other helpdesk system, tried against a real one. */
@SteunpuntTest
abstract class PeerTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired World world;
  @Autowired ConnectionWork work;
  @Autowired Connections connections;
  @Autowired Letters letters;
  @Autowired LetterWriting writing;
  @Autowired Lines lines;
  @Autowired Settings settings;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private final String variable;
  private long connection;

  PeerTest(String variable) {
    this.variable = variable;
  }

  /** Names and values of the form's fields. */
  abstract String[] connection();

  abstract void answers(String who, String ticket, String text, boolean html);

  /** Not for the asker. */
  abstract void notes(String who, String ticket, String text);

  abstract void closes(String who, String ticket);

  abstract void opens(String who, String ticket);

  abstract String statusOf(String ticket);

  abstract boolean isOpen(String ticket);

  abstract int withSubject(String marker);

  abstract String everythingSaid(String ticket);

  /** Where it is to be there ({@code bin/test --peers}), it is not left out in silence. */
  String needed(String name) {
    var value = System.getenv(name);
    assumeTrue(value != null || System.getenv("STEUNPUNT_PEERS") != null, name + " is not there");
    return Objects.requireNonNull(value, name);
  }

  private String address() {
    return needed(variable);
  }

  @BeforeEach
  void connect() {
    connect(new String[0]);
  }

  void connect(String... other) {
    sql.sql("delete from helpdesk.connection").update();
    settings.put(
        OutgoingSettings.SETTING, new OutgoingSettings(List.of(address()), List.of("127.0.0.1")));
    var fields =
        new ArrayList<>(List.of("name", "Servicedesk", "address", address(), "language", "nl"));
    fields.addAll(List.of("speaker", world.chantal().email()));
    fields.addAll(List.of(connection()));
    for (int i = 0; i < other.length; i += 2) {
      fields.set(fields.indexOf(other[i]) + 1, other[i + 1]);
    }
    var willemijn = world.as(world.willemijn());
    assertThat(willemijn.post("/admin/connections", fields.toArray(String[]::new))).hasStatus(303);
    connection = sql.sql("select max(id) from helpdesk.connection").query(Long.class).single();
    willemijn.post("/admin/connections/" + connection + "/activity", "active", "true");
  }

  static JsonNode ask(
      HttpRequest.Builder request,
      String method,
      @Nullable Object body,
      String header,
      String value) {
    request
        .header(header, value)
        .header("Content-Type", "application/json")
        .method(
            method,
            method.equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    try {
      var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
      return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  JsonNode ask(String method, String path, String header, String value, Object body) {
    return ask(HttpRequest.newBuilder(URI.create(address() + path)), method, body, header, value);
  }

  String handedOver() {
    var question = atDesk();
    exchange();
    return question;
  }

  private String atDesk() {
    var reply =
        world
            .as(world.sanne())
            .post("/questions", "system", world.nova().toString(), "text", "De btw-code is wég");
    var question = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    world.as(world.fatima()).post(question + "/handover", "tried", "Code opnieuw gekozen");
    return question;
  }

  String ticketOf(String question) {
    return sql.sql("select their_id from helpdesk.linked_ticket where question_id = :id")
        .param("id", number(question))
        .query(String.class)
        .single();
  }

  private String marker(String question) {
    return sql.sql("select marker from helpdesk.linked_ticket where question_id = :id")
        .param("id", number(question))
        .query(String.class)
        .single();
  }

  private static Long number(String question) {
    return Long.valueOf(question.substring(question.lastIndexOf('/') + 1));
  }

  void exchange() {
    while (work.makeSome() > 0) {
      Thread.onSpinWait();
    }
    assertThat(
            sql.sql(
                    "select trouble || coalesce(' ' || detail, '') from helpdesk.connection where trouble is not null")
                .query(String.class)
                .list())
        .isEmpty();
  }

  void later() {
    sql.sql("update helpdesk.connection set try_at = :before, poll_at = :before")
        .param("before", clock.instant().minusSeconds(1))
        .update();
    exchange();
  }

  private String status(String question) {
    return sql.sql("select status from support.question where id = :id")
        .param("id", number(question))
        .query(String.class)
        .single();
  }

  private List<String> conversation(String question) {
    return world.as(world.sanne()).page(question).select(".message-text").eachText();
  }

  @Test
  void thereAndBack() {
    var question = handedOver();
    var ticket = ticketOf(question);
    assertThat(withSubject(marker(question))).isEqualTo(1);
    assertThat(everythingSaid(ticket))
        .contains("De btw-code is wég", "Code opnieuw gekozen", "Sanne de Vries");

    answers("pieter", ticket, "Sinds wanneer, en is het weg óf grijs?", false);
    answers("jan", ticket, "Ik kijk mee.", false);
    notes("jan", ticket, "Intern: dit is een bekende fout");
    later();
    later();
    assertThat(conversation(question))
        .containsOnlyOnce("Sinds wanneer, en is het weg óf grijs?", "Jan van Dijk: Ik kijk mee.")
        .noneMatch(said -> said.contains("Intern"));

    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag, grijs");
    exchange();
    later();
    assertThat(everythingSaid(ticket)).containsOnlyOnce("Sinds maandag, grijs");
    assertThat(conversation(question)).containsOnlyOnce("Sinds maandag, grijs");

    answers("pieter", ticket, "De code staat er weer.", false);
    closes("pieter", ticket);
    later();
    assertThat(status(question)).isEqualTo("solved");
    assertThat(world.as(world.sanne()).page(question).select(".message-answer").text())
        .contains("De code staat er weer.");

    world.as(world.sanne()).post(question + "/reopening");
    exchange();
    assertThat(isOpen(ticket)).as(statusOf(ticket)).isTrue();
    later();
    assertThat(status(question)).isEqualTo("with_helpdesk");

    closes("pieter", ticket);
    later();
    assertThat(status(question)).isEqualTo("solved");
    opens("pieter", ticket);
    later();
    assertThat(status(question)).isEqualTo("with_helpdesk");
    world.as(world.sanne()).post(question + "/withdrawal");
    exchange();
    assertThat(isOpen(ticket)).as(statusOf(ticket)).isFalse();
  }

  /** As when the node is killed between their taking it and our writing that down. */
  @Test
  void aKillBetweenTheirTakingItAndOurRecordMakesNoSecondTicket() throws Trouble {
    var question = atDesk();
    var id = new ConnectionId(connection);
    var one = connections.find(id).orElseThrow();
    var letter = letters.begin(id).orElseThrow();
    var there = lines.connector(one).create(lines.open(one), writing.ticket(one, letter));
    exchange();
    assertThat(ticketOf(question)).isEqualTo(there);
    assertThat(withSubject(marker(question))).isEqualTo(1);
  }

  @Test
  void aRemarkThatArrivedIsNotSaidTwice() throws Trouble {
    var question = handedOver();
    var ticket = ticketOf(question);
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    var id = new ConnectionId(connection);
    var one = connections.find(id).orElseThrow();
    var letter = letters.begin(id).orElseThrow();
    lines.connector(one).remark(lines.open(one), ticket, writing.signed(one, letter));
    exchange();
    assertThat(everythingSaid(ticket)).containsOnlyOnce("Sinds maandag");
  }

  @Test
  void theTestFindsWhatIsMissing() {
    var willemijn = world.as(world.willemijn());
    assertThat(
            nl.steunpunt.world.Browser.html(
                    willemijn.post("/admin/connections/" + connection + "/test"))
                .select("[role=status]")
                .text())
        .contains("Servicedesk antwoordt")
        .doesNotContain("geen", "bestaat");
    connect("place", "bestaat-niet");
    assertThat(
            nl.steunpunt.world.Browser.html(
                    willemijn.post("/admin/connections/" + connection + "/test"))
                .text())
        .contains("\"bestaat-niet\"");
    connect("key", "verzonnen");
    assertThat(
            nl.steunpunt.world.Browser.html(
                    willemijn.post("/admin/connections/" + connection + "/test"))
                .text())
        .contains("laat ons niet binnen");
  }
}
