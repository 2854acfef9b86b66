package nl.steunpunt.helpdesk.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Against a Redmine that was started for it: {@code bin/test --peers}. */
@Tag("peer")
class RedminePeerTest extends PeerTest {
  RedminePeerTest() {
    super("STEUNPUNT_PEER_REDMINE");
  }

  @Override
  List<String> usual() {
    return List.of(
        "kind", "redmine",
        "key", key("steunpunt"),
        "place", "support",
        "statuses",
            "In Progress = open\nNew = open\nResolved = closed\nClosed = closed\nRejected = returned");
  }

  private static String key(String who) {
    return key("STEUNPUNT_PEER_REDMINE_KEY", who);
  }

  private JsonNode as(String who, String method, String path, Map<String, ?> body) {
    return ask(method, path, "X-Redmine-API-Key", key(who), body);
  }

  private void changes(String who, String ticket, Map<String, ?> issue) {
    as(who, "PUT", "/issues/" + ticket + ".json", Map.of("issue", issue));
  }

  @Override
  void answers(String who, String ticket, String text) {
    changes(who, ticket, Map.of("notes", text));
  }

  @Override
  void notes(String who, String ticket, String text) {
    changes(who, ticket, Map.of("notes", text, "private_notes", true));
  }

  @Override
  void closes(String who, String ticket) {
    changes(who, ticket, Map.of("status_id", 3));
  }

  @Override
  void opens(String who, String ticket) {
    changes(who, ticket, Map.of("status_id", 2));
  }

  @Override
  String statusOf(String ticket) {
    return as("pieter", "GET", "/issues/" + ticket + ".json", Map.of())
        .path("issue")
        .path("status")
        .path("name")
        .asString();
  }

  @Override
  boolean isOpen(String ticket) {
    return List.of("New", "In Progress").contains(statusOf(ticket));
  }

  @Override
  int withSubject(String marker) {
    return as("pieter", "GET", "/issues.json?status_id=*&subject=~" + marker, Map.of())
        .path("total_count")
        .asInt();
  }

  @Override
  String everythingSaid(String ticket) {
    var issue =
        as("pieter", "GET", "/issues/" + ticket + ".json?include=journals", Map.of()).path("issue");
    var said = new StringBuilder(issue.path("description").asString(""));
    issue
        .path("journals")
        .values()
        .forEach(journal -> said.append('\n').append(journal.path("notes").asString("")));
    return said.toString();
  }

  /** Such a number it does not know: it answers 204, and leaves what was there. */
  @Test
  void aStatusThatIsNotThereIsNoted() {
    connected("statuses", "Verzonnen = open\nNew = open\nResolved = closed");
    var question = handedOverThere();
    closes("pieter", ticketOf(question));
    later();
    world.as(world.sanne()).post(question + "/reopening");
    exchange();
    assertThat(world.as(world.pieter()).page("/desk/undelivered").text()).contains("Verzonnen");
  }

  @Test
  void fieldsAreFilledByTheirNumber() {
    connected("fields", key("field") + " = department");
    var issue = as("pieter", "GET", "/issues/" + ticketThere() + ".json", Map.of()).path("issue");
    assertThat(issue.path("custom_fields").path(0).path("value").asString())
        .contains("Crediteuren");
  }
}
