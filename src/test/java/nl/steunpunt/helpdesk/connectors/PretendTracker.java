package nl.steunpunt.helpdesk.connectors;

import static nl.steunpunt.platform.outgoing.AnsweringServer.says;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.steunpunt.platform.outgoing.AnsweringServer.Answering;
import nl.steunpunt.platform.outgoing.AnsweringServer.Got;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as a Request Tracker 5 did, in memory, with a clock of its own that is wrong. */
final class PretendTracker implements Answering {
  private static final JsonMapper JSON = new JsonMapper();

  /** Years behind ours. */
  Instant now = Instant.parse("2020-01-01T00:00:00Z");

  record Entry(long id, String type, String creator, String text) {}

  static final class Ticket {
    final int id;
    final String subject;
    final String requestor;
    final JsonNode body;
    final List<Entry> history = new ArrayList<>();
    String status = "new";
    Instant updated;

    Ticket(int id, JsonNode body, Instant at) {
      this.id = id;
      this.body = body;
      this.subject = body.path("Subject").asString();
      this.requestor = body.path("Requestor").asString();
      this.updated = at;
    }

    List<String> comments() {
      return history.stream()
          .filter(entry -> entry.type.equals("Comment"))
          .map(Entry::text)
          .toList();
    }
  }

  private final Map<Integer, Ticket> tickets = new TreeMap<>();
  private long entries = 100;
  final List<String> asked = new ArrayList<>();

  /** What it answers to what begins so, instead of what is right. */
  final Map<String, String> oddly = new TreeMap<>();

  /** What to do with the next request that writes; null: what it asks. */
  volatile @Nullable Fault fault;

  enum Fault {
    /** Takes it, and dies before it can say so. */
    TAKES_AND_HANGS_UP,
    BROKEN_AT_WRITING,
    BROKEN_AT_TICKETS,
    BROKEN,
    REFUSES_TICKETS,
    IGNORES_STATUS
  }

  List<Ticket> tickets() {
    return List.copyOf(tickets.values());
  }

  Ticket only() {
    if (tickets.size() != 1) {
      throw new AssertionError("tickets there: " + tickets.size());
    }
    return tickets.values().iterator().next();
  }

  /** Somebody of the helpdesk writes to the asker. */
  void correspond(Ticket ticket, String who, String text) {
    add(ticket, "Correspond", who, text);
    if (ticket.status.equals("new")) {
      ticket.status = "open";
    }
  }

  /** What is begun has a number, and can be seen when it is done. */
  long begin() {
    return ++entries;
  }

  /** As of who began it earlier than others that were done before it. */
  void correspondAs(long entry, Ticket ticket, String who, String text) {
    now = now.plusSeconds(1);
    ticket.history.add(new Entry(entry, "Correspond", who, text));
    ticket.updated = now;
  }

  void note(Ticket ticket, String who, String text) {
    add(ticket, "Comment", who, text);
  }

  void becomes(Ticket ticket, String status) {
    ticket.status = status;
    add(ticket, "Status", "pieter", "");
  }

  void goes(Ticket ticket) {
    tickets.remove(ticket.id);
  }

  private void add(Ticket ticket, String type, String who, String text) {
    now = now.plusSeconds(1);
    ticket.history.add(new Entry(++entries, type, who, text));
    ticket.updated = now;
  }

  @Override
  public void answer(Got got, OutputStream out) throws IOException, InterruptedException {
    var parts = got.line().split(" ", -1);
    var path = parts[1];
    asked.add(parts[0] + " " + path);
    if (!"token geheim".equals(got.header("authorization"))) {
      says("401 Unauthorized", "{\"message\":\"Unauthorized\"}").answer(got, out);
      return;
    }
    var writes = !parts[0].equals("GET");
    if (fault == Fault.BROKEN
        || (writes && fault == Fault.BROKEN_AT_WRITING)
        || (path.contains("/history") && fault == Fault.BROKEN_AT_TICKETS)) {
      says("500 Internal Server Error", "<html><body>Can't locate object</body></html>")
          .answer(got, out);
      return;
    }
    for (var odd : oddly.entrySet()) {
      if (path.startsWith("/REST/2.0" + odd.getKey())) {
        says("200 OK", odd.getValue(), "Content-Type: application/json").answer(got, out);
        return;
      }
    }
    var answer = answered(parts[0], path, got.body());
    if (writes && fault == Fault.TAKES_AND_HANGS_UP) {
      fault = null;
      return;
    }
    says(
            answer.status,
            JSON.writeValueAsString(answer.body),
            "Content-Type: application/json; charset=utf-8")
        .answer(got, out);
  }

  private record Answer(String status, Object body) {}

  private static Answer ok(Object body) {
    return new Answer("200 OK", body);
  }

  private static final Answer GONE = new Answer("404 Not Found", Map.of("message", "Not Found"));

  private Answer answered(String method, String target, String body) {
    var path = target.replaceFirst("\\?.*", "").substring("/REST/2.0".length());
    var query = query(target);
    if (path.equals("/rt")) {
      return ok(Map.of("Version", "5.0.3"));
    }
    if (path.startsWith("/queue/")) {
      return path.equals("/queue/Support")
          ? ok(
              Map.of(
                  "id",
                  3,
                  "Name",
                  "Support",
                  "Disabled",
                  "0",
                  "TicketCustomFields",
                  List.of(Map.of("id", "1", "name", "Afdeling"))))
          : GONE;
    }
    if (path.startsWith("/user/")) {
      return user(path.substring("/user/".length()));
    }
    if (path.equals("/ticket") && method.equals("POST")) {
      return make(JSON.readTree(body));
    }
    if (path.equals("/tickets")) {
      return search(query);
    }
    if (path.startsWith("/transaction/")) {
      return attachments(Long.parseLong(path.split("/", -1)[2]), query);
    }
    if (path.startsWith("/attachment/")) {
      return attachment(path.substring("/attachment/".length()));
    }
    var ticket = tickets.get(Integer.parseInt(path.split("/", -1)[2]));
    if (ticket == null) {
      return GONE;
    }
    return path.endsWith("/history")
        ? history(ticket, query)
        : path.endsWith("/comment")
            ? comment(ticket, JSON.readTree(body))
            : method.equals("PUT") ? change(ticket, JSON.readTree(body)) : ok(shown(ticket));
  }

  private static Map<String, String> query(String target) {
    var query = new LinkedHashMap<String, String>();
    var at = target.indexOf('?');
    if (at >= 0) {
      for (var pair : target.substring(at + 1).split("&", -1)) {
        var sides = pair.split("=", 2);
        query.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static Answer user(String name) {
    return name.equals("pieter")
        ? ok(
            Map.of(
                "Name",
                name,
                "RealName",
                "Pieter Hoekstra",
                "EmailAddress",
                "pieter.hoekstra@novum.example"))
        : ok(
            Map.of("Name", name, "RealName", "Jan van Dijk", "EmailAddress", "jan@elders.example"));
  }

  private Answer make(JsonNode body) {
    if (fault == Fault.REFUSES_TICKETS || !body.path("Queue").asString("").equals("Support")) {
      return new Answer(
          "400 Bad Request", Map.of("message", "Could not create ticket. Queue not set"));
    }
    now = now.plusSeconds(1);
    var ticket = new Ticket(tickets.size() + 1, body, now);
    tickets.put(ticket.id, ticket);
    add(ticket, "Create", "steunpunt", "");
    return new Answer(
        "201 Created", Map.of("id", String.valueOf(ticket.id), "type", "ticket", "_url", "x"));
  }

  /** Newest first; a moment in the question is read in some time zone, so it leaves all in. */
  private Answer search(Map<String, String> query) {
    var what = query.getOrDefault("query", "");
    var found =
        tickets.values().stream()
            .filter(ticket ->
                !what.startsWith("Subject LIKE '")
                    || ticket.subject.contains(what.split("'", -1)[1]))
            .sorted(java.util.Comparator.comparing((Ticket ticket) -> ticket.updated).reversed())
            .map(ticket ->
                Map.of("id", String.valueOf(ticket.id), "LastUpdated", ticket.updated.toString()))
            .toList();
    return ok(Map.of("items", query.getOrDefault("page", "1").equals("1") ? found : List.of()));
  }

  /** In no order. */
  private static Answer history(Ticket ticket, Map<String, String> query) {
    var items =
        ticket.history.reversed().stream()
            .map(entry ->
                Map.of(
                    "id",
                    String.valueOf(entry.id),
                    "Type",
                    entry.type,
                    "Creator",
                    Map.of("id", entry.creator)))
            .toList();
    return ok(Map.of("items", query.getOrDefault("page", "1").equals("1") ? items : List.of()));
  }

  private Answer comment(Ticket ticket, JsonNode body) {
    add(ticket, "Comment", "steunpunt", body.path("Content").asString());
    return new Answer("201 Created", List.of("Commentaar toegevoegd"));
  }

  private Answer change(Ticket ticket, JsonNode body) {
    var status = body.path("Status").asString();
    if (fault == Fault.IGNORES_STATUS) {
      return ok(List.of("Ticket 1: Status 'open' isn't a valid status for this ticket."));
    }
    ticket.status = status;
    add(ticket, "Status", "steunpunt", "");
    return ok(List.of("Ticket 1: Status changed to '" + status + "'"));
  }

  private static Map<String, Object> shown(Ticket ticket) {
    return Map.of(
        "id",
        ticket.id,
        "Status",
        ticket.status,
        "LastUpdated",
        ticket.updated.toString(),
        "Creator",
        Map.of("id", "steunpunt"));
  }

  private Optional<String> text(long entry) {
    return tickets.values().stream()
        .flatMap(ticket -> ticket.history.stream())
        .filter(one -> one.id == entry)
        .map(Entry::text)
        .findFirst();
  }

  /** Of an entry: what holds the others, a picture of some megabytes, and its words. */
  private Answer attachments(long entry, Map<String, String> query) {
    if (query.getOrDefault("fields", "").contains("Content,")) {
      throw new AssertionError("a picture was asked for");
    }
    var text = text(entry);
    if (text.isEmpty()) {
      return GONE;
    }
    var html = text.get().startsWith("<");
    return ok(
        Map.of(
            "items",
            List.of(
                Map.of("id", entry + "0", "ContentType", "multipart/mixed", "Filename", ""),
                Map.of("id", entry + "1", "ContentType", "text/plain", "Filename", "log.txt"),
                Map.of("id", entry + "2", "ContentType", "image/png", "Filename", "scherm.png"),
                Map.of(
                    "id",
                    entry + "3",
                    "ContentType",
                    html ? "text/html" : "text/plain",
                    "Filename",
                    ""))));
  }

  /** As it answered, in lines of base64. */
  private Answer attachment(String id) {
    if (!id.endsWith("3")) {
      throw new AssertionError("not its words: " + id);
    }
    var text = text(Long.parseLong(id.substring(0, id.length() - 1))).orElseThrow();
    var content = Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return ok(Map.of("id", id, "Content", content + "\n"));
  }
}
