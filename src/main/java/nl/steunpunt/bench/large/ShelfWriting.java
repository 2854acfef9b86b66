package nl.steunpunt.bench.large;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Kept answers and known issues, which the server's next start reads into its suggestions; signals,
 * help moments.
 */
final class ShelfWriting {
  private static final String[] OPEN = {"reported", "confirmed", "in_progress", "fix_planned"};
  private static final String[] ENDED = {
    "resolved", "works_now", "resolved", "works_now", "resolved", "wont_fix"
  };
  private static final String[] SEVERITIES = {
    "hinders", "minor", "serious", "hinders", "minor", "stops"
  };
  private static final String[] SIGNAL_STATES = {
    "heard", "answered", "answered", "answered", "became_question", "left"
  };

  private final Database database;
  private final Crowd crowd;
  private final Workdays workdays;
  private final SplittableRandom random = new SplittableRandom(4);
  private final Speech speech = new Speech(5);

  ShelfWriting(Database database, Crowd crowd, Instant now) {
    this.database = database;
    this.crowd = crowd;
    workdays = new Workdays(390, now);
  }

  void write() throws SQLException {
    answers();
    issues();
    signals();
    helpMoments();
  }

  private void answers() throws SQLException {
    try (var answers =
            new CopyTable(
                database,
                "support.answer (id, system_id, topic_id, title, text, why, author_id, kept_at, changed_at)");
        var helps = new CopyTable(database, "support.answer_help (answer_id, person_id, at)");
        var found = suggestions()) {
      for (int id = 1; id <= crowd.answers(); id++) {
        var title = speech.title();
        var text = speech.answer();
        var why = id % 3 == 0 ? speech.why() : "";
        var at = workdays.at(id / (double) crowd.answers());
        answers.row(
            id,
            NetworkWriting.SYSTEM,
            topic(id),
            title,
            text,
            why,
            crowd.powerUser(1 + id % crowd.powerUsers()),
            at,
            at);
        found.row("answer", id, NetworkWriting.SYSTEM, topic(id), title, text + "\n" + why, 0);
        helps.row(id, 1 + random.nextInt(crowd.people()), at.plus(Duration.ofHours(1)));
      }
    }
  }

  private CopyTable suggestions() throws SQLException {
    return new CopyTable(
        database, "support.suggestion (kind, ref_id, system_id, topic_id, title, text, rules)");
  }

  private static int topic(int id) {
    return 1 + id % NetworkWriting.TOPICS;
  }

  private void issues() throws SQLException {
    try (var issues =
            new CopyTable(
                database,
                "issues.issue (id, system_id, topic_id, title, description, status, workaround, severity,"
                    + " planned_release, owner_id, created_by, created_at, changed_at)");
        var joined =
            new CopyTable(database, "issues.me_too (issue_id, person_id, question_id, at, named)");
        var linked = new CopyTable(database, "issues.linked_question (issue_id, question_id)");
        var found = suggestions()) {
      for (int id = 1; id <= crowd.issues(); id++) {
        var title = speech.title();
        var text = speech.answer();
        var at = workdays.at(id / (double) crowd.issues());
        var status = id >= crowd.firstOpenIssue() ? OPEN[id % 4] : ENDED[id % ENDED.length];
        issues.row(
            id,
            NetworkWriting.SYSTEM,
            topic(id),
            title,
            text,
            status,
            id % 2 == 0 ? speech.said() : null,
            id % 5 == 0 ? null : SEVERITIES[id % SEVERITIES.length],
            id % 3 == 0 ? "Release " + (1 + id * 40L / crowd.issues()) : null,
            id % 4 == 0 ? null : crowd.desk(id),
            crowd.desk(id),
            at,
            at.plus(Duration.ofDays(1)));
        for (int n = random.nextInt(12); n > 0; n--) {
          var person = n * (crowd.people() / 12) + random.nextInt(crowd.people() / 12);
          var question = 1 + random.nextInt(crowd.questions());
          joined.row(id, person, n % 2 == 0 ? question : null, at, true);
          if (n == 2) {
            linked.row(id, question);
          }
        }
        if (id >= crowd.firstOpenIssue()) {
          found.row("issue", id, NetworkWriting.SYSTEM, topic(id), title, text, 0);
        }
      }
    }
  }

  private void signals() throws SQLException {
    var signals = crowd.people() / 2;
    try (var table =
        new CopyTable(
            database,
            "support.signal (sender_id, named, power_user_id, system_id, topic_id, department_id, location_id, text,"
                + " state, reply, sent_at, changed_at)")) {
      for (int id = 1; id <= signals; id++) {
        var team = 1 + random.nextInt(crowd.teams());
        var sender = crowd.colleague(team, id);
        var at = workdays.at(id / (double) signals);
        var state = id > signals - signals / 40 ? "sent" : SIGNAL_STATES[id % SIGNAL_STATES.length];
        table.row(
            sender,
            id % 4 == 0,
            crowd.powerUserOf(team, id),
            NetworkWriting.SYSTEM,
            topic(id),
            crowd.teamDepartment(team),
            crowd.zone(sender),
            speech.said(),
            state,
            state.equals("sent") || state.equals("heard") ? null : speech.why(),
            at,
            at.plus(Duration.ofHours(3)));
      }
    }
  }

  private void helpMoments() throws SQLException {
    try (var table =
        new CopyTable(
            database,
            "support.help_moment (power_user_id, system_id, topic_id, department_id, location_id, minutes, note,"
                + " helped_at)")) {
      for (int id = 1; id <= 2 * crowd.people(); id++) {
        var person = crowd.powerUser(1 + random.nextInt(crowd.powerUsers()));
        table.row(
            person,
            NetworkWriting.SYSTEM,
            topic(id),
            crowd.teamDepartment(crowd.team(person)),
            crowd.zone(person),
            5 + random.nextInt(25),
            id % 3 == 0 ? speech.why() : "",
            workdays.at(id / (double) 2 * crowd.people()));
      }
    }
  }
}
