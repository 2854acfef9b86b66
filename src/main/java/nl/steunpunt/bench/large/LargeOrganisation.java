package nl.steunpunt.bench.large;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/**
 * Fills an empty database with the large organisation, in minutes. The server must have made the
 * tables, and be started again afterwards: it reads the answers into its suggestions then.
 */
public final class LargeOrganisation {
  private interface Part {
    void write() throws SQLException;
  }

  private static final String NUMBERING =
      """
      do $$
      declare one record;
      begin
        for one in select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
                     from information_schema.columns
                    where column_name = 'id' and is_identity = 'YES'
        loop
          execute format('select setval(pg_get_serial_sequence(%L, ''id''), coalesce(max(id), 0) + 1, false) from %s',
                         one.name, one.name);
        end loop;
      end $$
      """;

  private final Database database;
  private final Crowd crowd;
  private final Instant now;

  /**
   * @param now the last question was asked the working day before
   */
  public LargeOrganisation(Database database, Crowd crowd, Instant now) {
    this.database = database;
    this.crowd = crowd;
    this.now = now;
  }

  public void write() throws SQLException {
    if (database.number("select count(*) from people.person") > 0) {
      throw new IllegalStateException(
          database.data() + " is no empty database; what is in it stays as it is.");
    }
    var network = new NetworkWriting(database, crowd, now);
    timed(
        "%,d people in %,d teams".formatted(crowd.people(), crowd.teams()),
        new PeopleWriting(database, crowd, now)::write);
    timed("%,d power users".formatted(crowd.powerUsers()), network::write);
    timed("their constituencies", network::constituencies);
    timed(
        "%,d questions, three times as many messages".formatted(crowd.questions()),
        () -> new QuestionWriting(database, crowd, now).write());
    timed(
        "%,d answers, %,d issues, signals, help moments".formatted(crowd.answers(), crowd.issues()),
        new ShelfWriting(database, crowd, now)::write);
    timed("numbering on, statistics", this::finish);
  }

  /** An organisation that was made when it had fewer issues gets the rest of them. */
  public void topUp() throws SQLException {
    var there = (int) database.number("select coalesce(max(id), 0) from issues.issue");
    if (there < crowd.issues()) {
      timed(
          "%,d issues beside the %,d that there are".formatted(crowd.issues() - there, there),
          () -> {
            new IssueWriting(database, crowd, now).writeAfter(there);
            database.run(
                NUMBERING,
                "vacuum analyze issues.issue, issues.me_too, issues.linked_question, issues.title_word, issues.workaround");
          });
    }
  }

  private void finish() throws SQLException {
    database.run(NUMBERING, "vacuum analyze");
  }

  /** Waits until the server has read all answers and issues. */
  public void awaitSuggestions() throws SQLException {
    timed(
        "suggestions",
        () -> {
          while (database.number("select count(*) from support.suggestion where rules = 0") > 0) {
            pause();
          }
          database.run(
              "vacuum analyze support.suggestion, support.suggestion_term, support.vocabulary");
        });
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void timed(String what, Part part) throws SQLException {
    var start = System.nanoTime();
    part.write();
    System.out.printf(Locale.ROOT, "  %-60s %6.1f s%n", what, (System.nanoTime() - start) / 1e9);
  }
}
