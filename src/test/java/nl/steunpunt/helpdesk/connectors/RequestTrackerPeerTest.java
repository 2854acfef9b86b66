package nl.steunpunt.helpdesk.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Against a Request Tracker 5 that was started for it: {@code bin/test --peers}. */
@Tag("peer")
class RequestTrackerPeerTest extends PeerTest {
  RequestTrackerPeerTest() {
    super("STEUNPUNT_PEER_RT");
  }

  @Override
  List<String> usual() {
    return List.of(
        "kind", "request_tracker",
        "key", token("steunpunt"),
        "place", "Support",
        "statuses",
            "open = open\nnew = open\nstalled = open\nresolved = closed\nrejected = returned\ndeleted = closed");
  }

  private static String token(String who) {
    return key("STEUNPUNT_PEER_RT_TOKEN", who);
  }

  private JsonNode as(String who, String method, String path, Map<String, String> body) {
    return ask(method, "/REST/2.0" + path, "Authorization", "token " + token(who), body);
  }

  @Override
  void answers(String who, String ticket, String text) {
    as(
        who,
        "POST",
        "/ticket/" + ticket + "/correspond",
        Map.of("Content", text, "ContentType", "text/plain"));
  }

  @Override
  void notes(String who, String ticket, String text) {
    as(
        who,
        "POST",
        "/ticket/" + ticket + "/comment",
        Map.of("Content", text, "ContentType", "text/plain"));
  }

  @Override
  void closes(String who, String ticket) {
    as(who, "PUT", "/ticket/" + ticket, Map.of("Status", "resolved"));
  }

  @Override
  void opens(String who, String ticket) {
    as(who, "PUT", "/ticket/" + ticket, Map.of("Status", "open"));
  }

  @Override
  String statusOf(String ticket) {
    return as("pieter", "GET", "/ticket/" + ticket, Map.of()).path("Status").asString();
  }

  @Override
  boolean isOpen(String ticket) {
    return List.of("new", "open").contains(statusOf(ticket));
  }

  @Override
  int withSubject(String marker) {
    return as("pieter", "GET", "/tickets?query=Subject%20LIKE%20%27" + marker + "%27", Map.of())
        .path("total")
        .asInt();
  }

  @Override
  String everythingSaid(String ticket) {
    var said = new StringBuilder();
    for (var entry :
        as("pieter", "GET", "/ticket/" + ticket + "/history?per_page=100&fields=Type", Map.of())
            .path("items")
            .values()) {
      for (var part :
          as(
                  "pieter",
                  "GET",
                  "/transaction/"
                      + entry.path("id").asString()
                      + "/attachments?fields=Content,ContentType",
                  Map.of())
              .path("items")
              .values()) {
        said.append(part.path("Content").asString("")).append('\n');
      }
    }
    return said.toString();
  }

  @Test
  void whoAskedIsTheRequestor() {
    var ticket = ticketThere();
    assertThat(
            as("pieter", "GET", "/ticket/" + ticket, Map.of())
                .path("Requestor")
                .path(0)
                .path("id")
                .asString())
        .isEqualTo(world.sanne().email());
  }

  /** Nobody but a lifecycle knows such a status: RT answers 200, and says so in a sentence. */
  @Test
  void aStatusThatItsLifecycleDoesNotKnowIsNoted() {
    connected("statuses", "nonsense = open\nnew = open\nresolved = closed");
    var question = handedOverThere();
    var ticket = ticketOf(question);
    closes("pieter", ticket);
    later();
    world.as(world.sanne()).post(question + "/reopening");
    exchange();
    assertThat(world.as(world.pieter()).page("/desk/undelivered").text()).contains("nonsense");
  }

  @Test
  void fieldsAreFilledAndTheTestFindsWhatIsNotThere() {
    var id = connected("fields", "Afdeling = department\nSalaris = topic");
    assertThat(test(id)).contains("geen veld \"Salaris\"").doesNotContain("\"Afdeling\"");
    var fields = as("pieter", "GET", "/ticket/" + ticketThere(), Map.of()).path("CustomFields");
    assertThat(fields.path(0).path("name").asString()).isEqualTo("Afdeling");
    assertThat(fields.path(0).path("values").path(0).asString()).contains("Crediteuren");
  }
}
