package nl.steunpunt.helpdesk.outcome;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.steunpunt.platform.db.CopyRows;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.Beside;
import nl.steunpunt.platform.time.OrganisationClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts each night what became of the questions of the last half year, in parts that may be told
 * ({@link Parts}), and how many came to the helpdesk. Read without a transaction and written in a
 * short one: an open one that writes would hold back the live events of everybody for as long as
 * the counting takes.
 */
@Component
public class OutcomeReckoning extends Beside {
  /** Whole weeks, as many as can be looked at. */
  private static final int WEEKS = 26;

  private static final String COUNTS =
      "confirmed, potential, none, running, withdrawn, desk_first, first";

  private static final LocalTime NIGHT = LocalTime.of(4, 0);
  private static final Duration AT_MOST = Duration.ofMinutes(10);
  private static final int LOOKS_EVERY_SECONDS = 60;
  private static final String RECKON = SqlFile.beside(OutcomeReckoning.class, "reckon.sql");

  record Visited(LocalDate week, int visits) {}

  record Read(List<Asked> asked, List<Visited> visited) {}

  private final DataSource database;
  private final JdbcClient sql;
  private final ScreenSql screens;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  OutcomeReckoning(
      DataSource database,
      JdbcClient sql,
      ScreenSql screens,
      TransactionTemplate transaction,
      Clock clock) {
    super("outcomes", LOOKS_EVERY_SECONDS);
    this.database = database;
    this.screens = screens;
    this.sql = sql;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  protected int makeSome() {
    if (!claimed(clock.instant())) {
      return 0;
    }
    reckon();
    return 1;
  }

  /** One node does it; when that dies, another one after a while. */
  private boolean claimed(Instant now) {
    return Boolean.TRUE.equals(
        transaction.execute(status ->
            sql.sql(
                        """
                        update helpdesk.outcome_reckoned set claimed_until = :until
                         where one in (select one from helpdesk.outcome_reckoned
                                        where (at is null or at < :due) and (claimed_until is null or claimed_until < :now)
                                          for update skip locked)
                        """)
                    .param("until", now.plus(AT_MOST))
                    .param("due", night(now))
                    .param("now", now)
                    .update()
                > 0));
  }

  /** The last night. */
  private static Instant night(Instant now) {
    var here = now.atZone(OrganisationClock.ZONE);
    var today =
        here.toLocalTime().isBefore(NIGHT) ? here.toLocalDate().minusDays(1) : here.toLocalDate();
    return today.atTime(NIGHT).atZone(OrganisationClock.ZONE).toInstant();
  }

  /** At once, whenever it was done last. */
  public void reckon() {
    var now = clock.instant();
    var monday =
        LocalDate.ofInstant(now, OrganisationClock.ZONE)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var oldest = Parts.block(monday.minusWeeks(WEEKS));
    var from = keptUntil().filter(oldest::isBefore).orElse(oldest);
    var read =
        screens
            .one(
                sql.sql(RECKON)
                    .param("zone", OrganisationClock.ZONE.getId())
                    .param("from", start(from))
                    .param("since", start(monday.minusWeeks(WEEKS)))
                    .param("until", start(monday))
                    // Forgotten with this run: from then on the numbers mean nobody.
                    .param("salt", random.nextLong()),
                Read.class)
            .orElseThrow();
    // Told are blocks that ended a week ago or more: what is said a week late of a last day is in
    // them.
    var before = monday.minusWeeks(Parts.BLOCK);
    var spans = Parts.spans(read.asked);
    var parts = Parts.parts(read.asked, spans, before);
    transaction.executeWithoutResult(_ -> {
      forget(oldest);
      write(spans, before);
      write(parts);
      writeVisits(read.visited);
      done(now);
    });
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(OrganisationClock.ZONE).toInstant();
  }

  private Optional<LocalDate> keptUntil() {
    return sql.sql(
            "select max(first_week + 7 * weeks) as until from helpdesk.outcome_span where kept")
        .query((row, _) -> Optional.ofNullable(row.getObject("until", LocalDate.class)))
        .single();
  }

  private void forget(LocalDate oldest) {
    sql.sql(
            "delete from helpdesk.outcome_span where not kept or first_week + 7 * weeks <= cast(:oldest as date)")
        .param("oldest", oldest)
        .update();
    sql.sql("delete from helpdesk.outcome_part where block < :oldest")
        .param("oldest", oldest)
        .update();
    sql.sql("delete from helpdesk.outcome_visit").update();
  }

  private void write(List<Parts.Span> spans, LocalDate before) {
    var rows =
        new CopyRows(database, "helpdesk.outcome_span (first_week, weeks, kept, " + COUNTS + ")");
    for (var span : spans) {
      var counts = span.counts();
      rows.row(
          span.week(),
          span.weeks(),
          span.block().isBefore(before),
          counts.confirmed(),
          counts.potential(),
          counts.none(),
          counts.running(),
          counts.withdrawn(),
          counts.deskFirst(),
          counts.first());
    }
    rows.send();
  }

  private void write(List<Parts.Part> parts) {
    var rows =
        new CopyRows(
            database,
            "helpdesk.outcome_part (block, dimension, system_id, topic_id, place, " + COUNTS + ")");
    for (var part : parts) {
      var counts = part.counts();
      rows.row(
          part.block(),
          part.dimension(),
          part.systemId(),
          part.topicId(),
          part.place(),
          counts.confirmed(),
          counts.potential(),
          counts.none(),
          counts.running(),
          counts.withdrawn(),
          counts.deskFirst(),
          counts.first());
    }
    rows.send();
  }

  private void writeVisits(List<Visited> visited) {
    var rows = new CopyRows(database, "helpdesk.outcome_visit (week, visits)");
    visited.forEach(week -> rows.row(week.week, week.visits));
    rows.send();
  }

  private void done(Instant now) {
    sql.sql(
            """
            update helpdesk.outcome_reckoned
               set at = :now, claimed_until = null,
                   begun_on = (select (date_trunc('week', min(q.asked_at) at time zone :zone) + interval '7 days')::date
                                 from support.pub_question q)
            """)
        .param("now", now)
        .param("zone", OrganisationClock.ZONE.getId())
        .update();
  }
}
