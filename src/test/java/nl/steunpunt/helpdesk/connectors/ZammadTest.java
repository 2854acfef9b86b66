package nl.steunpunt.helpdesk.connectors;

import static nl.steunpunt.platform.outgoing.AnsweringServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.steunpunt.helpdesk.connectors.Connector.NewTicket;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import nl.steunpunt.platform.outgoing.AnsweringServer.Got;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Zammad's contracts as its documentation of the API has them (tickets, articles, webhooks). No
 * real Zammad has seen this: {@link Connector#isTried}.
 */
@SteunpuntTest
class ZammadTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TICKET =
      """
      {"id": 19, "number": "84019", "title": "De btw [SP-ABCDEFGHJK]", "group": "Support", "group_id": 2, "state": "open",
       "state_id": 2, "priority": "2 normal", "customer": "sanne@novum.example", "customer_id": 7, "created_by_id": 3,
       "created_at": "2026-11-24T07:00:00.000Z", "updated_at": "2026-11-24T07:23:35.120Z", "article_count": 3}
      """;
  private static final String ARTICLES =
      """
      [{"id": 40, "ticket_id": 19, "type": "note", "sender": "Agent", "internal": true, "content_type": "text/plain",
        "body": "Vraag", "from": "Steunpunt", "created_by": "steunpunt@novum.example", "created_by_id": 3},
       {"id": 41, "ticket_id": 19, "type": "note", "sender": "Agent", "internal": true, "content_type": "text/plain",
        "body": "Intern: bekende fout", "from": "Jan van Dijk", "created_by": "jan", "created_by_id": 5},
       {"id": 42, "ticket_id": 19, "type": "email", "sender": "Agent", "internal": false, "content_type": "text/html",
        "body": "<div>Kijk bij <b>Stamgegevens</b>.</div>", "from": "Pieter Hoekstra via Support <support@novum.example>",
        "created_by": "pieter.hoekstra@novum.example", "created_by_id": 4},
       {"id": 43, "ticket_id": 19, "type": "email", "sender": "Customer", "internal": false, "content_type": "text/plain",
        "body": "Dank", "from": "Sanne", "created_by": "sanne@novum.example", "created_by_id": 7}]
      """;

  @Autowired Outgoing outgoing;
  @Autowired Settings settings;
  @Autowired Lines lines;
  @Autowired Clock clock;

  private final Map<String, String> answers = new HashMap<>();
  private AnsweringServer server;
  private Connector zammad;
  private Line line;

  @BeforeEach
  void open() throws IOException {
    server =
        AnsweringServer.plain((got, out) -> {
          var asked = got.line().replace(" HTTP/1.1", "").replaceFirst("\\?.*", "");
          var answer = answers.get(asked);
          var type = "Content-Type: application/json";
          if (answer == null) {
            says("404 Not Found", "{\"error\": \"Couldn't find it\"}", type).answer(got, out);
          } else {
            says(got.line().startsWith("POST") ? "201 Created" : "200 OK", answer, type)
                .answer(got, out);
          }
        });
    var address = "http://127.0.0.1:" + server.port();
    settings.put(
        OutgoingSettings.SETTING, new OutgoingSettings(List.of(address), List.of("127.0.0.1")));
    zammad = lines.kind("zammad").orElseThrow();
    line = new Line(outgoing, clock, address, zammad.credentials("geheim"));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private Got last() {
    return server.got().getLast();
  }

  private static NewTicket ticket() {
    return new NewTicket(
        "Support",
        "De btw [SP-ABCDEFGHJK]",
        "De code is weg",
        "Sanne",
        "sanne@novum.example",
        Map.of("afdeling", "Finance"));
  }

  @Test
  void itSaysThatItWasNotTried() {
    assertThat(zammad.isTried()).isFalse();
  }

  @Test
  void aTicketIsMadeForItsCustomerWithAnInternalNote() throws Trouble {
    answers.put("POST /api/v1/tickets", TICKET);
    assertThat(zammad.create(line, ticket())).isEqualTo("19");
    assertThat(last().header("authorization")).isEqualTo("Token token=geheim");
    var body = JSON.readTree(last().body());
    assertThat(body.path("title").asString()).isEqualTo("De btw [SP-ABCDEFGHJK]");
    assertThat(body.path("group").asString()).isEqualTo("Support");
    assertThat(body.path("customer_id").asString()).isEqualTo("guess:sanne@novum.example");
    assertThat(body.path("afdeling").asString()).isEqualTo("Finance");
    assertThat(body.path("article").path("body").asString()).isEqualTo("De code is weg");
    assertThat(body.path("article").path("internal").asBoolean()).isTrue();
  }

  @Test
  void whoHasNoAddressIsAskedForByUs() throws Trouble {
    answers.put("POST /api/v1/tickets", TICKET);
    answers.put("GET /api/v1/users/me", "{\"id\": 3, \"login\": \"steunpunt\"}");
    zammad.create(line, new NewTicket("Support", "De btw", "De code", "Sanne", "", Map.of()));
    assertThat(JSON.readTree(last().body()).path("customer_id").asInt()).isEqualTo(3);
  }

  @Test
  void aTicketIsFoundByItsMarker() throws Trouble {
    answers.put("GET /api/v1/tickets/search", "[" + TICKET + "]");
    assertThat(zammad.find(line, "SP-ABCDEFGHJK")).contains("19");
    // Its database, and not its index, which runs behind.
    assertThat(last().line())
        .contains("condition%5Bticket.title%5D%5Bvalue%5D=SP-ABCDEFGHJK", "expand=true")
        .doesNotContain("query=");
    assertThat(zammad.find(line, "SP-ZZZZZZZZZZ")).isEmpty();
    assertThat(last().line()).contains("query=SP-ZZZZZZZZZZ", "expand=true");
  }

  @Test
  void onlyWhatAnAgentSaysToTheAskerIsHeard() throws Trouble {
    answers.put("GET /api/v1/tickets/19", TICKET);
    answers.put("GET /api/v1/ticket_articles/by_ticket/19", ARTICLES);
    var their = zammad.look(line, "19", 40);
    assertThat(their.status()).isEqualTo("open");
    assertThat(their.maker()).isEqualTo("3");
    assertThat(their.lastEntry()).isEqualTo(43);
    assertThat(their.entries())
        .containsExactly(
            new TheirTicket.Entry(
                42,
                "4",
                "Pieter Hoekstra",
                "pieter.hoekstra@novum.example",
                "Kijk bij Stamgegevens."));
    assertThat(zammad.look(line, "19", 43).entries()).isEmpty();
    assertThat(zammad.holds(line, "19", "bekende")).isTrue();
    assertThat(zammad.holds(line, "19", "onbekende")).isFalse();
  }

  @Test
  void aRemarkIsInternal() throws Trouble {
    answers.put("POST /api/v1/ticket_articles", "{\"id\": 44}");
    zammad.remark(line, "19", "Sinds maandag");
    var body = JSON.readTree(last().body());
    assertThat(body.path("ticket_id").asInt()).isEqualTo(19);
    assertThat(body.path("internal").asBoolean()).isTrue();
    assertThat(body.path("body").asString()).isEqualTo("Sinds maandag");
  }

  @Test
  void aStatusIsReadBack() throws Trouble {
    answers.put("PUT /api/v1/tickets/19", TICKET);
    answers.put("GET /api/v1/tickets/19", TICKET);
    zammad.setStatus(line, "19", "open");
    assertThatThrownBy(() -> zammad.setStatus(line, "19", "closed")).isInstanceOf(Trouble.class);
  }

  @Test
  void whatOfTheMappingIsNotThereIsSaid() throws Trouble {
    answers.put(
        "GET /api/v1/users/me",
        """
        {"id": 3, "login": "steunpunt", "groups": {"Users": ["full"], "Sales": ["read", "create", "change"],
         "Support": ["read", "overview"]}}
        """);
    answers.put("GET /api/v1/ticket_states", "[{\"name\": \"open\"}, {\"name\": \"closed\"}]");
    var greeting =
        zammad.greet(
            line,
            new Mapping(
                "Support",
                "Nova ERP = Users\nSalaris = Sales\nInkoop = Weg",
                "",
                "open = open\nclosed = closed\nweg = closed",
                ""));
    assertThat(greeting.product()).isEqualTo("Zammad, steunpunt");
    assertThat(greeting.missing())
        .containsExactly(
            new Connector.Finding("connector.missing.group", "Support"),
            new Connector.Finding("connector.missing.group", "Weg"),
            new Connector.Finding("connector.missing.status", "weg"));
  }

  @Test
  void itsWebhookNamesTheTicket() throws Trouble {
    JsonNode bell = JSON.readTree("{\"ticket\": {\"id\": 19}, \"article\": {\"id\": 42}}");
    assertThat(zammad.ticketIn(bell)).contains("19");
    assertThat(zammad.ticketIn(JSON.readTree("{}"))).isEmpty();
    assertThat(zammad.changedSince(line, Instant.EPOCH).everyOne()).isTrue();
  }
}
