package nl.steunpunt.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes the daily backup, and one when an administrator wishes it, beside all other work: never in
 * the ticker, where the timers would wait for it.
 */
@Component
public class BackupMaking implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BackupMaking.class);
  private static final long LOOK_EVERY_NANOS = 20_000_000_000L;

  /** Held while one is made, on whichever node; the database lets go of it when that node dies. */
  private static final long LOCK = 7_360;

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'steunpunt-'uuuuMMdd'T'HHmmss'Z.backup'")
          .withZone(ZoneOffset.UTC);

  private final Backups backups;
  private final DataSource source;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();

  BackupMaking(Backups backups, DataSource source, Clock clock) {
    this.backups = backups;
    this.source = source;
    this.clock = clock;
  }

  /** Begins one in the background; what becomes of it is on the screen. */
  public Thread begin() {
    return Thread.ofVirtual().name("backup").start(this::make);
  }

  /** Makes the daily one when it is due and no other node does. */
  void makeDue() {
    if (backups.claimDue() && make()) {
      backups.planNextNight();
    }
  }

  private boolean make() {
    try (var connection = source.getConnection()) {
      if (!asks(connection, "select pg_try_advisory_lock(%d)")) {
        return false;
      }
      try {
        return make(connection);
      } finally {
        asks(connection, "select pg_advisory_unlock(%d)");
      }
    } catch (SQLException | DataAccessException e) {
      LOG.warn("no backup: {}", e.getMessage());
      return false;
    }
  }

  private boolean make(Connection connection) {
    var file = backups.folder().resolve(NAME.format(clock.instant()));
    var run = backups.begun(file.toString());
    try {
      Files.createDirectories(backups.folder());
      var made = BackupWriting.write(connection, file, clock.instant());
      backups.good(run, Files.size(file), made.rows());
      rotate(backups.folder());
      return true;
    } catch (IOException | SQLException | BackupRefused e) {
      LOG.warn("no backup: {}", e.toString());
      backups.failed(run, e.getClass().getSimpleName() + ": " + e.getMessage());
      return false;
    }
  }

  /** Names sort by time; what has another name is somebody else's. */
  private void rotate(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var old =
          files
              .filter(file ->
                  file.getFileName().toString().matches("steunpunt-\\d{8}T\\d{6}Z\\.backup"))
              .sorted(Comparator.reverseOrder())
              .skip(backups.settings().kept())
              .toList();
      for (var file : old) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean asks(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql.formatted(LOCK))) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  private void run() {
    while (running.get()) {
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
      try {
        if (running.get()) {
          makeDue();
        }
      } catch (RuntimeException e) {
        LOG.debug("no look at the plan of backups: {}", e.getMessage());
      }
    }
  }

  @Override
  public void start() {
    running.set(true);
    Thread.ofVirtual().name("daily-backup").start(this::run);
  }

  @Override
  public void stop() {
    running.set(false);
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }
}
