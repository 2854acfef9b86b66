package nl.steunpunt.helpdesk.connectors.zammad;

import java.time.Instant;
import java.util.ArrayList;
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
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * After the API as Zammad's documentation describes it, not tried against a real one. What changed
 * since a moment cannot be asked by what is documented, so each open ticket is asked; a webhook
 * makes that quick.
 */
@Component
class Zammad implements Connector {
  private static final String API = "/api/v1";

  @Override
  public String kind() {
    return "zammad";
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
        "pending reminder = open",
        "pending close = open",
        "closed = closed",
        "merged = closed");
  }

  @Override
  public Map.Entry<String, String> credentials(String key) {
    return Map.entry("Authorization", "Token token=" + key);
  }

  @Override
  public Greeting greet(Line line, Mapping mapping) throws Trouble {
    var me = me(line);
    var missing = new ArrayList<Finding>();
    var groups = me.path("groups");
    mapping.allPlaces().stream()
        .filter(place -> !mayWrite(groups.path(place)))
        .forEach(place -> missing.add(new Finding("connector.missing.group", place)));
    var states = names(line, "/ticket_states");
    mapping.allStatuses().stream()
        .filter(status -> states.isPresent() && !states.get().contains(status))
        .forEach(status -> missing.add(new Finding("connector.missing.status", status)));
    return new Greeting("Zammad, " + me.path("login").asString(""), missing);
  }

  /** With "expand" our groups stand in it by name; the list of all is for administrators alone. */
  private static JsonNode me(Line line) throws Trouble {
    return line.get(API + "/users/me", "expand", "true");
  }

  /** Making, reading and changing a ticket are rights of their own, unless it is all of them. */
  private static boolean mayWrite(JsonNode rights) {
    var names = new HashSet<String>();
    rights.values().forEach(one -> names.add(one.asString("")));
    return names.contains("full") || names.containsAll(List.of("create", "read", "change"));
  }

  /** Empty: we may not list them. */
  private static Optional<List<String>> names(Line line, String path) throws Trouble {
    return line.getIfThere(API + path)
        .map(all -> all.valueStream().map(one -> one.path("name").asString("")).toList());
  }

  /** "guess:" makes a customer of an address that is not one yet; without one it is ours. */
  @Override
  public String create(Line line, NewTicket ticket) throws Trouble {
    var body = new LinkedHashMap<String, Object>();
    body.put("title", ticket.subject());
    body.put("group", ticket.place());
    body.put(
        "customer_id",
        ticket.askerEmail().isEmpty()
            ? me(line).path("id").asLong()
            : "guess:" + ticket.askerEmail());
    body.put("article", article(ticket.subject(), ticket.text()));
    ticket.fields().forEach(body::put);
    var made = line.post(API + "/tickets", body);
    var id = made.path("id").asString("");
    if (id.isEmpty()) {
      throw Trouble.refused(made.toString());
    }
    return id;
  }

  /** Internal: nothing is mailed to the asker, who has it here. */
  private static Map<String, Object> article(String subject, String text) {
    return Map.of(
        "subject",
        subject,
        "body",
        text,
        "content_type",
        "text/plain",
        "type",
        "note",
        "internal",
        true);
  }

  /**
   * A condition is answered by its database, words by its search index, which runs behind. That it
   * takes a condition here stands in its code and not in its documentation, so both are asked.
   */
  @Override
  public Optional<String> find(Line line, String marker) throws Trouble {
    var title = "condition[ticket.title]";
    var now = found(line, marker, title + "[operator]", "contains", title + "[value]", marker);
    return now.isPresent() ? now : found(line, marker, "query", marker, "limit", "10");
  }

  /** Without "expand" some releases answer numbers instead of tickets. */
  private static Optional<String> found(Line line, String marker, String... asked) throws Trouble {
    var query = new ArrayList<String>(List.of(asked));
    query.addAll(List.of("expand", "true"));
    for (var ticket : line.get(API + "/tickets/search", query.toArray(String[]::new)).values()) {
      if (ticket.path("title").asString("").contains(marker)) {
        return Optional.of(ticket.path("id").asString());
      }
    }
    return Optional.empty();
  }

  @Override
  public void remark(Line line, String ticket, String text) throws Trouble {
    var body = new LinkedHashMap<String, Object>(article("", text));
    body.put("ticket_id", number(ticket));
    line.post(API + "/ticket_articles", body);
  }

  @Override
  public boolean holds(Line line, String ticket, String mark) throws Trouble {
    for (var article : articles(line, ticket).values()) {
      if (text(article).contains(mark)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void setStatus(Line line, String ticket, String status) throws Trouble {
    line.put(path(ticket), Map.of("state", status));
    var now = ticket(line, ticket).path("state").asString("");
    if (!now.equalsIgnoreCase(status)) {
      throw Trouble.refused("connector.trouble.status", now);
    }
  }

  @Override
  public TheirTicket look(Line line, String ticket, long afterEntry) throws Trouble {
    var now = ticket(line, ticket);
    var entries = new ArrayList<Entry>();
    var last = afterEntry;
    for (var article : articles(line, ticket).values()) {
      var id = article.path("id").asLong(0);
      if (id > afterEntry
          && !article.path("internal").asBoolean(false)
          && article.path("sender").asString("").equals("Agent")) {
        entries.add(entry(article));
      }
      last = Math.max(last, id);
    }
    entries.sort(java.util.Comparator.comparingLong(Entry::id));
    return new TheirTicket(
        now.path("state").asString(""),
        now.path("created_by_id").asString(""),
        Line.moment(now.path("updated_at")),
        entries,
        last);
  }

  /** Whoever wrote it stands there by login, which is mostly the address. */
  private static Entry entry(JsonNode article) {
    var login = article.path("created_by").asString("");
    var from = name(article.path("from").asString(""));
    return new Entry(
        article.path("id").asLong(),
        article.path("created_by_id").asString(""),
        from.isEmpty() ? login : from,
        login.contains("@") ? login : null,
        text(article));
  }

  /** Of a mail it is "Emma Taylor via Support &lt;support@...&gt;", of a note the name alone. */
  private static String name(String from) {
    return from.replaceAll("<[^>]*>|\"", "").strip().replaceFirst("\\s+via(\\s.*)?$", "");
  }

  private static String text(JsonNode article) {
    var body = article.path("body").asString("");
    return article.path("content_type").asString("").startsWith("text/html")
        ? PlainText.of(body)
        : body.strip();
  }

  @Override
  public Changes changedSince(Line line, Instant since) {
    return Changes.unknown(since);
  }

  @Override
  public Optional<String> ticketIn(JsonNode bell) {
    var id = bell.path("ticket").path("id").asString("");
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  @Override
  public String page(String ticket) {
    return "/#ticket/zoom/" + ticket;
  }

  private static JsonNode ticket(Line line, String ticket) throws Trouble {
    return line.get(path(ticket), "expand", "true");
  }

  private static JsonNode articles(Line line, String ticket) throws Trouble {
    return line.get(API + "/ticket_articles/by_ticket/" + Line.encoded(ticket), "expand", "true");
  }

  private static String path(String ticket) {
    return API + "/tickets/" + Line.encoded(ticket);
  }

  private static long number(String ticket) throws Trouble {
    try {
      return Long.parseLong(ticket);
    } catch (NumberFormatException e) {
      throw Trouble.refused("connector.trouble.unread", ticket);
    }
  }
}
