package nl.steunpunt.helpdesk.first;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What may be seen, and what may be said of it. */
class HidingTest {
  private final Random random = new Random(5);

  /** Neither a group of fewer than five, nor one that is the total less all others. */
  @Test
  void noGroupOfFewerThanFiveIsShownOrLeftOver() {
    for (var i = 0; i < 2_000; i++) {
      var people =
          IntStream.range(0, 1 + random.nextInt(8)).mapToObj(one -> random.nextInt(12)).toList();
      var shown = Hiding.shown(people);
      assertThat(shown).allMatch(at -> people.get(at) >= Hiding.FEWEST);
      var left =
          IntStream.range(0, people.size())
              .filter(at -> !shown.contains(at))
              .map(people::get)
              .sum();
      assertThat(left == 0 || left >= Hiding.FEWEST || shown.isEmpty()).as("%s", people).isTrue();
    }
  }

  @Test
  void nothingIsHiddenWithoutAReason() {
    assertThat(Hiding.shown(List.of(7, 9, 5))).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(Hiding.shown(List.of(7, 9, 2, 3))).containsExactlyInAnyOrder(0, 1);
    assertThat(Hiding.shown(List.of(7, 9, 4))).containsExactly(1);
  }

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
