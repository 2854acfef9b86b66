package nl.steunpunt.helpdesk.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import nl.steunpunt.helpdesk.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The smallest parts that may be told, none of fewer than {@value #FEWEST} askers: weeks of all,
 * and of blocks of {@value #BLOCK} weeks systems, their topics, and places. The parts of a block by
 * one thing come to the same as its weeks, and what is left when some are taken from the others, by
 * one thing or by two, is of five askers itself.
 */
final class Parts {
  static final int FEWEST = 5;
  static final int BLOCK = 2;

  /**
   * A Monday. Blocks lie still, whenever somebody looks: two that overlap would tell the
   * difference.
   */
  private static final LocalDate ORIGIN = LocalDate.of(1970, 1, 5);

  /**
   * @param weeks how many are told together
   */
  record Span(LocalDate week, int weeks, Tally counts) {
    LocalDate last() {
      return week.plusWeeks(weeks - 1L);
    }

    boolean holds(LocalDate other) {
      return !other.isBefore(week) && !other.isAfter(last());
    }
  }

  /**
   * What has no number and no name is told without one: all that are too few.
   *
   * @param all of which it is the sum; not to be kept
   */
  record Part(
      LocalDate block,
      String dimension,
      @Nullable Long systemId,
      @Nullable Long topicId,
      @Nullable Place place,
      List<Asked> all) {
    Tally counts() {
      return Cell.of(all).counts();
    }
  }

  /**
   * What is told of a block.
   *
   * @param waiting too little to be told: it goes with what comes later, since joined to a week
   *     that was told already it would be the difference
   */
  record Told(List<Span> spans, List<Part> parts, List<Asked> waiting) {}

  private Parts() {}

  /** The first Monday of the block in which this week lies. */
  static LocalDate block(LocalDate week) {
    var weeks = ChronoUnit.WEEKS.between(ORIGIN, week);
    return ORIGIN.plusWeeks(weeks - Math.floorMod(weeks, BLOCK));
  }

  /**
   * @param asked in its weeks, and what still waited from before
   */
  static Told of(LocalDate block, Collection<Asked> asked) {
    var spans = spans(asked);
    if (spans.isEmpty()) {
      return new Told(List.of(), List.of(), List.copyOf(asked));
    }
    var last = spans.getLast().last();
    var told = asked.stream().filter(one -> !one.week().isAfter(last)).toList();
    var waiting = asked.stream().filter(one -> one.week().isAfter(last)).toList();
    return new Told(spans, parts(block, told), waiting);
  }

  /** Each week of five askers; one of fewer with the next. */
  private static List<Span> spans(Collection<Asked> asked) {
    var weeks = new TreeMap<LocalDate, List<Asked>>();
    asked.forEach(one -> weeks.computeIfAbsent(one.week(), _ -> new ArrayList<>()).add(one));
    var spans = new ArrayList<Span>();
    @Nullable LocalDate from = null;
    var open = Cell.EMPTY;
    for (var week : weeks.entrySet()) {
      from = from == null ? week.getKey() : from;
      open = open.and(Cell.of(week.getValue()));
      if (open.isEnough()) {
        var many = (int) ChronoUnit.WEEKS.between(from, week.getKey()) + 1;
        spans.add(new Span(from, many, open.counts()));
        from = null;
        open = Cell.EMPTY;
      }
    }
    return spans;
  }

  private static List<Part> parts(LocalDate block, List<Asked> rows) {
    var parts = new ArrayList<Part>();
    var smallest = new ArrayList<Group<Long>>();
    for (var subject : Subject.shown(rows)) {
      var system = subject.systemId();
      parts.add(new Part(block, "system", system, null, null, subject.whole().all()));
      for (var topic : subject.topics()) {
        // A named topic of a system that is told with others says which system it is of.
        var its = topic.key() == null ? system : Long.valueOf(topic.all().getFirst().systemId());
        parts.add(new Part(block, "topic", its, topic.key(), null, topic.all()));
        smallest.add(topic);
      }
    }
    for (var place : Crossing.apart(smallest, Place.shown(rows))) {
      parts.add(new Part(block, "place", null, null, place.key(), place.all()));
    }
    return parts;
  }
}
