package nl.steunpunt.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.steunpunt.platform.settings.MemorySettings;
import nl.steunpunt.platform.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Settings settings = new MemorySettings();
  private Instant wall = Instant.parse("2026-11-25T12:00:00Z");
  private long counter = 7;
  private ClockWatch watch;

  @BeforeEach
  void watch() {
    watch = new ClockWatch(settings, () -> wall, () -> counter);
    pass(SECOND, SECOND);
  }

  @Test
  void saysNothingOfAClockThatRunsOrIsCorrected() {
    pass(SECOND, SECOND);
    pass(Duration.ofHours(3), Duration.ofHours(3));
    pass(ClockWatch.LEAST, SECOND);
    pass(SECOND, ClockWatch.LEAST);
    assertThat(watch.lately()).isEmpty();
  }

  @Test
  void saysHowFarItJumpedForADay() {
    pass(SECOND.plus(ClockWatch.LEAST), SECOND);
    assertThat(watch.lately()).contains(new ClockJump(wall, 30));
    pass(Duration.ofDays(1).minusSeconds(1), Duration.ofDays(1).minusSeconds(1));
    assertThat(watch.lately()).isPresent();
    pass(SECOND, SECOND);
    assertThat(watch.lately()).isEmpty();
  }

  @Test
  void saysThatItJumpedBack() {
    pass(Duration.ofHours(-2).plus(SECOND), SECOND);
    assertThat(watch.lately()).contains(new ClockJump(wall, -7_200));
  }

  @Test
  void otherNodesSayItToo() {
    pass(Duration.ofMinutes(5), SECOND);
    assertThat(new ClockWatch(settings, () -> wall, () -> 0).lately()).isPresent();
  }

  private void pass(Duration onTheWall, Duration onTheCounter) {
    wall = wall.plus(onTheWall);
    counter += onTheCounter.toNanos();
    assertThat(watch.fireDue(wall)).isEmpty();
  }
}
