package nl.steunpunt.platform.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the hub of this node at once, and those of the others by a bare NOTIFY, many wishes made
 * one. A wake-up that is lost costs delay, not news: hubs look each second anyway.
 */
@Component
class Waker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Waker.class);
  private static final String CHANNEL = "live";
  private static final int LISTEN_MILLIS = 500;
  private static final long RETRY_MILLIS = 1_000;

  /** At most so many NOTIFYs a second; what comes in between goes with the next. */
  private static final long NOTIFY_PAUSE_MILLIS = 20;

  private final DataSource database;
  private final Semaphore hub = new Semaphore(0);
  private final Semaphore others = new Semaphore(0);
  private final AtomicBoolean running = new AtomicBoolean();
  private final Queue<String> outgoing = new ConcurrentLinkedQueue<>();
  private volatile Consumer<String> whispers = text -> {};

  Waker(DataSource database) {
    this.database = database;
  }

  /** What comes from other nodes in passing, beside a wake-up. */
  void onWhisper(Consumer<String> listener) {
    whispers = listener;
  }

  /** Tells the other nodes something that is worth nothing a second later; it is kept nowhere. */
  void whisper(String text) {
    outgoing.add(text);
    others.release();
  }

  void wake() {
    hub.release();
    others.release();
  }

  /** Waits for a wake-up, or as long as this. */
  void await(long millis) throws InterruptedException {
    if (hub.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      hub.drainPermits();
    }
  }

  private void notifyOthers() {
    while (running.get()) {
      try {
        others.acquire();
        others.drainPermits();
        try (var connection = database.getConnection();
            var statement = connection.createStatement()) {
          statement.execute("notify " + CHANNEL);
          for (var text = outgoing.poll(); text != null; text = outgoing.poll()) {
            try (var call = connection.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
              call.setString(1, text);
              call.execute();
            }
          }
        }
        Thread.sleep(NOTIFY_PAUSE_MILLIS);
      } catch (SQLException e) {
        LOG.debug("not notified: {}", e.getMessage());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void listen() {
    while (running.get()) {
      try (var connection = database.getConnection()) {
        listenOn(connection);
      } catch (SQLException e) {
        LOG.debug("not listening: {}", e.getMessage());
        pause();
      }
    }
  }

  /** Keeps one connection of the pool for itself. */
  private void listenOn(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    }
    var driver = connection.unwrap(PGConnection.class);
    try {
      while (running.get()) {
        var news = driver.getNotifications(LISTEN_MILLIS);
        for (var one : news == null ? new PGNotification[0] : news) {
          if (one.getParameter().isEmpty()) {
            hub.release();
          } else {
            whispers.accept(one.getParameter());
          }
        }
      }
    } finally {
      if (!connection.isClosed()) {
        try (var statement = connection.createStatement()) {
          statement.execute("unlisten *");
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running.set(true);
    Thread.ofVirtual().name("live-listen").start(this::listen);
    Thread.ofVirtual().name("live-notify").start(this::notifyOthers);
  }

  @Override
  public void stop() {
    running.set(false);
    others.release();
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }
}
