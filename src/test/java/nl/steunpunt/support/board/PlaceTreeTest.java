package nl.steunpunt.support.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTreeTest {

  private static Counts asked(int asked) {
    return new Counts(0, asked, 0, 0, 0, 0, asked, 0, 0, 0, 0, 0, 0);
  }

  private static Place place(long id, @Nullable Long parent, int people, int asked) {
    return new Place(id, parent, "P" + id, people, asked == 0 ? null : asked(asked));
  }

  @Test
  void aPlaceCountsWhatLiesBelowIt() {
    var rows =
        new PlaceTree(
                List.of(place(1, null, 0, 1), place(2, 1L, 10, 2), place(3, 1L, 10, 4)), 20, 9)
            .rows();
    assertThat(rows).extracting(PlaceRow::id).containsExactly(1L, 2L, 3L);
    assertThat(rows).extracting(row -> row.counts().asked()).containsExactly(7, 2, 4);
    assertThat(rows).extracting(PlaceRow::level).containsExactly(0, 1, 1);
    assertThat(rows.getFirst().people()).isEqualTo(20);
    assertThat(rows.getFirst().hasRows()).isTrue();
  }

  @Test
  void belowTheTopOnlyWhereSomethingHappened() {
    var rows =
        new PlaceTree(
                List.of(place(1, null, 10, 0), place(2, 1L, 10, 0), place(3, null, 10, 0)), 30, 9)
            .rows();
    assertThat(rows).extracting(PlaceRow::id).containsExactly(1L, 3L);
    assertThat(rows.getFirst().hasRows()).isFalse();
  }

  @Test
  void rowsGoNoDeeperThanAsked() {
    var rows =
        new PlaceTree(List.of(place(1, null, 0, 0), place(2, 1L, 0, 0), place(3, 2L, 9, 5)), 9, 1)
            .rows();
    assertThat(rows).extracting(PlaceRow::id).containsExactly(1L, 2L);
    assertThat(rows.getLast().counts().asked()).isEqualTo(5);
  }

  @Test
  void aSmallPlaceHasNoRowAndNeitherHasTheOneThatWouldGiveItAway() {
    var team =
        List.of(place(1, null, 0, 0), place(2, 1L, 4, 3), place(3, 1L, 8, 1), place(4, 1L, 20, 1));
    assertThat(new PlaceTree(team, 32, 9).rows())
        .extracting(PlaceRow::id)
        .as("1 less 3 and 4 would be the four of 2")
        .containsExactly(1L, 4L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noRowAndNoDifferenceOfRowsIsFewerThanFivePeople(long seed) {
    var random = new Random(seed);
    var places = new ArrayList<Place>();
    for (var id = 1L; id <= 200; id++) {
      var parent = id <= 5 ? null : Long.valueOf(1 + random.nextLong(id - 1));
      places.add(place(id, parent, random.nextInt(7), 1));
    }
    var nowhere = random.nextInt(9);
    var everyone = places.stream().mapToInt(Place::people).sum() + nowhere;
    var rows = new PlaceTree(places, everyone, 6).rows();
    var left = new HashMap<Long, Integer>();
    left.put(0L, everyone);
    for (var row : rows) {
      assertThat(row.people()).isGreaterThanOrEqualTo(PlaceTree.FEWEST_PEOPLE);
      left.put(row.id(), row.people());
      left.merge(row.parent() == null ? 0 : row.parent(), -row.people(), Integer::sum);
    }
    assertThat(left.values())
        .as("what is in no row below, seed " + seed)
        .allMatch(people -> people == 0 || people >= PlaceTree.FEWEST_PEOPLE);
    assertThat(IntStream.range(0, rows.size()).filter(i -> rows.get(i).level() > 0)).isNotEmpty();
  }
}
