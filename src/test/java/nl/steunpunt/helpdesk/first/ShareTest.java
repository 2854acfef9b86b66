package nl.steunpunt.helpdesk.first;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What may be said of a share. */
class ShareTest {
  private final Random random = new Random(5);

  /** Figures of Newcombe 1998 ("Two-sided confidence intervals", table I, method 3) and by hand. */
  @Test
  void theRangeIsWilsons() {
    var share = new Share(81, 263);
    assertThat(share.percent()).isEqualTo(31);
    assertThat(share.low()).isEqualTo(26);
    assertThat(share.high()).isEqualTo(37);
    var none = new Share(0, 20);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isEqualTo(16);
  }

  @Test
  void fallsAndRisesAreOnlySaidBeyondChance() {
    assertThat(new Share(10, 100).since(new Share(40, 100))).isEqualTo(Share.Change.FALLS);
    assertThat(new Share(40, 100).since(new Share(10, 100))).isEqualTo(Share.Change.RISES);
    assertThat(new Share(3, 10).since(new Share(4, 10))).isEqualTo(Share.Change.UNCLEAR);
  }

  /** Of two periods that are alike it is said in about one of twenty. */
  @Test
  void chanceAloneIsSeldomTakenForAChange() {
    var said = 0;
    var times = 4_000;
    for (var i = 0; i < times; i++) {
      var now = new Share(heads(120), 120);
      var before = new Share(heads(120), 120);
      said += now.since(before) == Share.Change.UNCLEAR ? 0 : 1;
    }
    assertThat(said).isBetween(times / 40, times * 3 / 40);
  }

  private int heads(int all) {
    return (int) IntStream.range(0, all).filter(one -> random.nextInt(10) < 3).count();
  }
}
