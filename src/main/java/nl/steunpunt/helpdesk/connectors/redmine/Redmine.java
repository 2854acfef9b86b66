package nl.steunpunt.helpdesk.connectors.redmine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.steunpunt.helpdesk.connectors.Connector;
import nl.steunpunt.helpdesk.connectors.Line;
import nl.steunpunt.helpdesk.connectors.Mapping;
import nl.steunpunt.helpdesk.connectors.TheirTicket;
import nl.steunpunt.helpdesk.connectors.TheirTicket.Entry;
import nl.steunpunt.helpdesk.connectors.Trouble;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Redmine knows no requester: who asked stands in the text. What its workflow does not allow it
 * leaves as it was, and answers as if it had done it; so a status is read back.
 */
@Component
class Redmine implements Connector {
  private static final int PAGE = 100;

  @Override
  public String kind() {
    return "redmine";
  }

  @Override
  public boolean isTried() {
    return true;
  }

  @Override
  public List<String> usualStatuses() {
    return List.of(
        "In Progress = open",
        "New = open",
        "Feedback = open",
        "Resolved = closed",
        "Closed = closed",
        "Rejected = closed");
  }

  @Override
  public Map.Entry<String, String> credentials(String key) {
    return Map.entry("X-Redmine-API-Key", key);
  }

  @Override
  public Greeting greet(Line line, Mapping mapping) throws Trouble {
    var me = line.get("/users/current.json").path("user");
    var missing = new ArrayList<Finding>();
    for (var place : mapping.allPlaces()) {
      if (line.getIfThere("/projects/" + Line.encoded(place) + ".json").isEmpty()) {
        missing.add(new Finding("connector.missing.project", place));
      }
    }
    var statuses = statuses(line);
    mapping.allStatuses().stream()
        .filter(status -> !statuses.containsKey(status))
        .forEach(status -> missing.add(new Finding("connector.missing.status", status)));
    return new Greeting("Redmine, " + me.path("login").asString(""), missing);
  }

  /** Numbers by name, whatever the case of letters. */
  private static Map<String, Integer> statuses(Line line) throws Trouble {
    var statuses = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
    for (var status : line.get("/issue_statuses.json").path("issue_statuses").values()) {
      statuses.put(status.path("name").asString(), status.path("id").asInt());
    }
    return statuses;
  }

  /** A field is named by its number, as who is no administrator may not read their names. */
  @Override
  public String create(Line line, NewTicket ticket) throws Trouble {
    var issue = new LinkedHashMap<String, Object>();
    issue.put("project_id", ticket.place());
    issue.put("subject", ticket.subject());
    issue.put("description", ticket.text());
    var custom = new ArrayList<Map<String, Object>>();
    ticket
        .fields()
        .forEach((field, value) -> {
          if (field.matches("\\d{1,9}")) {
            custom.add(Map.of("id", Integer.valueOf(field), "value", value));
          } else {
            issue.put(field, value);
          }
        });
    if (!custom.isEmpty()) {
      issue.put("custom_fields", custom);
    }
    var made = line.post("/issues.json", Map.of("issue", issue));
    var id = made.path("issue").path("id").asString("");
    if (id.isEmpty()) {
      throw Trouble.refused(made.toString());
    }
    return id;
  }

  @Override
  public Optional<String> find(Line line, String marker) throws Trouble {
    var found =
        line.get(
            "/issues.json", "status_id", "*", "subject", "~" + marker, "sort", "id", "limit", "10");
    for (var issue : found.path("issues").values()) {
      if (issue.path("subject").asString("").contains(marker)) {
        return Optional.of(issue.path("id").asString());
      }
    }
    return Optional.empty();
  }

  @Override
  public void remark(Line line, String ticket, String text) throws Trouble {
    line.put(path(ticket), Map.of("issue", Map.of("notes", text)));
  }

  @Override
  public boolean holds(Line line, String ticket, String mark) throws Trouble {
    for (var journal : issue(line, ticket).path("journals").values()) {
      if (journal.path("notes").asString("").contains(mark)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void setStatus(Line line, String ticket, String status) throws Trouble {
    var number = statuses(line).get(status);
    if (number == null) {
      throw Trouble.refused("connector.trouble.status", status);
    }
    line.put(path(ticket), Map.of("issue", Map.of("status_id", number)));
    var now = issue(line, ticket).path("status").path("name").asString("");
    if (!now.equalsIgnoreCase(status)) {
      throw Trouble.refused("connector.trouble.status", now);
    }
  }

  /** Private notes are their own; who may not read them does not get them either. */
  @Override
  public TheirTicket look(Line line, String ticket, long afterEntry) throws Trouble {
    var issue = issue(line, ticket);
    var entries = new ArrayList<Entry>();
    var addresses = new HashMap<String, String>();
    var last = afterEntry;
    for (var journal : issue.path("journals").values()) {
      var id = journal.path("id").asLong(0);
      var said = journal.path("notes").asString("");
      if (id > afterEntry && !said.isBlank() && !journal.path("private_notes").asBoolean(false)) {
        entries.add(entry(line, journal, addresses));
      }
      last = Math.max(last, id);
    }
    entries.sort(java.util.Comparator.comparingLong(Entry::id));
    return new TheirTicket(
        issue.path("status").path("name").asString(""),
        issue.path("author").path("id").asString(""),
        Line.moment(issue.path("updated_on")),
        entries,
        last);
  }

  private static Entry entry(Line line, JsonNode journal, Map<String, String> addresses)
      throws Trouble {
    var account = journal.path("user").path("id").asString("");
    var address = addresses.get(account);
    if (address == null) {
      address = address(line, account);
      addresses.put(account, address);
    }
    return new Entry(
        journal.path("id").asLong(),
        account,
        journal.path("user").path("name").asString(""),
        address.isEmpty() ? null : address,
        journal.path("notes").asString());
  }

  /** Empty: they keep it to themselves. */
  private static String address(Line line, String account) throws Trouble {
    return line.getIfThere("/users/" + Line.encoded(account) + ".json")
        .map(user -> user.path("user").path("mail").asString(""))
        .orElse("");
  }

  @Override
  public Changes changedSince(Line line, Instant since) throws Trouble {
    return Changes.newestFirst(since, page -> updated(line, since, page));
  }

  private static List<Changed> updated(Line line, Instant since, int page) throws Trouble {
    var found =
        line.get(
            "/issues.json",
            "status_id",
            "*",
            "updated_on",
            ">=" + since.truncatedTo(ChronoUnit.SECONDS),
            "sort",
            "updated_on:desc",
            "limit",
            String.valueOf(PAGE),
            "offset",
            String.valueOf((page - 1) * PAGE));
    var changed = new ArrayList<Changed>();
    for (var issue : found.path("issues").values()) {
      changed.add(new Changed(issue.path("id").asString(), Line.moment(issue.path("updated_on"))));
    }
    return changed;
  }

  /** A plug-in there can ring with {"issue": {"id": 12}}. */
  @Override
  public Optional<String> ticketIn(JsonNode bell) {
    var issue = bell.path("payload").path("issue").path("id").asString("");
    var id = issue.isEmpty() ? bell.path("issue").path("id").asString("") : issue;
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  @Override
  public String page(String ticket) {
    return "/issues/" + ticket;
  }

  private static JsonNode issue(Line line, String ticket) throws Trouble {
    return line.get(path(ticket), "include", "journals").path("issue");
  }

  private static String path(String ticket) {
    return "/issues/" + Line.encoded(ticket) + ".json";
  }
}
