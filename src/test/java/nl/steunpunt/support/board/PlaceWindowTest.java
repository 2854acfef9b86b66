package nl.steunpunt.support.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaceWindowTest {

  private static Place place(long id, @Nullable Long parent, int waiting) {
    return new Place(
        id, parent, "P" + id, 10, new Counts(waiting, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0));
  }

  /** Ten departments of so many teams, each of two crews. */
  private static List<PlaceRow> organisation(int teams) {
    var places = new ArrayList<Place>();
    for (var department = 1L; department <= 10; department++) {
      places.add(place(department, null, 0));
      for (var team = 1; team <= teams; team++) {
        var id = department * 1_000 + team;
        places.add(place(id, department, team));
        places.add(place(id * 10, id, 0));
        places.add(place(id * 10 + 1, id, 0));
      }
    }
    return new PlaceTree(places, places.size() * 10, 9).rows();
  }

  @Test
  void whatFitsIsAllThere() {
    var all = organisation(4);
    var window = PlaceWindow.of(all, null);
    assertThat(window.rows()).isEqualTo(all);
    assertThat(window.above()).isEmpty();
    assertThat(window.leftOut()).isZero();
  }

  @Test
  void whatDoesNotFitIsLeftOutByWholeLevelsAndHasAPageOfItsOwn() {
    var all = organisation(12);
    var window = PlaceWindow.of(all, null);
    assertThat(window.rows()).hasSize(10 + 120);
    assertThat(window.rows())
        .filteredOn(row -> row.level() == 1)
        .allMatch(row -> row.elsewhere() && !row.hasRows());
    assertThat(window.rows())
        .filteredOn(row -> row.level() == 0)
        .allMatch(row -> row.hasRows() && !row.elsewhere());

    var inside = PlaceWindow.of(all, 3_007L);
    assertThat(inside.above()).extracting(PlaceRow::id).containsExactly(3L, 3_007L);
    assertThat(inside.rows()).extracting(PlaceRow::id).containsExactly(30_070L, 30_071L);
    assertThat(inside.rows()).allMatch(row -> row.level() == 0 && row.parent() == null);
  }

  @Test
  void ofTooManyNeighboursThoseStayWhereMostWaits() {
    var window = PlaceWindow.of(organisation(200), 5L);
    assertThat(window.rows()).hasSize(PlaceWindow.MOST_ROWS);
    assertThat(window.leftOut()).isEqualTo(50);
    assertThat(window.rows()).allMatch(row -> row.counts().waiting() > 50 && row.elsewhere());
  }

  @Test
  void aPlaceWithoutARowIsTheWholeOrganisation() {
    var all = organisation(4);
    assertThat(PlaceWindow.of(all, 99L)).isEqualTo(PlaceWindow.of(all, null));
  }
}
