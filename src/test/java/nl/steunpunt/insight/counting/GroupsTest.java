package nl.steunpunt.insight.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import nl.steunpunt.helpdesk.Tally;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static Groups.Group group(
      @org.jspecify.annotations.Nullable String name, long confirmed) {
    return new Groups.Group(name, null, new Tally(confirmed, 1, 0, 0, 0, 0, 0), 1);
  }

  @Test
  void theLargestHaveTheirNameAndNothingIsLost() {
    var groups =
        IntStream.rangeClosed(1, 20).mapToObj(i -> group(i == 7 ? null : "Place " + i, i)).toList();
    var shown = Groups.shown(groups);
    assertThat(shown).hasSize(16);
    assertThat(shown.getFirst().name()).isEqualTo("Place 20");
    assertThat(shown.getLast().name()).isNull();
    assertThat(shown.stream().mapToLong(group -> group.tally().confirmed()).sum()).isEqualTo(210);
  }

  @Test
  void withoutAnyNameTheTotalSaysItAll() {
    assertThat(Groups.shown(List.of(group(null, 9)))).isEmpty();
  }
}
