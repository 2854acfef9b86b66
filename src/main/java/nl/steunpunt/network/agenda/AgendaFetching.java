package nl.steunpunt.network.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.steunpunt.platform.time.Beside;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads each calendar every quarter of an hour, and less often the longer it fails. Not in the
 * ticker: a server that lets us wait would keep all timers waiting.
 */
@Component
class AgendaFetching extends Beside {
  private static final Logger LOG = LoggerFactory.getLogger(AgendaFetching.class);
  private static final Duration EVERY = Duration.ofMinutes(15);
  private static final Duration AT_MOST = Duration.ofHours(12);

  /** However much did not change: what is to come moves on. */
  private static final Duration WHOLE_EVERY = Duration.ofHours(20);

  /** Each may hold a calendar of five million bytes. */
  private static final int AT_ONCE = 2;

  private final Agendas agendas;
  private final AgendaSource source;
  private final Clock clock;

  AgendaFetching(Agendas agendas, AgendaSource source, Clock clock) {
    super("agendas");
    this.agendas = agendas;
    this.source = source;
    this.clock = clock;
  }

  @Override
  protected int makeSome() {
    var due = agendas.claim(clock.instant(), AT_ONCE);
    var reading = due.stream().map(one -> Thread.startVirtualThread(() -> read(one))).toList();
    for (var thread : reading) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 0;
      }
    }
    return due.size();
  }

  private void read(Agendas.Due due) {
    try {
      readNow(due);
    } catch (RuntimeException e) {
      // When its lease is over it is read again.
      LOG.warn("a calendar waits: {}", e.getClass().getSimpleName());
    }
  }

  /** Null: it was read. */
  AgendaTrouble.@Nullable Kind readNow(Agendas.Due due) {
    var now = clock.instant();
    try {
      var read = source.read(isWholeDue(due, now) ? whole(due) : due, now);
      agendas.read(due, read, now, now.plus(EVERY));
      return null;
    } catch (AgendaTrouble trouble) {
      agendas.failed(due, trouble.kind(), now, again(due, trouble, now));
      return trouble.kind();
    }
  }

  private static Instant again(Agendas.Due due, AgendaTrouble trouble, Instant now) {
    var ours = now.plus(pause(due.failures()));
    var theirs = trouble.notBefore();
    var latest = now.plus(AT_MOST);
    if (theirs == null || theirs.isBefore(ours)) {
      return ours;
    }
    return theirs.isAfter(latest) ? latest : theirs;
  }

  static Instant next(Instant now) {
    return now.plus(EVERY);
  }

  private static boolean isWholeDue(Agendas.Due due, Instant now) {
    return due.wholeAt() == null || due.wholeAt().isBefore(now.minus(WHOLE_EVERY));
  }

  private static Agendas.Due whole(Agendas.Due due) {
    return new Agendas.Due(
        due.personId(), due.sealedAddress(), null, null, due.wholeAt(), due.failures());
  }

  /** Twice as long each time. */
  static Duration pause(int failuresBefore) {
    var pause = EVERY.multipliedBy(1L << Math.min(failuresBefore, 10));
    return pause.compareTo(AT_MOST) > 0 ? AT_MOST : pause;
  }
}
