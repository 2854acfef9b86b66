package nl.steunpunt.helpdesk.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts all imports anew, once, so that screens read a few rows. It is counted into a table
 * beside; only what puts it in place is a transaction that others could wait for.
 */
@Component
class HistoryCounting {
  private static final String COUNT = SqlFile.beside(HistoryCounting.class, "sql/count.sql");
  private static final HistoryRunId NONE = new HistoryRunId(0);

  private final JdbcClient sql;
  private final Settings settings;
  private final TransactionTemplate transactions;

  HistoryCounting(JdbcClient sql, Settings settings, TransactionTemplate transactions) {
    this.sql = sql;
    this.settings = settings;
    this.transactions = transactions;
  }

  /** As if this run counted; with it counted, does what makes it so. */
  void with(HistoryRunId run, Runnable thereby) {
    count(run, NONE);
    put(thereby);
  }

  void without(HistoryRunId run, Runnable thereby) {
    count(NONE, run);
    put(thereby);
  }

  void again() {
    count(NONE, NONE);
    put(() -> {});
  }

  /** Before which Monday the baseline ends; null: there is no end yet. */
  @Nullable LocalDate until() {
    var chosen =
        settings.get(BaselineSettings.SETTING, BaselineSettings.class, BaselineSettings.USUAL);
    return chosen.until() == null ? firstQuestion() : chosen.until();
  }

  private @Nullable LocalDate firstQuestion() {
    return sql.sql("select min(asked_at) as at from support.pub_question")
        .query((row, _) -> row.getObject("at", java.time.OffsetDateTime.class))
        .optional()
        .map(at -> monday(at.toInstant()))
        .orElse(null);
  }

  static LocalDate monday(Instant at) {
    return LocalDate.ofInstant(at, OrganisationClock.ZONE)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private void count(HistoryRunId with, HistoryRunId without) {
    sql.sql("truncate helpdesk.history_counted").update();
    sql.sql("analyze helpdesk.history_ticket").update();
    sql.sql(COUNT)
        .param("with", with)
        .param("without", without)
        .param("zone", OrganisationClock.ZONE.getId())
        .param("until", until())
        .update();
  }

  private void put(Runnable thereby) {
    transactions.executeWithoutResult(_ -> {
      sql.sql("delete from helpdesk.history_week").update();
      sql.sql("delete from helpdesk.history_sum").update();
      sql.sql(
              """
              insert into helpdesk.history_week (week, dimension, name, baseline, tickets)
              select week, dimension, name, baseline, tickets from helpdesk.history_counted where week is not null
              """)
          .update();
      sql.sql(
              """
              insert into helpdesk.history_sum
              select dimension, name, baseline, tickets, ended, took_low, took, took_high, timed, worked_low, worked,
                     worked_high, contacts, first
                from helpdesk.history_counted where week is null
              """)
          .update();
      thereby.run();
    });
  }
}
