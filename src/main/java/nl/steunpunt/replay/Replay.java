package nl.steunpunt.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * Plays an incident log. Callers ask in the log's order, one after the other; each power user is
 * connected as a screen would be, and acts when the question is on it: answers what the log's first
 * group kept, hands over the rest, which the desk closes. The asker confirms what the log closed
 * for good and says nothing of the rest, which closes by itself when the clock has moved on at the
 * end. The log's own hours are not played: they are when a helpdesk worked, and no power user did.
 */
public final class Replay {
  private static final int ALIKE = 8;

  private final Api anyone;
  private final IncidentLog log;
  private final Map<String, String> topics;
  private final Map<String, Api> people = new ConcurrentHashMap<>();
  private final Map<Long, String> powerUsers = new HashMap<>();
  private final Map<String, Screen> screens = new HashMap<>();
  private final PrintStream out;

  Replay(URI server, IncidentLog log, PrintStream out) {
    this.anyone = Api.of(server);
    this.log = log;
    this.topics = Office.topics(log);
    this.out = out;
  }

  /**
   * @param arguments the log's file, the server's address and its set-up link
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("Replay FILE SERVER SET-UP-LINK");
      System.exit(2);
    }
    var complete =
        play(Path.of(arguments[0]), URI.create(arguments[1]), URI.create(arguments[2]), System.out);
    System.exit(complete ? 0 : 1);
  }

  /** Returns whether every question that the server promised is there at the end. */
  public static boolean play(Path file, URI server, URI setUpLink, PrintStream out)
      throws IOException {
    var log = IncidentLog.read(file);
    var office = new Office(log);
    out.printf(
        "%d events of %d incidents; %d callers at %d locations, %d power users.%n",
        log.events(),
        log.incidents().size(),
        office.callers(),
        office.locations(),
        office.powerUsers().size());
    var replay = new Replay(server, log, out);
    replay.furnish(office, setUpLink);
    var played = replay.askAll();
    replay.letSilenceClose();
    new Report(played).print(out);
    return replay.accountFor(played);
  }

  void furnish(Office office, URI setUpLink) {
    var password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
    Api.setUp(setUpLink, Office.ADMINISTRATOR, password);
    var token =
        anyone
            .withPassword(Office.ADMINISTRATOR, password)
            .post("/tokens", Map.of("name", "replay"))
            .get("token")
            .asString();
    var administrator = anyone.withToken(token);
    administrator.create(
        "/systems", "system", Map.of("key", Office.SYSTEM, "name", "The system of the log"));
    topics.forEach((category, key) ->
        administrator.create(
            "/topics", key, Map.of("system", Office.SYSTEM, "key", key, "nameNl", category)));
    administrator.load("/people/import?confirmLeavers=true", office.peopleCsv());
    administrator.load("/power-users/import", office.powerUsersCsv());
    var desk = administrator.get("/people?q=" + Office.DESK).at("/items/0/id").asLong();
    administrator.put("/people/" + desk + "/roles", Map.of("roles", List.of("helpdesk")));
    for (var email : office.powerUsers()) {
      powerUsers.put(me(email), email);
      screens.put(email, Screen.open(person(email)));
    }
    screens.put(Office.DESK, Screen.open(person(Office.DESK)));
    out.printf("Imported; %d screens are open.%n", screens.size());
  }

  private long me(String email) {
    return person(email).get("/me").get("id").asLong();
  }

  private Api person(String email) {
    return people.computeIfAbsent(email, anyone::as);
  }

  private Screen screen(String email) {
    var screen = screens.get(email);
    if (screen == null) {
      throw new IllegalStateException(email + " has no screen");
    }
    return screen;
  }

  List<Played> askAll() {
    var courses = new ArrayList<Future<Played>>();
    // Power users and desk work while others ask, at most so many at once.
    try (var work = Executors.newFixedThreadPool(ALIKE, Thread.ofVirtual().factory())) {
      for (var incident : log.incidents()) {
        var asker = person(Office.address(incident.caller()));
        var question = new HashMap<String, Object>();
        question.put("system", Office.SYSTEM);
        question.put("text", incident.question());
        incident.category().ifPresent(category -> question.put("topic", topics.get(category)));
        var sent = System.nanoTime();
        var promised = asker.create("/questions", incident.number(), question);
        courses.add(work.submit(() -> follow(incident, promised, sent)));
      }
    }
    var played = new ArrayList<Played>();
    for (var course : courses) {
      try {
        played.add(course.get());
      } catch (ExecutionException e) {
        out.println("Lost on its way: " + e.getCause());
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return played;
  }

  private Played follow(Incident incident, JsonNode promised, long sent) {
    var id = promised.get("id").asLong();
    var path = "/questions/" + id;
    if (promised.get("status").asString().equals("with_helpdesk")) {
      var seen = screen(Office.DESK).sees(id, "asked");
      close(incident, path);
      return new Played(incident, id, Course.STRAIGHT_TO_DESK, seen - sent);
    }
    var holder = powerUsers.get(promised.at("/powerUser/id").asLong());
    if (holder == null) {
      throw new IllegalStateException(path + " is with nobody we know");
    }
    var seen = screen(holder).sees(id, "asked");
    var powerUser = person(holder);
    if (incident.kept()) {
      powerUser.post(path + "/answer", Map.of("text", incident.answer()));
      if (incident.settled()) {
        person(Office.address(incident.caller())).post(path + "/confirmation", Map.of());
      }
      return new Played(incident, id, Course.ANSWERED, seen - sent);
    }
    powerUser.post(path + "/handover", Map.of("text", incident.tried()));
    screen(Office.DESK).sees(id, "handed_over");
    close(incident, path);
    return new Played(incident, id, Course.HANDED_OVER, seen - sent);
  }

  private void close(Incident incident, String path) {
    person(Office.DESK).post(path + "/closure", Map.of("text", incident.answer()));
    if (incident.settled()) {
      person(Office.address(incident.caller())).post(path + "/confirmation", Map.of());
    }
  }

  /** Two weeks: an answer that nobody disputes closes after five working days. */
  void letSilenceClose() {
    var fired = anyone.post("/demo/clock", Map.of("advance", "P14D")).get("fired").size();
    out.printf("Two weeks later: %d timers fired.%n", fired);
  }

  /** Reads back what was promised; what went wrong on its way counts as missing. */
  boolean accountFor(List<Played> played) {
    int there = 0;
    for (var one : played) {
      var wrong = wrong(one);
      if (wrong.isEmpty()) {
        there++;
      } else {
        out.printf("Not as promised: %s: %s%n", one, wrong);
      }
    }
    out.printf(
        "Of %d questions that the server promised %d are there, closed as they should be.%n",
        log.incidents().size(), there);
    return there == log.incidents().size();
  }

  private String wrong(Played one) {
    var asker = person(Office.address(one.incident().caller()));
    var path = "/questions/" + one.id();
    try {
      var now = asker.get(path);
      if (!now.get("text").asString().equals(one.incident().question())) {
        return "another text";
      }
      if (!now.get("status").asString().equals("closed")) {
        return now.get("status").asString();
      }
      if (!now.get("outcome").asString().equals(one.expectedOutcome())) {
        return "outcome " + now.get("outcome").asString();
      }
      return asker.get(path + "/messages").get("items").isEmpty() ? "nothing was said" : "";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
