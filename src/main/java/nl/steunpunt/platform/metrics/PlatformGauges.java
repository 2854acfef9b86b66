package nl.steunpunt.platform.metrics;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import nl.steunpunt.platform.backup.BackupRun;
import nl.steunpunt.platform.backup.Backups;
import nl.steunpunt.platform.live.LiveHub;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.platform.time.Ticker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PlatformGauges {

  @Bean
  Gauge timersLate(Ticker ticker, Clock clock) {
    return new Gauge(
        "steunpunt_timers_late_seconds",
        "How long the oldest work that fell due has been waiting; 0 when none is late.",
        () ->
            ticker
                .nextDue()
                .map(due -> Math.max(0, Duration.between(due, clock.instant()).toMillis() / 1e3))
                .orElse(0.0));
  }

  @Bean
  Gauge mailsWaiting(MailSetup mail) {
    return new Gauge(
        "steunpunt_mails_waiting",
        "Mails that were not sent yet and are still tried.",
        mail::waiting);
  }

  @Bean
  Gauge factsWaiting(JdbcClient sql) {
    return new Gauge(
        "steunpunt_facts_waiting",
        "Facts whose listeners did not finish; more than a moment's worth means that some fail.",
        () ->
            sql.sql("select count(*) from platform.event_publication where completion_date is null")
                .query(Long.class)
                .single());
  }

  @Bean
  Gauge backupAge(Backups backups, Clock clock) {
    return new Gauge(
        "steunpunt_backup_age_seconds",
        "How old the last good backup is that the product made itself.",
        () ->
            backups
                .lastGood()
                .map(BackupRun::startedAt)
                .map(at -> (double) Duration.between(at, clock.instant()).toSeconds())
                .orElseThrow());
  }

  @Bean
  Gauge streams(LiveHub hub) {
    return new Gauge("steunpunt_streams", "Open event streams on this node.", hub::streams);
  }

  @Bean
  Gauge poolActive(DataSource source) throws SQLException {
    return pool(
        source, "active", "Database connections in use.", HikariPoolMXBean::getActiveConnections);
  }

  @Bean
  Gauge poolIdle(DataSource source) throws SQLException {
    return pool(
        source, "idle", "Database connections at rest.", HikariPoolMXBean::getIdleConnections);
  }

  @Bean
  Gauge poolWaiting(DataSource source) throws SQLException {
    return pool(
        source,
        "waiting",
        "Threads that wait for a database connection.",
        HikariPoolMXBean::getThreadsAwaitingConnection);
  }

  private static Gauge pool(
      DataSource source, String part, String help, ToDoubleFunction<HikariPoolMXBean> read)
      throws SQLException {
    var pool = source.unwrap(HikariDataSource.class);
    return new Gauge(
        "steunpunt_pool_" + part, help, () -> read.applyAsDouble(pool.getHikariPoolMXBean()));
  }

  @Bean
  Gauge heapUsed() {
    return new Gauge(
        "jvm_memory_heap_used_bytes",
        "Heap in use, with what the next collection will free.",
        () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  @Bean
  Gauge heapMost() {
    return new Gauge(
        "jvm_memory_heap_max_bytes",
        "The most heap there can be.",
        () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax());
  }

  @Bean
  Gauge started() {
    return new Gauge(
        "process_start_time_seconds",
        "When this node started, in seconds since 1970.",
        () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3);
  }
}
