package nl.steunpunt.helpdesk.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BaselineTest {
  private static final int WEEKS = 5;

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
              0,
              split(sorted.get(i))));
    }
    var weeks = new ArrayList<Baseline.Week>();
    for (int i = 0; i < WEEKS; i++) {
      int week = i;
      long all = sums.stream().mapToLong(sum -> requireNonNull(sum.weekly()).get(week)).sum();
      weeks.add(new Baseline.Week(LocalDate.of(2026, 1, 5).plusWeeks(i), true, all));
    }
    var lines = new Baseline(Instant.EPOCH, Instant.EPOCH, weeks, sums).lines("place");
    assertThat(lines).allMatch(line -> line.share().of() >= Baseline.FEWEST);
    if (!lines.isEmpty()) {
      assertThat(lines.stream().mapToLong(line -> line.share().of()).sum())
          .isEqualTo(tickets.stream().mapToLong(Integer::longValue).sum());
    }
    for (var line : lines) {
      var weekly = line.weekly();
      assertThat(weekly.counts()).allMatch(count -> count >= 0);
      assertThat(weekly.mean()).isCloseTo((double) line.share().of() / WEEKS, within(1e-9));
      assertThat(requireNonNull(weekly.range()).holds(weekly.mean())).isTrue();
    }
  }

  /** So many in the first week, and half of what is left in each that follows. */
  private static List<Long> split(int tickets) {
    var weekly = new ArrayList<Long>();
    long left = tickets;
    for (int week = 1; week < WEEKS; week++) {
      weekly.add(left / 2);
      left -= left / 2;
    }
    weekly.add(left);
    return weekly;
  }
}
