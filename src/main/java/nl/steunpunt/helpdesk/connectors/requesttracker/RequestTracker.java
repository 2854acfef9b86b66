package nl.steunpunt.helpdesk.connectors.requesttracker;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.steunpunt.helpdesk.connectors.Connector;
import nl.steunpunt.helpdesk.connectors.Line;
import nl.steunpunt.helpdesk.connectors.Mapping;
import nl.steunpunt.helpdesk.connectors.PlainText;
import nl.steunpunt.helpdesk.connectors.TheirTicket;
import nl.steunpunt.helpdesk.connectors.TheirTicket.Entry;
import nl.steunpunt.helpdesk.connectors.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * RT answers 200 with a sentence also when it did not do what was asked: what matters is read back.
 * What the network says is a comment there, since correspondence would be mailed to the asker.
 */
@Component
class RequestTracker implements Connector {
  private static final String API = "/REST/2.0";
  private static final int PAGE = 100;

  /** Of a ticket's history, 100 entries each: a guard, not a limit that a ticket reaches. */
  private static final int MOST_PAGES = 50;

  /** A remark that may have arrived is among the last of them. */
  private static final int LATELY = 10;

  /** RT reads a moment as of our account's own time zone, whatever stands behind it. */
  private static final Duration ANY_ZONE = Duration.ofHours(26);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private static final List<String> OWN_FIELDS =
      List.of("Priority", "Due", "Starts", "Cc", "AdminCc", "Owner", "SLA");

  @Override
  public String kind() {
    return "request_tracker";
  }

  @Override
  public boolean isTried() {
    return false;
  }

  @Override
  public List<String> usualStatuses() {
    return List.of(
        "open = open",
        "new = open",
        "stalled = open",
        "resolved = closed",
        "rejected = closed",
        "deleted = closed");
  }

  @Override
  public Map.Entry<String, String> credentials(String key) {
    return Map.entry("Authorization", "token " + key);
  }

  @Override
  public Greeting greet(Line line, Mapping mapping) throws Trouble {
    var version = line.get(API + "/rt").path("Version").asString("");
    var missing = new ArrayList<Finding>();
    for (var place : mapping.allPlaces()) {
      if (!isThere(line, API + "/queue/" + Line.encoded(place))) {
        missing.add(new Finding("connector.missing.queue", place));
      }
    }
    return new Greeting(("Request Tracker " + version).strip(), missing);
  }

  private static boolean isThere(Line line, String path) throws Trouble {
    try {
      return !line.get(path).isMissingNode();
    } catch (Trouble e) {
      if (e.reach() == Trouble.Reach.LETTER) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public String create(Line line, NewTicket ticket) throws Trouble {
    var body = new LinkedHashMap<String, Object>();
    body.put("Queue", ticket.place());
    body.put("Subject", ticket.subject());
    body.put("Requestor", ticket.askerEmail());
    body.put("Content", ticket.text());
    body.put("ContentType", "text/plain");
    var custom = new LinkedHashMap<String, String>();
    ticket
        .fields()
        .forEach((field, value) -> {
          if (OWN_FIELDS.contains(field)) {
            body.put(field, value);
          } else {
            custom.put(field, value);
          }
        });
    if (!custom.isEmpty()) {
      body.put("CustomFields", custom);
    }
    var made = line.post(API + "/ticket", body);
    var id = made.path("id").asString("");
    if (id.isEmpty()) {
      throw Trouble.refused(made.toString());
    }
    return id;
  }

  @Override
  public Optional<String> find(Line line, String marker) throws Trouble {
    var found =
        line.get(
            API + "/tickets",
            "query",
            "Subject LIKE '" + marker + "'",
            "per_page",
            "2",
            "orderby",
            "id");
    return stream(found.path("items")).map(item -> item.path("id").asString()).findFirst();
  }

  @Override
  public void remark(Line line, String ticket, String text) throws Trouble {
    var body = Map.of("Content", text, "ContentType", "text/plain");
    var said = line.post(path(ticket) + "/comment", body);
    if (!said.toString().contains("added")) {
      throw Trouble.refused(said.toString());
    }
  }

  @Override
  public boolean holds(Line line, String ticket, String mark) throws Trouble {
    var comments =
        history(line, ticket, 0).stream()
            .filter(entry -> entry.path("Type").asString().equals("Comment"))
            .toList();
    for (var entry : comments.subList(Math.max(0, comments.size() - LATELY), comments.size())) {
      if (text(line, entry.path("id").asString()).contains(mark)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void setStatus(Line line, String ticket, String status) throws Trouble {
    var said = line.put(path(ticket), Map.of("Status", status));
    var now = line.get(path(ticket)).path("Status").asString("");
    if (!now.equalsIgnoreCase(status)) {
      throw Trouble.refused(said.toString());
    }
  }

  @Override
  public TheirTicket look(Line line, String ticket, long afterEntry) throws Trouble {
    var now = line.get(path(ticket));
    var entries = new ArrayList<Entry>();
    var known = new HashMap<String, JsonNode>();
    var last = afterEntry;
    for (var one : history(line, ticket, afterEntry)) {
      last = Math.max(last, id(one));
      if (one.path("Type").asString().equals("Correspond")) {
        entries.add(entry(line, one, known));
      }
    }
    return new TheirTicket(
        now.path("Status").asString(""),
        now.path("Creator").path("id").asString(""),
        moment(now.path("LastUpdated")),
        entries,
        last);
  }

  private static Entry entry(Line line, JsonNode one, Map<String, JsonNode> known) throws Trouble {
    var account = one.path("Creator").path("id").asString("");
    var user = known.get(account);
    if (user == null) {
      user = user(line, account);
      known.put(account, user);
    }
    var name = user.path("RealName").asString("");
    var email = user.path("EmailAddress").asString("");
    return new Entry(
        id(one),
        account,
        name.isBlank() ? account : name,
        email.isBlank() ? null : email,
        text(line, one.path("id").asString()));
  }

  /** Who may not read others' addresses still reads what they say. */
  private static JsonNode user(Line line, String account) throws Trouble {
    try {
      return line.get(API + "/user/" + Line.encoded(account));
    } catch (Trouble e) {
      if (e.reach() == Trouble.Reach.LETTER) {
        return tools.jackson.databind.node.MissingNode.getInstance();
      }
      throw e;
    }
  }

  /** Entries after that one, oldest first. */
  private static List<JsonNode> history(Line line, String ticket, long after) throws Trouble {
    var entries = new ArrayList<JsonNode>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      var some =
          line.get(
              path(ticket) + "/history",
              "fields",
              "Type,Creator,Created,Field,OldValue,NewValue",
              "per_page",
              String.valueOf(PAGE),
              "page",
              String.valueOf(page));
      var items = stream(some.path("items")).toList();
      // What we may not see is left out of a page, so a short one need not be the last.
      if (items.isEmpty()) {
        break;
      }
      items.stream().filter(one -> id(one) > after).forEach(entries::add);
    }
    entries.sort(java.util.Comparator.comparingLong(RequestTracker::id));
    return entries;
  }

  /** The plain part of it, else the text of its HTML. */
  private static String text(Line line, String transaction) throws Trouble {
    var parts =
        line.get(
            API + "/transaction/" + transaction + "/attachments",
            "fields",
            "ContentType,Content,Filename",
            "per_page",
            String.valueOf(PAGE));
    @Nullable String html = null;
    for (var part : parts.path("items").values()) {
      var type = part.path("ContentType").asString("");
      if (!part.path("Filename").asString("").isEmpty()) {
        continue;
      }
      if (type.startsWith("text/plain")) {
        return part.path("Content").asString("");
      }
      if (type.startsWith("text/html")) {
        html = part.path("Content").asString("");
      }
    }
    return html == null ? "" : PlainText.of(html);
  }

  /** Newest first, down to that moment: what changes while we read moves up, and is seen later. */
  @Override
  public Changes changedSince(Line line, Instant since) throws Trouble {
    var upTo = since;
    var tickets = new ArrayList<String>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      var items = updated(line, since, page);
      for (var item : items) {
        var at = moment(item.path("LastUpdated"));
        if (at.isBefore(since)) {
          return new Changes(tickets, upTo, false, false);
        }
        tickets.add(item.path("id").asString());
        upTo = at.isAfter(upTo) ? at : upTo;
      }
      if (items.size() < PAGE) {
        return new Changes(tickets, upTo, false, false);
      }
    }
    return new Changes(tickets, upTo, false, true);
  }

  private static List<JsonNode> updated(Line line, Instant since, int page) throws Trouble {
    var found =
        line.get(
            API + "/tickets",
            "query",
            "LastUpdated >= '" + MOMENT.format(since.minus(ANY_ZONE)) + "'",
            "fields",
            "LastUpdated",
            "orderby",
            "LastUpdated",
            "order",
            "DESC",
            "per_page",
            String.valueOf(PAGE),
            "page",
            String.valueOf(page));
    return stream(found.path("items")).toList();
  }

  /** A scrip there can ring with {"ticket": 12}. */
  @Override
  public Optional<String> ticketIn(JsonNode bell) {
    var ticket = bell.path("ticket").asString("");
    return ticket.isEmpty() ? Optional.empty() : Optional.of(ticket);
  }

  @Override
  public String page(String ticket) {
    return "/Ticket/Display.html?id=" + ticket;
  }

  private static String path(String ticket) {
    return API + "/ticket/" + Line.encoded(ticket);
  }

  private static long id(JsonNode one) {
    return one.path("id").asLong(0);
  }

  private static Instant moment(JsonNode at) throws Trouble {
    try {
      return Instant.parse(at.asString(""));
    } catch (java.time.format.DateTimeParseException e) {
      throw Trouble.refused("connector.trouble.unread", at.toString());
    }
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode items) {
    return StreamSupport.stream(items.values().spliterator(), false);
  }
}
