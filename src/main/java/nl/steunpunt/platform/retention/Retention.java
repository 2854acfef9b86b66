package nl.steunpunt.platform.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How long what is kept, and the forgetting of what is past that. */
@Component
public class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final String SETTING = "retention";
  private static final int BATCH = 200;

  private final List<RetentionRule> rules;
  private final Settings settings;
  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Retention(
      List<RetentionRule> rules,
      Settings settings,
      JdbcClient sql,
      TransactionTemplate transaction,
      Clock clock) {
    this.rules = rules.stream().sorted(Comparator.comparingInt(RetentionRule::place)).toList();
    this.settings = settings;
    this.sql = sql;
    this.transaction = transaction;
    this.clock = clock;
  }

  public record LastRun(String name, Instant ranAt, long forgotten) {}

  public List<RetentionRule> rules() {
    return rules;
  }

  public int kept(RetentionRule rule) {
    return settings
        .get(SETTING, RetentionSettings.class, RetentionSettings.USUAL)
        .kept()
        .getOrDefault(rule.name(), rule.usual());
  }

  /** Takes effect with the next run, within the hour. */
  public void change(Map<String, Integer> kept) {
    settings.put(SETTING, new RetentionSettings(kept));
  }

  public Map<String, LastRun> lastRuns() {
    return sql
        .sql("select name, ran_at, forgotten from platform.retention_run")
        .query(LastRun.class)
        .list()
        .stream()
        .collect(Collectors.toMap(LastRun::name, Function.identity()));
  }

  /** All that is past its time. Two nodes at once do no harm: what one took, the other misses. */
  public void run() {
    for (var rule : rules) {
      try {
        run(rule);
      } catch (RuntimeException e) {
        // The others are not to wait for it; it is tried again within the hour.
        LOG.warn("{} are kept longer than they should be: {}", rule.name(), e.toString());
      }
    }
  }

  private void run(RetentionRule rule) {
    var now = clock.instant();
    var before = before(rule, now);
    long forgotten = 0;
    for (var batch = BATCH; batch >= BATCH; ) {
      Integer went = transaction.execute(status -> rule.forgetting().forget(before, BATCH));
      batch = went == null ? 0 : went;
      forgotten += batch;
    }
    sql.sql(
            """
            insert into platform.retention_run (name, ran_at, forgotten) values (:name, :now, :forgotten)
            on conflict (name) do update set ran_at = excluded.ran_at, forgotten = excluded.forgotten
            """)
        .param("name", rule.name())
        .param("now", now)
        .param("forgotten", forgotten)
        .update();
  }

  /** Months are the calendar's: what began on 31 January is a month old on the last of February. */
  private Instant before(RetentionRule rule, Instant now) {
    return now.atZone(OrganisationClock.ZONE).minus(rule.unit().of(kept(rule))).toInstant();
  }
}
