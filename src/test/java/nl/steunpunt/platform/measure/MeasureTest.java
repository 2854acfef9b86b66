package nl.steunpunt.platform.measure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MeasureTest {

  /**
   * Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
   */
  @Test
  void theScoreIntervalIsThePublishedOne() {
    same(new Share(81, 263), 0.2553, 0.3662);
    same(new Share(15, 148), 0.0624, 0.1605);
    same(new Share(0, 20), 0.0000, 0.1611);
    same(new Share(1, 29), 0.0061, 0.1718);
    assertThat(new Share(0, 0).range()).isNull();
  }

  private static void same(Share share, double low, double high) {
    var range = requireNonNull(share.range());
    assertThat(range.low()).isCloseTo(low, within(0.00006));
    assertThat(range.high()).isCloseTo(high, within(0.00006));
  }

  @Property
  void aShareLiesInItsRangeAndTheRangeBetweenNothingAndAll(
      @ForAll @IntRange(min = 1, max = 5_000) int among, @ForAll @IntRange(max = 5_000) int of) {
    var share = new Share(of % (among + 1), among);
    var range = requireNonNull(share.range());
    assertThat(range.low()).isBetween(0.0, share.value() + 1e-12);
    assertThat(range.high()).isBetween(share.value() - 1e-12, 1.0);
    assertThat(share.lowPercent() / 100.0).isLessThanOrEqualTo(range.low() + 1e-9);
    assertThat(share.highPercent() / 100.0).isGreaterThanOrEqualTo(range.high() - 1e-9);
  }

  /** The tables of Student's t at 97.5 %. */
  @Test
  void studentsT() {
    assertThat(Weekly.t(3)).isCloseTo(3.182, within(0.02));
    assertThat(Weekly.t(4)).isCloseTo(2.776, within(0.01));
    assertThat(Weekly.t(9)).isCloseTo(2.262, within(0.001));
    assertThat(Weekly.t(30)).isCloseTo(2.042, within(0.001));
  }

  @Test
  void fewerThanFourWeeksHaveNoRange() {
    assertThat(new Weekly(List.of(10L, 11L, 12L)).range()).isNull();
    assertThat(new Weekly(List.of(10L, 11L, 12L)).moreThan(new Weekly(List.of(1L, 2L, 3L, 4L))))
        .isNull();
    assertThat(requireNonNull(new Weekly(List.of(10L, 10L, 10L, 10L)).range()))
        .isEqualTo(new Range(10, 10));
  }

  /** Weeks of the same load: 95 of 100 ranges hold it, and as many differences hold nothing. */
  @Test
  void rangesHoldWhatTheyPromise() {
    var random = new Random(7);
    int held = 0;
    int none = 0;
    int rounds = 2_000;
    for (int i = 0; i < rounds; i++) {
      var before = weeks(random, 8);
      var after = weeks(random, 6);
      held += requireNonNull(before.range()).holds(800) ? 1 : 0;
      none += requireNonNull(after.moreThan(before)).holds(0) ? 1 : 0;
    }
    assertThat(held / (double) rounds).isBetween(0.93, 0.97);
    assertThat(none / (double) rounds).isBetween(0.93, 0.97);
  }

  private static Weekly weeks(Random random, int many) {
    return new Weekly(
        random.doubles(many).mapToObj(_ -> Math.round(800 + 60 * random.nextGaussian())).toList());
  }

  @Test
  void barsStandOnEachOtherAndFillTheDrawing() {
    var monday = LocalDate.of(2026, 3, 2);
    var bars =
        new WeekBars(
            List.of(
                new WeekBars.Bar(monday, "a", List.of(3L, 1L)),
                new WeekBars.Bar(monday.plusWeeks(1), "a", List.of(2L, 0L))));
    assertThat(bars.most()).isEqualTo(4);
    assertThat(bars.pieces().get(1).y()).isZero();
    assertThat(bars.pieces().get(0).y() + bars.pieces().get(0).height()).isEqualTo(100);
  }
}
