package nl.steunpunt.bench.kill;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.steunpunt.bench.kill.MailSink.Taken;
import nl.steunpunt.bench.large.Database;
import tools.jackson.databind.JsonNode;

/** Asks the server for everything that it promised, and for what it did besides. */
final class Accounts {
  /**
   * How long before a kill, or a move of the clock, a mail can have been taken that was not noted
   * yet.
   */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(3);

  private static final Duration CARRIES_ON = Duration.ofSeconds(5);
  private static final Duration BACK = Duration.ofSeconds(20);

  private final Door door;
  private final Database database;
  private final Ledger ledger;
  private final Tally tally;

  Accounts(Door door, Database database, Ledger ledger, Tally tally) {
    this.door = door;
    this.database = database;
    this.ledger = ledger;
    this.tally = tally;
  }

  void questions() throws SQLException {
    var missing = new ArrayList<String>();
    var steps = new ArrayList<String>();
    var timers = new ArrayList<String>();
    for (var asked : ledger.asked().values()) {
      var answer = door.get(asked.asker(), "/questions/" + asked.id());
      if (!answer.isDone() || !answer.body().get("text").asString().equals(asked.text())) {
        missing.add("question " + asked.id() + ": " + answer);
        continue;
      }
      wrongSteps(asked.id(), answer.body()).forEach(steps::add);
      var status = answer.body().get("status").asString();
      if (!Set.of("closed", "with_helpdesk").contains(status)) {
        timers.add("question " + asked.id() + " is " + status);
      }
    }
    tally.none("questions", ledger.asked().size() + " acknowledged", "missing", missing);
    tally.none("their steps", ledger.done().size() + " acts acknowledged", "lost or twice", steps);
    tally.none("timers", "two weeks later", "questions that wait for one", timers);
    var all = database.number("select count(*) from support.question");
    tally.same("questions that nobody asked, or asked twice", ledger.asked().size(), all);
    tally.none("numbers", "one for each", "given twice", ledger.promisedTwice());
  }

  /** What was done is there as often as it was done; what timers do they do once. */
  private List<String> wrongSteps(long id, JsonNode question) {
    Map<String, Integer> times = new HashMap<>();
    Set<String> silent = new HashSet<>();
    var wrong = new ArrayList<String>();
    for (var stop : question.get("route")) {
      var step = stop.get("step").asString().toLowerCase(Locale.ROOT);
      times.merge(step, 1, Integer::sum);
      if (step.equals("silent") && !silent.add(stop.at("/person/id").asString())) {
        wrong.add("question " + id + ": the same one was silent twice");
      }
    }
    for (var step : List.of("answered", "handed_over", "confirmed")) {
      expect(id, step, ledger.times(id, step), times, wrong);
    }
    expect(id, "asked", 1, times, wrong);
    for (var once : List.of("closed", "to_helpdesk")) {
      if (times.getOrDefault(once, 0) > 1) {
        wrong.add("question " + id + ": twice " + once);
      }
    }
    return wrong;
  }

  private static void expect(
      long id, String step, long promised, Map<String, Integer> times, List<String> wrong) {
    if (times.getOrDefault(step, 0) != promised) {
      wrong.add(
          "question %d: %s %d times, promised %d"
              .formatted(id, step, times.getOrDefault(step, 0), promised));
    }
  }

  void messages() {
    var missing = new ArrayList<String>();
    var besides = new ArrayList<String>();
    for (var asked : ledger.asked().values()) {
      var found = new HashMap<String, List<String>>();
      var slice = door.get(asked.asker(), "/questions/" + asked.id() + "/messages?limit=200");
      for (var message : slice.body().get("items")) {
        if (message.get("kind").asString().equals("said")) {
          found
              .computeIfAbsent(message.get("clientId").asString(), none -> new ArrayList<>())
              .add(message.get("text").asString());
        }
      }
      for (var said : ledger.said(asked.id())) {
        var texts = found.remove(said.clientId().toString());
        if (!List.of(said.text()).equals(texts)) {
          missing.add(said + " is there as " + texts);
        }
      }
      besides.addAll(found.keySet());
    }
    tally.none("messages", ledger.said().size() + " acknowledged", "missing or twice", missing);
    tally.none("messages besides", "", "that nobody wrote", besides);
  }

  /** What each power user's screen was told of the questions that they got at once. */
  void screens(Map<Long, Screen> screens) {
    var wrong = new ArrayList<String>();
    var offered = 0;
    for (var asked : ledger.asked().values()) {
      var screen = screens.get(asked.holder());
      if (screen != null) {
        offered++;
        var times = screen.times(asked.id(), "asked");
        if (times > 1 || times == 0 && screen.resets() == 0) {
          wrong.add("question " + asked.id() + " came " + times + " times");
        }
      }
    }
    var resets = screens.values().stream().mapToLong(Screen::resets).sum();
    tally.none(
        "screens", offered + " offers, " + resets + " screens read anew", "lost or twice", wrong);
  }

  /** Nothing was owed and not sent; twice went only what was in flight, as the same mail. */
  void mails(List<Taken> taken, List<Fallen> kills, List<Moved> moves) throws SQLException {
    var first = new HashMap<String, Taken>();
    var twice = new ArrayList<String>();
    var atKills = 0;
    var atMoves = 0;
    for (var mail : taken) {
      var before = first.putIfAbsent(mail.id(), mail);
      if (before == null) {
        continue;
      }
      if (kills.stream().anyMatch(kill -> wasInFlight(before, kill))) {
        atKills++;
      } else if (moves.stream().anyMatch(move -> wasInFlight(before, move))) {
        atMoves++;
      } else {
        twice.add(
            "%s, %.1f s after the first time; %s"
                .formatted(mail.id(), (mail.nanos() - before.nanos()) / 1e9, last(before, kills)));
      }
    }
    var noted = database.number("select count(*) from platform.mail where sent_at is not null");
    tally.same("mails noted as sent, and taken by the mail server", first.size(), noted);
    tally.same(
        "mails that still wait",
        0,
        database.number("select count(*) from platform.mail where sent_at is null")
            + database.number("select count(*) from notify.pending"));
    tally.none(
        "mails",
        "%d taken, %d of them twice as in flight at a kill, %d when the clock was moved by hours"
            .formatted(first.size(), atKills, atMoves),
        "twice for no reason",
        twice);
  }

  private static boolean wasInFlight(Taken mail, Fallen kill) {
    var before = kill.nanos() - mail.nanos();
    return before < IN_FLIGHT.toNanos() && before > -kill.ready().toNanos();
  }

  private static boolean wasInFlight(Taken mail, Moved move) {
    return mail.nanos() > move.begun() - IN_FLIGHT.toNanos() && mail.nanos() < move.done();
  }

  private static String last(Taken mail, List<Fallen> kills) {
    return kills.stream()
        .filter(kill -> kill.nanos() < mail.nanos())
        .reduce((_, later) -> later)
        .map(kill ->
            "first %.1f s after %s was killed, which was ready after %.1f s"
                .formatted(
                    (mail.nanos() - kill.nanos()) / 1e9,
                    kill.fall().victim(),
                    kill.ready().toMillis() / 1e3))
        .orElse("before any kill");
  }

  void nodes(List<Fallen> kills) {
    slowest("nobody served after a node died", kills, Fall.Victim.NODE, CARRIES_ON);
    slowest("nobody served after the database's owner died", kills, Fall.Victim.SERVER, BACK);
    slowest("nobody served after the database died", kills, Fall.Victim.DATABASE, BACK);
    tally.same("answers that were neither work, refusal nor 503", 0, door.wrong());
  }

  private void slowest(String what, List<Fallen> kills, Fall.Victim victim, Duration most) {
    kills.stream()
        .filter(kill -> kill.fall().victim() == victim)
        .map(kill -> ledger.longestSilence(kill.nanos(), kill.nanos() + kill.ready().toNanos()))
        .max(Duration::compareTo)
        .ifPresent(silence -> tally.within(what, most, silence));
  }
}
