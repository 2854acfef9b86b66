package nl.steunpunt.helpdesk.connectors.requesttracker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import tools.jackson.databind.node.MissingNode;

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
    return true;
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
      var queue = line.getIfThere(API + "/queue/" + Line.encoded(place));
      if (queue.isEmpty() || queue.get().path("Disabled").asString("0").equals("1")) {
        missing.add(new Finding("connector.missing.queue", place));
      } else {
        missing.addAll(withoutField(queue.get(), mapping));
      }
    }
    return new Greeting(("Request Tracker " + version).strip(), missing);
  }

  /** A field that a queue does not have is left out in silence. */
  private static List<Finding> withoutField(JsonNode queue, Mapping mapping) {
    var known = new HashSet<String>(OWN_FIELDS);
    queue
        .path("TicketCustomFields")
        .valueStream()
        .forEach(field -> known.add(field.path("name").asString("")));
    return mapping.allFields().stream()
        .filter(field -> !known.contains(field))
        .map(field -> new Finding("connector.missing.field", field))
        .toList();
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
    return found.path("items").valueStream().map(item -> item.path("id").asString()).findFirst();
  }

  @Override
  public void remark(Line line, String ticket, String text) throws Trouble {
    // Its sentence is in the language of our account; one that was not added is a 400.
    line.post(path(ticket) + "/comment", Map.of("Content", text, "ContentType", "text/plain"));
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
        Line.moment(now.path("LastUpdated")),
        entries,
        last);
  }

  private static Entry entry(Line line, JsonNode one, Map<String, JsonNode> known) throws Trouble {
    var account = one.path("Creator").path("id").asString("");
    var user = known.get(account);
    if (user == null) {
      // Who may not read others' addresses still reads what they say.
      user =
          line.getIfThere(API + "/user/" + Line.encoded(account)).orElse(MissingNode.getInstance());
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
      var items = some.path("items").valueStream().toList();
      // What we may not see is left out of a page, so a short one need not be the last.
      if (items.isEmpty()) {
        break;
      }
      items.stream().filter(one -> id(one) > after).forEach(entries::add);
    }
    entries.sort(java.util.Comparator.comparingLong(RequestTracker::id));
    return entries;
  }

  /**
   * The plain part of it, else the text of its HTML. What it consists of is asked first: a picture
   * of some megabytes may lie beside its words.
   */
  private static String text(Line line, String transaction) throws Trouble {
    var parts =
        line.get(
            API + "/transaction/" + transaction + "/attachments",
            "fields",
            "ContentType,Filename",
            "per_page",
            String.valueOf(PAGE));
    @Nullable String html = null;
    for (var part : parts.path("items").values()) {
      var type = part.path("ContentType").asString("");
      if (!part.path("Filename").asString("").isEmpty()) {
        continue;
      }
      if (type.startsWith("text/plain")) {
        return content(line, part.path("id").asString(""));
      }
      if (type.startsWith("text/html")) {
        html = part.path("id").asString("");
      }
    }
    return html == null ? "" : PlainText.of(content(line, html));
  }

  /** By itself it is base64 of UTF-8, whatever it was sent in. */
  private static String content(Line line, String attachment) throws Trouble {
    var content =
        line.get(API + "/attachment/" + Line.encoded(attachment)).path("Content").asString("");
    try {
      return new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Trouble.refused("connector.trouble.unread", "attachment " + attachment);
    }
  }

  @Override
  public Changes changedSince(Line line, Instant since) throws Trouble {
    return Changes.newestFirst(since, page -> updated(line, since, page));
  }

  private static List<Changed> updated(Line line, Instant since, int page) throws Trouble {
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
    var changed = new ArrayList<Changed>();
    for (var item : found.path("items").values()) {
      changed.add(new Changed(item.path("id").asString(), Line.moment(item.path("LastUpdated"))));
    }
    return changed;
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
}
