package nl.steunpunt.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.time.Timed.Fired;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The clock goes from one due moment to the next, and never back. */
class TickerTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final StillClock clock = new StillClock();

  /** Moves when it is told to. */
  private static final class StillClock extends OrganisationClock {
    private Instant now = NOON;

    StillClock() {
      super(true, JdbcClient.create(new DriverManagerDataSource()));
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public void advance(Duration by) {
      assertThat(by).isGreaterThanOrEqualTo(Duration.ZERO);
      now = now.plus(by);
    }
  }

  /** Does one of what is due at a time, as a batch would. */
  private static class Work implements Timed {
    final List<Instant> due = new ArrayList<>();
    final List<Instant> firedAt = new ArrayList<>();

    Work(Instant... due) {
      this.due.addAll(List.of(due));
    }

    @Override
    public Optional<Instant> nextDue() {
      return due.stream().min(Instant::compareTo);
    }

    @Override
    public List<Fired> fireDue(Instant now) {
      var first = nextDue().filter(at -> !at.isAfter(now));
      first.ifPresent(at -> {
        due.remove(at);
        firedAt.add(now);
      });
      return first.map(at -> List.of(new Fired("work", firedAt.size(), now))).orElse(List.of());
    }
  }

  @Test
  void doesAllThatIsDueAndNothingElse() {
    var one = new Work(NOON.minusSeconds(2), NOON, NOON.plusSeconds(1));
    var other = new Work(NOON.minusSeconds(1));
    assertThat(ticker(one, other).fireDue(NOON)).hasSize(3);
    assertThat(one.due).containsExactly(NOON.plusSeconds(1));
    assertThat(other.due).isEmpty();
  }

  @Test
  void firesEachAtItsOwnTimeAndWhatIsLateAtOnce() {
    var work = new Work(NOON.minusSeconds(60), NOON.plusSeconds(60), NOON.plusSeconds(120));
    assertThat(ticker(work).advanceTo(NOON.plusSeconds(120))).hasSize(3);
    assertThat(work.firedAt).containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(120));
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(120));
  }

  @Test
  void leavesWhatComesLater() {
    var work = new Work(NOON.plusSeconds(61));
    assertThat(ticker(work).advanceTo(NOON.plusSeconds(60))).isEmpty();
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
    assertThat(work.due).hasSize(1);
  }

  @Test
  void doesWhatFallsDueBecauseOfWhatItDid() {
    var started = new Work();
    var starting =
        new Work(NOON.plusSeconds(10)) {
          @Override
          public List<Fired> fireDue(Instant now) {
            var fired = super.fireDue(now);
            fired.forEach(one -> started.due.add(now.plusSeconds(10)));
            return fired;
          }
        };
    ticker(starting, started).advanceTo(NOON.plusSeconds(30));
    assertThat(started.firedAt).containsExactly(NOON.plusSeconds(20));
  }

  @Test
  void neverGoesBack() {
    assertThat(ticker(new Work()).advanceTo(NOON.minusSeconds(5))).isEmpty();
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  /** As when what another node has claimed stays due: two seconds, and then on. */
  @Test
  void goesOnWithoutWhatCannotBeDone() {
    var looks = new ArrayList<Instant>();
    var stuck =
        new Work(NOON.plusSeconds(1)) {
          @Override
          public List<Fired> fireDue(Instant now) {
            looks.add(now);
            return List.of();
          }
        };
    var before = System.nanoTime();
    assertThat(ticker(stuck).advanceTo(NOON.plusSeconds(5))).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(20));
    assertThat(looks).hasSize(41).contains(NOON.plusSeconds(1)).endsWith(NOON.plusSeconds(5));
  }

  /** What is busy elsewhere and then done is no reason to give up on the rest. */
  @Test
  void waitsForAnotherNodeAndThenGoesOn() {
    var busy = new ArrayList<Instant>();
    var work =
        new Work(NOON.plusSeconds(1), NOON.plusSeconds(2), NOON.plusSeconds(3)) {
          @Override
          public List<Fired> fireDue(Instant now) {
            busy.add(now);
            return busy.size() % 20 == 0 ? super.fireDue(now) : List.of();
          }
        };
    ticker(work).advanceTo(NOON.plusSeconds(5));
    assertThat(work.due).isEmpty();
    assertThat(work.firedAt)
        .containsExactly(NOON.plusSeconds(1), NOON.plusSeconds(2), NOON.plusSeconds(3));
  }

  @Test
  void theNextIsTheFirstOfAll() {
    assertThat(ticker(new Work(NOON.plusSeconds(9)), new Work(NOON.plusSeconds(3))).nextDue())
        .contains(NOON.plusSeconds(3));
    assertThat(ticker(new Work()).nextDue()).isEmpty();
  }

  private Ticker ticker(Timed... all) {
    return new Ticker(List.of(all), clock);
  }
}
