package nl.steunpunt.helpdesk.first;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import nl.steunpunt.platform.measure.Share;
import org.junit.jupiter.api.Test;

/** When a share may be said to have changed. */
class ChangeTest {
  private final Random random = new Random(5);

  @Test
  void fallsAndRisesAreOnlySaidBeyondChance() {
    assertThat(Change.of(new Share(40, 100), new Share(10, 100))).isEqualTo(Change.FALLS);
    assertThat(Change.of(new Share(10, 100), new Share(40, 100))).isEqualTo(Change.RISES);
    assertThat(Change.of(new Share(4, 10), new Share(3, 10))).isEqualTo(Change.UNCLEAR);
  }

  /** Of two periods that are alike it is said in about one of twenty. */
  @Test
  void chanceAloneIsSeldomTakenForAChange() {
    var said = 0;
    var times = 4_000;
    for (var i = 0; i < times; i++) {
      var now = new Share(heads(120), 120);
      var before = new Share(heads(120), 120);
      said += Change.of(before, now) == Change.UNCLEAR ? 0 : 1;
    }
    assertThat(said).isBetween(times / 40, times * 3 / 40);
  }

  private int heads(int all) {
    return (int) IntStream.range(0, all).filter(one -> random.nextInt(10) < 3).count();
  }
}
