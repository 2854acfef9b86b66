package nl.steunpunt.helpdesk.outcome;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.time.Beside;
import nl.steunpunt.platform.time.OrganisationClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts each night what became of the questions of the last half year, week by week, and how many
 * came to the helpdesk. Read without a transaction and written in a short one: an open one that
 * writes would hold back the live events of everybody for as long as the counting takes.
 */
@Component
public class OutcomeReckoning extends Beside {
  /** Whole weeks, as many as can be looked at. */
  private static final int WEEKS = 26;

  private static final LocalTime NIGHT = LocalTime.of(4, 0);
  private static final Duration AT_MOST = Duration.ofMinutes(10);
  private static final int LOOKS_EVERY_SECONDS = 60;
  private static final String RECKON = SqlFile.beside(OutcomeReckoning.class, "reckon.sql");

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  OutcomeReckoning(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
    super("outcomes", LOOKS_EVERY_SECONDS);
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
    var rows =
        sql.sql(RECKON)
            .param("zone", OrganisationClock.ZONE.getId())
            .param(
                "from", monday.minusWeeks(WEEKS).atStartOfDay(OrganisationClock.ZONE).toInstant())
            .param("until", monday.atStartOfDay(OrganisationClock.ZONE).toInstant())
            // Forgotten with this run: from then on the numbers mean nobody.
            .param("salt", random.nextLong())
            .query(String.class)
            .single();
    transaction.executeWithoutResult(status -> write(rows, now));
  }

  private void write(String rows, Instant now) {
    sql.sql("delete from helpdesk.outcome_week").update();
    sql.sql(
            """
            insert into helpdesk.outcome_week
            select * from json_populate_recordset(null::helpdesk.outcome_week, cast(:rows as json))
            """)
        .param("rows", rows)
        .update();
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
