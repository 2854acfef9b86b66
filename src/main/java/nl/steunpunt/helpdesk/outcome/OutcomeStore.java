package nl.steunpunt.helpdesk.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.steunpunt.helpdesk.Tally;
import nl.steunpunt.platform.db.CopyRows;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told. It is only added to, and forgotten when it is old. */
@Repository
class OutcomeStore {
  private static final String COUNTS =
      "confirmed, potential, none, running, withdrawn, desk_first, first";
  private static final String TOOK = SqlFile.beside(OutcomeStore.class, "took.sql");

  private final DataSource database;
  private final JdbcClient sql;

  OutcomeStore(DataSource database, JdbcClient sql) {
    this.database = database;
    this.sql = sql;
  }

  /** The Monday after the first question of all; empty: there is none. */
  Optional<LocalDate> begunOn() {
    return day(
        sql.sql(
                """
                select (date_trunc('week', min(q.asked_at) at time zone :zone) + interval '7 days')::date as day
                  from support.pub_question q
                """)
            .param("zone", OrganisationClock.ZONE.getId()));
  }

  /** Up to where questions are told; empty: none is. */
  Optional<LocalDate> askedUntil() {
    return day(sql.sql("select max(first_week + 7 * weeks) as day from helpdesk.outcome_span"));
  }

  Optional<LocalDate> visitedUntil() {
    return day(sql.sql("select max(first_week + 7 * weeks) as day from helpdesk.outcome_visit"));
  }

  private static Optional<LocalDate> day(JdbcClient.StatementSpec statement) {
    return statement
        .query((row, _) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
        .single();
  }

  /** Of each topic; empty: about none. */
  Map<Optional<Long>, LocalDate> learnedUntil() {
    var until = new HashMap<Optional<Long>, LocalDate>();
    sql.sql(
            "select topic_id, max(first_week + 7 * weeks) as day from helpdesk.outcome_learned group by topic_id")
        .query(row -> {
          until.put(
              Optional.ofNullable(row.getObject("topic_id", Long.class)),
              row.getObject("day", LocalDate.class));
        });
    return until;
  }

  void forget(LocalDate oldest, LocalDate oldestLearned) {
    for (var table : List.of("outcome_span", "outcome_visit")) {
      sql.sql("delete from helpdesk." + table + " where first_week + 7 * weeks <= :oldest")
          .param("oldest", oldest)
          .update();
    }
    for (var table : List.of("outcome_part", "outcome_visit_part")) {
      sql.sql("delete from helpdesk." + table + " where block < :oldest")
          .param("oldest", oldest)
          .update();
    }
    sql.sql("delete from helpdesk.outcome_learned where first_week + 7 * weeks <= :oldest")
        .param("oldest", oldestLearned)
        .update();
  }

  void tell(Parts.Told asked) {
    var spans = new CopyRows(database, "helpdesk.outcome_span (first_week, weeks, " + COUNTS + ")");
    for (var span : asked.spans()) {
      spans.row(with(span.counts(), span.week(), span.weeks()));
    }
    spans.send();
    var parts =
        new CopyRows(
            database,
            "helpdesk.outcome_part (block, dimension, system_id, topic_id, department, location, "
                + COUNTS
                + ")");
    for (var part : asked.parts()) {
      var place = part.place();
      parts.row(
          with(
              part.counts(),
              part.block(),
              part.dimension(),
              part.systemId(),
              part.topicId(),
              place == null ? null : place.department(),
              place == null ? null : place.location()));
    }
    parts.send();
  }

  private static @Nullable Object[] with(Tally counts, @Nullable Object... key) {
    return Stream.concat(
            Arrays.stream(key),
            Stream.of(
                counts.confirmed(),
                counts.potential(),
                counts.none(),
                counts.running(),
                counts.withdrawn(),
                counts.deskFirst(),
                counts.first()))
        .toArray();
  }

  void tellVisits(Parts.Told visited) {
    var weeks = new CopyRows(database, "helpdesk.outcome_visit (first_week, weeks, visits)");
    visited.spans().forEach(span -> weeks.row(span.week(), span.weeks(), span.counts().all()));
    weeks.send();
    var parts =
        new CopyRows(database, "helpdesk.outcome_visit_part (block, system_id, topic_id, visits)");
    for (var part : visited.parts()) {
      if (part.dimension().equals("topic")) {
        parts.row(part.block(), part.systemId(), part.topicId(), part.counts().all());
      }
    }
    parts.send();
  }

  /** Whether the blocks before this one were told when it was done last. */
  boolean isToldUntil(LocalDate until) {
    return sql.sql("select told_until from helpdesk.outcome_reckoned")
        .query(LocalDate.class)
        .optional()
        .filter(told -> !told.isBefore(until))
        .isPresent();
  }

  List<Took> took(Instant from, Instant until) {
    return sql.sql(TOOK)
        .param("zone", OrganisationClock.ZONE.getId())
        .param("from", from)
        .param("until", until)
        .query(Took.class)
        .list();
  }

  /** How long it took is reckoned anew with each block, and not for each ticket that ends. */
  void tellHowLong(List<Took> took) {
    sql.sql("delete from helpdesk.outcome_visit_took").update();
    var rows =
        new CopyRows(
            database, "helpdesk.outcome_visit_took (topic_id, ended, took_low, took, took_high)");
    took.forEach(
        one -> rows.row(one.topicId(), one.ended(), one.tookLow(), one.took(), one.tookHigh()));
    rows.send();
  }

  void tell(List<Learned> learned) {
    var rows =
        new CopyRows(
            database, "helpdesk.outcome_learned (topic_id, first_week, weeks, closed, could)");
    learned.forEach(
        one -> rows.row(one.topicId(), one.week(), one.weeks(), one.closed(), one.could()));
    rows.send();
  }

  void done(Instant at, LocalDate toldUntil) {
    sql.sql(
            """
            update helpdesk.outcome_reckoned set at = :at, claimed_until = null, told_until = :until
            """)
        .param("at", at)
        .param("until", toldUntil)
        .update();
  }
}
