package nl.steunpunt.helpdesk.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.steunpunt.helpdesk.connectors.Connector.Changed;
import nl.steunpunt.helpdesk.connectors.Connector.Changes;

/** Whatever changes there, also while it is read and many at once, is seen. */
class ChangesTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final int PAGE = 3;

  /** In whole seconds, so that several change in one. */
  @Property
  void whatChangedIsSeenHoweverMuchChangesMeanwhile(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 5) Integer> seconds,
      @ForAll @IntRange(max = 5) int since,
      @ForAll @Size(max = 10) List<@IntRange(max = 100) Integer> meanwhile)
      throws Trouble {
    var there = new ArrayList<Changed>();
    for (int i = 0; i < seconds.size(); i++) {
      there.add(new Changed("t" + i, START.plusSeconds(seconds.get(i))));
    }
    var expected =
        there.stream()
            .filter(one -> !one.at().isBefore(START.plusSeconds(since)))
            .map(Changed::ticket)
            .toList();
    var later = new ArrayList<>(meanwhile);

    var first =
        Changes.newestFirst(
            START.plusSeconds(since),
            number -> {
              var page = page(there, number);
              if (!later.isEmpty()) {
                touch(there, later.removeFirst());
              }
              return page;
            });
    var second = Changes.newestFirst(first.upTo(), number -> page(there, number));

    var seen = new ArrayList<>(first.tickets());
    seen.addAll(second.tickets());
    assertThat(seen).containsAll(expected);
    assertThat(first.everyOne()).isFalse();
    assertThat(second.tickets())
        .containsAll(
            there.stream()
                .filter(one -> one.at().isAfter(START.plusSeconds(60)))
                .map(Changed::ticket)
                .toList());
  }

  private static List<Changed> page(List<Changed> there, int number) {
    return there.stream()
        .sorted(Comparator.comparing(Changed::at).reversed())
        .skip((number - 1L) * PAGE)
        .limit(PAGE)
        .toList();
  }

  /** It is changed again, after all that was. */
  private static void touch(List<Changed> there, int which) {
    var index = which % there.size();
    there.set(index, new Changed(there.get(index).ticket(), START.plusSeconds(100)));
  }
}
