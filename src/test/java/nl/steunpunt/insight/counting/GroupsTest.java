package nl.steunpunt.insight.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Of groups drawn by chance, with people who ask in several: nothing small is ever told. */
class GroupsTest {

  private static Tally tally(Random random, Set<Long> people) {
    long confirmed = random.nextInt(4) + people.size();
    return new Tally(
        confirmed,
        random.nextInt(5),
        random.nextInt(5),
        random.nextInt(3),
        random.nextInt(2),
        random.nextInt(2),
        random.nextLong(confirmed + 1),
        people.size(),
        people.size() < Groups.FEWEST ? List.copyOf(people) : List.of());
  }

  private static Set<Long> people(Random random, int most) {
    var people = new HashSet<Long>();
    int many = random.nextInt(most);
    while (people.size() < many) {
      people.add(random.nextLong(60));
    }
    return people;
  }

  private static Tally sum(List<Tally> tallies) {
    return tallies.stream().reduce(Tally.NOTHING, Tally::and);
  }

  private static void sameCounts(Tally one, Tally other) {
    assertThat(one.confirmed()).isEqualTo(other.confirmed());
    assertThat(one.settled()).isEqualTo(other.settled());
    assertThat(one.running()).isEqualTo(other.running());
    assertThat(one.first()).isEqualTo(other.first());
  }

  @Property(tries = 500)
  void placesAndTopics(@ForAll long seed) {
    var random = new Random(seed);
    var groups = new ArrayList<Groups.Group>();
    int many = 1 + random.nextInt(25);
    for (int i = 0; i < many; i++) {
      @Nullable String name = i == 0 && random.nextBoolean() ? null : "Place " + i;
      var people = people(random, random.nextBoolean() ? 4 : 12);
      if (!people.isEmpty()) {
        groups.add(new Groups.Group(name, tally(random, people)));
      }
    }
    var shown = Groups.shown(groups);
    assertThat(shown).allMatch(group -> group.tally().people() >= Groups.FEWEST);
    assertThat(shown).filteredOn(group -> group.name() == null).hasSizeLessThanOrEqualTo(1);
    if (!shown.isEmpty()) {
      sameCounts(
          sum(shown.stream().map(Groups.Group::tally).toList()),
          sum(groups.stream().map(Groups.Group::tally).toList()));
    }
  }

  @Property(tries = 500)
  void weeks(@ForAll long seed) {
    var random = new Random(seed);
    var weeks = new ArrayList<Groups.Span>();
    var monday = LocalDate.of(2026, 1, 5);
    int many = 1 + random.nextInt(26);
    for (int i = 0; i < many; i++) {
      var people = people(random, 9);
      if (!people.isEmpty()) {
        weeks.add(new Groups.Span(monday.plusWeeks(i), 1, tally(random, people)));
      }
    }
    var spans = Groups.spans(weeks);
    assertThat(spans).allMatch(span -> span.tally().people() >= Groups.FEWEST);
    if (!spans.isEmpty()) {
      sameCounts(
          sum(spans.stream().map(Groups.Span::tally).toList()),
          sum(weeks.stream().map(Groups.Span::tally).toList()));
      assertThat(spans.stream().mapToInt(Groups.Span::weeks).sum()).isEqualTo(weeks.size());
    }
  }
}
