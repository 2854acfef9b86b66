package nl.steunpunt.helpdesk.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold with every other helpdesk system, tried against a real one. */
abstract class PeerTest extends OtherHelpdesk {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired Connections connections;
  @Autowired ConnectionLetters letters;
  @Autowired LetterWriting writing;
  @Autowired Lines lines;

  private final String variable;
  private long connection;

  PeerTest(String variable) {
    this.variable = variable;
  }

  abstract void answers(String who, String ticket, String text);

  /** Not for the asker. */
  abstract void notes(String who, String ticket, String text);

  abstract void closes(String who, String ticket);

  abstract void opens(String who, String ticket);

  abstract String statusOf(String ticket);

  abstract boolean isOpen(String ticket);

  abstract int withSubject(String marker);

  abstract String everythingSaid(String ticket);

  /** Where it is to be there ({@code bin/test --peers}), it is not left out in silence. */
  static String needed(String name) {
    var value = System.getenv(name);
    assumeTrue(value != null || System.getenv("STEUNPUNT_PEERS") != null, name + " is not there");
    return Objects.requireNonNull(value, name);
  }

  /** Lines "name=key", one for each who works there. */
  static String key(String variable, String who) {
    return needed(variable)
        .lines()
        .filter(line -> line.startsWith(who + "="))
        .map(line -> line.substring(who.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  @Override
  String address() {
    return needed(variable);
  }

  @BeforeEach
  void connect() {
    allowed();
    connection = connected();
  }

  JsonNode ask(String method, String path, String header, String value, Object body) {
    var request =
        HttpRequest.newBuilder(URI.create(address() + path))
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

  String ticketThere() {
    return ticketOf(handedOverThere());
  }

  String handedOverThere() {
    var question = handedOver();
    exchange();
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

  @Override
  void exchange() {
    super.exchange();
    assertThat(
            sql.sql(
                    "select trouble || coalesce(' ' || detail, '') from helpdesk.connection where trouble is not null")
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void thereAndBack() {
    var question = handedOverThere();
    var ticket = ticketOf(question);
    assertThat(withSubject(marker(question))).isEqualTo(1);
    assertThat(everythingSaid(ticket)).contains(TEXT, TRIED, "Sanne de Vries");

    answers("pieter", ticket, "Sinds wanneer, en is het weg óf grijs?");
    answers("jan", ticket, "Ik kijk mee.");
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

    answers("pieter", ticket, "De code staat er weer.");
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
    var question = handedOver();
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
    var question = handedOverThere();
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
    assertThat(test(connection)).contains("Servicedesk antwoordt").doesNotContain("bestaat");
    assertThat(test(connected("place", "bestaat-niet"))).contains("\"bestaat-niet\"");
    assertThat(test(connected("key", "verzonnen"))).contains("laat ons niet binnen");
  }
}
