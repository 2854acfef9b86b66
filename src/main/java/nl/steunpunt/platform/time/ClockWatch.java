package nl.steunpunt.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import nl.steunpunt.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Holds the machine's clock against its steady counter at each tick: a clock that jumps ahead lets
 * waiting times run out that nobody had, and one that jumps back lets them last. Nothing is lost by
 * it, but somebody must know why.
 */
@Component
public class ClockWatch implements Timed {
  /** More than any correction of a clock that is kept right. */
  static final Duration LEAST = Duration.ofSeconds(30);

  /** How long an administrator is told. */
  private static final Duration TOLD = Duration.ofDays(1);

  private static final String SETTING = "clock-jump";
  private static final ClockJump NONE = new ClockJump(Instant.EPOCH, 0);
  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

  private record Look(Instant at, long nanos) {}

  private final Settings settings;
  private final InstantSource machine;
  private final LongSupplier counter;
  private @Nullable Look last;

  @Autowired
  ClockWatch(Settings settings) {
    this(settings, Instant::now, System::nanoTime);
  }

  ClockWatch(Settings settings, InstantSource machine, LongSupplier counter) {
    this.settings = settings;
    this.machine = machine;
    this.counter = counter;
  }

  /** The latest of any node, for a day; also when the clock has jumped back behind it. */
  public Optional<ClockJump> lately() {
    var jump = settings.get(SETTING, ClockJump.class, NONE);
    var ago = Duration.between(jump.at(), machine.instant()).abs();
    return ago.compareTo(TOLD) < 0 ? Optional.of(jump) : Optional.empty();
  }

  /** The demo's clock may be moved as one likes: it is the machine's that counts. */
  @Override
  public List<Fired> fireDue(Instant now) {
    var look = new Look(machine.instant(), counter.getAsLong());
    var before = last;
    last = look;
    if (before != null) {
      var jumped = Duration.between(before.at, look.at).minusNanos(look.nanos - before.nanos);
      if (jumped.abs().compareTo(LEAST) >= 0) {
        LOG.warn("the machine's clock jumped by {} s", jumped.toSeconds());
        settings.remember(SETTING, new ClockJump(look.at, jumped.toSeconds()));
      }
    }
    return List.of();
  }
}
