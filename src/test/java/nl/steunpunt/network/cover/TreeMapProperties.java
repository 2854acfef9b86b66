package nl.steunpunt.network.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every map, however many places there are and however large. */
class TreeMapProperties {
  private static final double BIT = 1e-6;

  @Provide
  Arbitrary<List<Double>> sizes() {
    return Arbitraries.integers()
        .between(1, 20_000)
        .map(Integer::doubleValue)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .map(list -> list.stream().sorted(Comparator.reverseOrder()).toList());
  }

  @Property
  void eachIsAsLargeAsItsShare(
      @ForAll("sizes") List<Double> sizes,
      @ForAll @IntRange(min = 50, max = 2000) int width,
      @ForAll @IntRange(min = 50, max = 2000) int height) {
    var boxes = TreeMap.of(sizes, new Box(0, 0, width, height));
    assertThat(boxes).hasSameSizeAs(sizes);
    var sum = sizes.stream().mapToDouble(Double::doubleValue).sum();
    for (var i = 0; i < boxes.size(); i++) {
      var share = sizes.get(i) / sum * width * height;
      assertThat(boxes.get(i).area()).isCloseTo(share, within(BIT * width * height));
    }
  }

  @Property
  void allLieInsideAndNoneOverAnother(
      @ForAll("sizes") List<Double> sizes,
      @ForAll @IntRange(min = 50, max = 2000) int width,
      @ForAll @IntRange(min = 50, max = 2000) int height) {
    var boxes = TreeMap.of(sizes, new Box(10, 20, width, height));
    for (var box : boxes) {
      assertThat(box.x()).isGreaterThanOrEqualTo(10 - BIT);
      assertThat(box.y()).isGreaterThanOrEqualTo(20 - BIT);
      assertThat(box.x() + box.width()).isLessThanOrEqualTo(10 + width + BIT);
      assertThat(box.y() + box.height()).isLessThanOrEqualTo(20 + height + BIT);
    }
    for (var one : boxes) {
      for (var other : boxes) {
        assertThat(one == other || areApart(one, other)).as("%s %s", one, other).isTrue();
      }
    }
  }

  /** Where all are alike none is a strip: that is what the order of work is for. */
  @Property
  void likeSizesAreNearlySquare(
      @ForAll @IntRange(min = 4, max = 60) int many,
      @ForAll @IntRange(min = 300, max = 1200) int width) {
    var boxes = TreeMap.of(java.util.Collections.nCopies(many, 7.0), new Box(0, 0, width, 400));
    assertThat(boxes)
        .allSatisfy(box ->
            assertThat(Math.max(box.width() / box.height(), box.height() / box.width()))
                .isLessThan(4));
  }

  private static boolean areApart(Box one, Box other) {
    return one.x() + one.width() <= other.x() + BIT
        || other.x() + other.width() <= one.x() + BIT
        || one.y() + one.height() <= other.y() + BIT
        || other.y() + other.height() <= one.y() + BIT;
  }
}
