package nl.steunpunt.helpdesk.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.steunpunt.helpdesk.outcome.Learned.Closed;
import org.jspecify.annotations.Nullable;

/** Whatever is closed by chance, one Monday less another tells nothing of fewer than five. */
class LearnedTest {
  private static final LocalDate BEGAN = LocalDate.of(2026, 1, 12);
  private static final int WEEKS = 40;

  /** Empty: about none. */
  private static final List<Optional<Long>> TOPICS =
      List.of(Optional.empty(), Optional.of(1L), Optional.of(2L));

  /**
   * @param topic null: about none
   */
  record Ticket(LocalDate week, @Nullable Long topic, boolean could, long asker) {}

  private static List<Ticket> tickets(Random random) {
    var tickets = new ArrayList<Ticket>();
    var people = 4 + random.nextInt(20);
    var many = 1 + random.nextInt(12);
    for (int week = 0; week < WEEKS; week++) {
      for (int i = random.nextInt(many); i > 0; i--) {
        tickets.add(
            new Ticket(
                BEGAN.plusWeeks(week),
                TOPICS.get(random.nextInt(TOPICS.size())).orElse(null),
                random.nextInt(3) != 0,
                random.nextInt(people)));
      }
    }
    return tickets;
  }

  private static Closed closed(LocalDate week, @Nullable Long topic, List<Ticket> those) {
    return new Closed(
        week,
        topic,
        those.size(),
        those.stream().filter(Ticket::could).count(),
        askers(those, Ticket::could).stream().limit(Parts.FEWEST).toList(),
        askers(those, one -> !one.could).stream().limit(Parts.FEWEST).toList());
  }

  private static Set<Long> askers(Collection<Ticket> those, Predicate<Ticket> which) {
    return those.stream().filter(which).map(Ticket::asker).collect(Collectors.toSet());
  }

  private static List<Closed> rows(List<Ticket> tickets) {
    return tickets.stream()
        .collect(Collectors.groupingBy(one -> Map.entry(one.week, Optional.ofNullable(one.topic))))
        .entrySet()
        .stream()
        .map(cell ->
            closed(cell.getKey().getKey(), cell.getKey().getValue().orElse(null), cell.getValue()))
        .toList();
  }

  /** Told each second Monday, what is told already left out, as it is at night. */
  private static List<Learned> told(List<Ticket> tickets, int weeks) {
    var told = new ArrayList<Learned>();
    for (int week = Parts.BLOCK; week <= weeks; week += Parts.BLOCK) {
      var until = BEGAN.plusWeeks(week);
      var from = until.minusWeeks(Learned.MOST_WEEKS);
      told.addAll(
          Learned.of(
              rows(tickets).stream()
                  .filter(one -> !one.week().isBefore(from) && one.week().isBefore(until))
                  .filter(one -> told.stream().noneMatch(span -> isTold(span, one)))
                  .toList()));
    }
    return told;
  }

  private static boolean isTold(Learned span, Closed row) {
    return Objects.equals(row.topicId(), span.topicId())
        && row.week().isBefore(span.week().plusWeeks(span.weeks()));
  }

  private static List<Ticket> of(List<Ticket> tickets, Learned span) {
    return tickets.stream()
        .filter(one -> Objects.equals(span.topicId(), one.topic))
        .filter(one -> !one.week.isBefore(span.week()))
        .filter(one -> one.week.isBefore(span.week().plusWeeks(span.weeks())))
        .toList();
  }

  @Property(tries = 200)
  void ofTwoMondaysNothingUnderFiveIsTheDifference(@ForAll long seed) {
    var tickets = tickets(new Random(seed));
    var earlier = told(tickets, WEEKS - Parts.BLOCK);
    var later = told(tickets, WEEKS);
    assertThat(later.subList(0, earlier.size())).as("what was told stays").isEqualTo(earlier);
    var counted = new ArrayList<Ticket>();
    for (var span : later) {
      var those = of(tickets, span);
      assertThat(those).as("each ticket once").noneMatch(counted::contains);
      counted.addAll(those);
      assertThat(span.closed()).isEqualTo(those.size());
      assertThat(span.could()).isEqualTo(those.stream().filter(Ticket::could).count());
      assertThat(askers(those, Ticket::could)).hasSizeGreaterThanOrEqualTo(Parts.FEWEST);
      var others = askers(those, one -> !one.could);
      assertThat(others.isEmpty() || others.size() >= Parts.FEWEST).as("%s", others).isTrue();
      assertThat(span.weeks()).isLessThanOrEqualTo(Learned.MOST_WEEKS);
    }
  }
}
