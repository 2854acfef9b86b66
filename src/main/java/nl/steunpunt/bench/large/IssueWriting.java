package nl.steunpunt.bench.large;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** Known issues, with up to eleven people who are hit by each; the last ones are open still. */
final class IssueWriting {
  private static final String[] OPEN = {"reported", "confirmed", "in_progress", "fix_planned"};
  private static final String[] ENDED = {
    "resolved", "works_now", "resolved", "works_now", "resolved", "wont_fix"
  };
  private static final String[] SEVERITIES = {
    "hinders", "minor", "serious", "hinders", "minor", "stops"
  };
  private static final int MOST_HIT = 12;

  private final Database database;
  private final Crowd crowd;
  private final Workdays workdays;

  IssueWriting(Database database, Crowd crowd, Instant now) {
    this.database = database;
    this.crowd = crowd;
    workdays = new Workdays(390, now);
  }

  void write() throws SQLException {
    write(1, crowd.firstOpenIssue());
  }

  /**
   * The rest of them in an organisation that was made with fewer: all of them ended, as those that
   * are open and suggested to who types are there.
   *
   * @param there the highest number that there is
   */
  void writeAfter(int there) throws SQLException {
    // Made when an issue had none of these yet.
    database.run(
        """
        update issues.issue
           set severity = case when id %% 5 <> 0 then (array['hinders', 'minor', 'serious', 'hinders', 'minor', 'stops'])[id %% 6 + 1] end,
               planned_release = case when id %% 3 = 0 then 'Release ' || (1 + id * 40 / %d) end,
               owner_id = case when id %% 4 <> 0 then created_by end
         where severity is null and planned_release is null and owner_id is null
        """
            .formatted(there));
    write(there + 1, crowd.issues() + 1);
  }

  private void write(int first, int firstOpen) throws SQLException {
    var random = new SplittableRandom(first);
    var speech = new Speech(5 + first);
    try (var issues =
            new CopyTable(
                database,
                "issues.issue (id, system_id, topic_id, title, description, status, workaround, severity,"
                    + " planned_release, owner_id, created_by, created_at, changed_at)");
        var joined =
            new CopyTable(database, "issues.me_too (issue_id, person_id, question_id, at, named)");
        var linked = new CopyTable(database, "issues.linked_question (issue_id, question_id)");
        var found = ShelfWriting.suggestions(database)) {
      for (int id = first; id <= crowd.issues(); id++) {
        var title = speech.title();
        var text = speech.answer();
        var at = workdays.at(id / (double) crowd.issues());
        issues.row(
            id,
            NetworkWriting.SYSTEM,
            ShelfWriting.topic(id),
            title,
            text,
            id >= firstOpen ? OPEN[id % OPEN.length] : ENDED[id % ENDED.length],
            id % 2 == 0 ? speech.said() : null,
            id % 5 == 0 ? null : SEVERITIES[id % SEVERITIES.length],
            id % 3 == 0 ? "Release " + (1 + id * 40L / crowd.issues()) : null,
            id % 4 == 0 ? null : crowd.desk(id),
            crowd.desk(id),
            at,
            at.plus(Duration.ofDays(1)));
        for (int n = random.nextInt(MOST_HIT); n > 0; n--) {
          var each = crowd.people() / MOST_HIT;
          var person = n * each + random.nextInt(each);
          var question = 1 + random.nextInt(crowd.questions());
          joined.row(id, person, n % 2 == 0 ? question : null, at, true);
          if (n == 2) {
            linked.row(id, question);
          }
        }
        if (id >= firstOpen) {
          found.row("issue", id, NetworkWriting.SYSTEM, ShelfWriting.topic(id), title, text, 0);
        }
      }
    }
    // Rows that are copied here do not fire the trigger that keeps the words.
    database.run(
        """
        insert into issues.title_word
        select distinct word from issues.issue, unnest(tsvector_to_array(to_tsvector('simple', title))) as t (word)
         where length(word) between 4 and 40 and word ~ '^[[:alpha:]]+$'
        on conflict do nothing
        """,
        """
        insert into issues.workaround (issue_id, version, text, written_by, approved_by, at)
        select id, 1, workaround, created_by, created_by, changed_at from issues.issue where workaround is not null
        on conflict do nothing
        """);
  }
}
