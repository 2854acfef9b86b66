package nl.steunpunt.platform.backup;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of the product's own backups, and what the organisation wants of them. */
@Component
public class Backups {
  private static final String SETTING = "backup";
  private static final int SHOWN = 10;

  /** A day, and half a day for a night that went wrong once. */
  private static final Duration FRESH = Duration.ofHours(36);

  private final Settings settings;
  private final JdbcClient sql;
  private final Clock clock;
  private final Path folder;

  Backups(
      Settings settings, JdbcClient sql, Clock clock, @Value("${steunpunt.backups}") File folder) {
    this.settings = settings;
    this.sql = sql;
    this.clock = clock;
    this.folder = folder.toPath().toAbsolutePath().normalize();
  }

  /** On the machine of each node; with several it should be one that they share. */
  public Path folder() {
    return folder;
  }

  public BackupSettings settings() {
    return settings.get(SETTING, BackupSettings.class, BackupSettings.USUAL);
  }

  public void change(BackupSettings changed) {
    settings.put(SETTING, changed);
    sql.sql("delete from platform.backup_plan").update();
  }

  /** The latest first. */
  public List<BackupRun> recent() {
    return sql.sql("select * from platform.backup_run order by id desc limit :shown")
        .param("shown", SHOWN)
        .query(BackupRun.class)
        .list();
  }

  public Optional<BackupRun> lastGood() {
    return sql.sql(
            """
            select * from platform.backup_run
             where ended_at is not null and trouble is null order by id desc limit 1
            """)
        .query(BackupRun.class)
        .optional();
  }

  /** Empty when none is made by itself. */
  public Optional<Instant> next() {
    return settings().daily()
        ? Optional.of(planned().orElseGet(() -> nextNight(clock.instant())))
        : Optional.empty();
  }

  /** Whether an administrator should do something. */
  public boolean isInTrouble() {
    return isInTrouble(recent());
  }

  /**
   * @param runs the latest first. Enough of them: when none of these is fresh and good, the last
   *     one that ended was bad, or nothing ended for days.
   */
  public boolean isInTrouble(List<BackupRun> runs) {
    var ended = runs.stream().filter(run -> run.endedAt() != null).findFirst();
    var now = clock.instant();
    return !settings().daily()
        || ended.filter(run -> !run.isGood()).isPresent()
        || (!runs.isEmpty()
            && runs.stream()
                .noneMatch(run -> run.isGood() && run.startedAt().plus(FRESH).isAfter(now)));
  }

  /**
   * Whether this node is to make one now. It is tried again after an hour unless {@link
   * #planNextNight} is called.
   */
  boolean claimDue() {
    var now = clock.instant();
    if (!settings().daily()) {
      return false;
    }
    sql.sql("insert into platform.backup_plan (next_at) values (:next) on conflict do nothing")
        .param("next", nextNight(now))
        .update();
    // Further off than any night can be: the machine's clock was ahead when it was planned.
    return sql.sql(
                """
                update platform.backup_plan set next_at = :again
                 where next_at <= :now or next_at > :impossible
                """)
            .param("again", now.plus(Duration.ofHours(1)))
            .param("now", now)
            .param("impossible", now.plus(Duration.ofHours(26)))
            .update()
        > 0;
  }

  void planNextNight() {
    sql.sql("update platform.backup_plan set next_at = :next")
        .param("next", nextNight(clock.instant()))
        .update();
  }

  long begun(String file) {
    sql.sql(
            """
            update platform.backup_run set ended_at = :now, trouble = 'cut off' where ended_at is null
            """)
        .param("now", clock.instant())
        .update();
    return sql.sql(
            """
            insert into platform.backup_run (started_at, file) values (:now, :file) returning id
            """)
        .param("now", clock.instant())
        .param("file", file)
        .query(Long.class)
        .single();
  }

  void good(long run, long bytes, long rows) {
    sql.sql(
            """
            update platform.backup_run set ended_at = :now, bytes = :bytes, rows = :rows where id = :run
            """)
        .param("now", clock.instant())
        .param("bytes", bytes)
        .param("rows", rows)
        .param("run", run)
        .update();
  }

  void failed(long run, String trouble) {
    sql.sql("update platform.backup_run set ended_at = :now, trouble = :trouble where id = :run")
        .param("now", clock.instant())
        .param("trouble", trouble)
        .param("run", run)
        .update();
  }

  private Optional<Instant> planned() {
    return sql.sql("select next_at from platform.backup_plan").query(Instant.class).optional();
  }

  private Instant nextNight(Instant now) {
    var today = now.atZone(OrganisationClock.ZONE).toLocalDate();
    var hour = settings().hour();
    var at = today.atTime(hour, 0).atZone(OrganisationClock.ZONE).toInstant();
    return at.isAfter(now)
        ? at
        : today.plusDays(1).atTime(hour, 0).atZone(OrganisationClock.ZONE).toInstant();
  }
}
