package nl.steunpunt.helpdesk.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BaselineTest {

  /**
   * Nothing is lost, nothing smaller than five is told, and nothing is what is left of the rest.
   */
  @Property
  void groupsAreToldTogetherWhereTheyAreSmall(
      @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 40) Integer> tickets) {
    var sums = new ArrayList<Baseline.Sum>();
    var sorted = tickets.stream().sorted((a, b) -> b - a).toList();
    for (int i = 0; i < sorted.size(); i++) {
      sums.add(
          new Baseline.Sum(
              "place",
              "Place " + i,
              sorted.get(i),
              0,
              null,
              null,
              null,
              0,
              null,
              null,
              null,
              0,
              0));
    }
    var week = new Baseline.Week(LocalDate.of(2026, 1, 5), true, 100);
    var lines = new Baseline(Instant.EPOCH, Instant.EPOCH, List.of(week), sums).lines("place");
    assertThat(lines).allMatch(line -> line.share().of() >= Baseline.FEWEST);
    if (!lines.isEmpty()) {
      assertThat(lines.stream().mapToLong(line -> line.share().of()).sum())
          .isEqualTo(tickets.stream().mapToLong(Integer::longValue).sum());
    }
  }
}
