package nl.steunpunt.issues.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

  @Test
  void theLargestFirstAndTheSmallTogether() {
    assertThat(Place.shown(places(3, 9, 2, 5)))
        .containsExactly(new Place("D1", 9), new Place("D3", 5), new Place(null, 5));
  }

  @Test
  void whatIsLeftIsNeverSmall() {
    assertThat(Place.shown(places(9, 6, 2)))
        .containsExactly(new Place("D0", 9), new Place(null, 8));
    assertThat(Place.shown(places(9, 2))).isEmpty();
    assertThat(Place.shown(places(4, 4, 4))).isEmpty();
    assertThat(Place.shown(places(6))).containsExactly(new Place("D0", 6));
    assertThat(Place.shown(List.of())).isEmpty();
  }

  /** For any counts: every group that can be told apart, also by taking others from the total. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noGroupBelowFiveCanBeSeenNorLeftOver(long seed) {
    var random = new Random(seed);
    for (var trial = 0; trial < 2_000; trial++) {
      var places = places(random.ints(random.nextInt(9), 1, 2 + random.nextInt(14)).toArray());
      var total = places.stream().mapToInt(Place::hit).sum();
      var shown = Place.shown(places);
      assertThat(shown).as("%s", places).allMatch(place -> place.hit() >= Place.FEWEST);
      for (var subset = 0; subset < 1 << shown.size(); subset++) {
        var chosen = subset;
        var sum =
            IntStream.range(0, shown.size())
                .filter(i -> (chosen & 1 << i) != 0)
                .map(i -> shown.get(i).hit())
                .sum();
        var left = total - sum;
        var nothingIsSaid = shown.isEmpty();
        assertThat(nothingIsSaid || left == 0 || left >= Place.FEWEST)
            .as("%s shown as %s: %d left", places, shown, left)
            .isTrue();
      }
      assertThat(shown.stream().filter(place -> place.name() != null)).allMatch(places::contains);
      if (!shown.isEmpty()) {
        assertThat(shown.stream().mapToInt(Place::hit).sum()).isEqualTo(total);
      }
    }
  }

  private static List<Place> places(int... hits) {
    var places = new ArrayList<Place>();
    for (var hit : hits) {
      places.add(new Place("D" + places.size(), hit));
    }
    return places;
  }
}
