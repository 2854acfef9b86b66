package nl.steunpunt.helpdesk.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The smallest parts that may be told, none of fewer than {@value #FEWEST} askers: weeks of all,
 * and of blocks of {@value #BLOCK} weeks systems, their topics, and places. The parts of a block by
 * one thing come to the same as its weeks, so what is left when some are taken from the others is
 * told itself.
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
  record Span(LocalDate week, int weeks, Counts counts) {
    LocalDate last() {
      return week.plusWeeks(weeks - 1L);
    }

    /** Of its last week: what was too little goes with what came later. */
    LocalDate block() {
      return Parts.block(last());
    }
  }

  /** What has no number and no name is told without one: all that are too few. */
  record Part(
      LocalDate block,
      String dimension,
      @Nullable Long systemId,
      @Nullable Long topicId,
      @Nullable String place,
      Counts counts) {}

  /** A group that may be told by its name; null: the rest. */
  private record Group(@Nullable Asked named, Cell cell, List<Asked> all) {}

  private Parts() {}

  /** The first Monday of the block in which this week lies. */
  static LocalDate block(LocalDate week) {
    var weeks = ChronoUnit.WEEKS.between(ORIGIN, week);
    return ORIGIN.plusWeeks(weeks - Math.floorMod(weeks, BLOCK));
  }

  /**
   * Each week of five askers; one of fewer with the next. What is too little at the end is not told
   * yet: joined to a week that was told already it would be the difference.
   */
  static List<Span> spans(Collection<Asked> asked) {
    var weeks = new TreeMap<LocalDate, Cell>();
    for (var one : asked) {
      if (one.dimension().equals("all")) {
        weeks.merge(one.week(), Cell.of(List.of(one)), Cell::and);
      }
    }
    var spans = new ArrayList<Span>();
    @Nullable LocalDate from = null;
    var open = Cell.EMPTY;
    for (var week : weeks.entrySet()) {
      from = from == null ? week.getKey() : from;
      open = open.and(week.getValue());
      if (open.isEnough()) {
        var many = (int) ChronoUnit.WEEKS.between(from, week.getKey()) + 1;
        spans.add(new Span(from, many, open.counts()));
        from = null;
        open = Cell.EMPTY;
      }
    }
    return spans;
  }

  /**
   * @param spans those of {@code asked}
   * @param before only blocks that begin before that
   */
  static List<Part> parts(Collection<Asked> asked, List<Span> spans, LocalDate before) {
    var blocks = new HashMap<LocalDate, LocalDate>();
    for (var span : spans) {
      for (var week = span.week; !week.isAfter(span.last()); week = week.plusWeeks(1)) {
        blocks.put(week, span.block());
      }
    }
    var byBlock =
        asked.stream()
            .filter(one -> blocks.getOrDefault(one.week(), before).isBefore(before))
            .collect(
                Collectors.groupingBy(
                    one -> blocks.getOrDefault(one.week(), before),
                    TreeMap::new,
                    Collectors.toList()));
    var parts = new ArrayList<Part>();
    byBlock.forEach((block, rows) -> parts.addAll(ofBlock(block, rows)));
    return parts;
  }

  private static List<Part> ofBlock(LocalDate block, List<Asked> rows) {
    var parts = new ArrayList<Part>();
    var topics = of("topic", rows);
    var systems = shown(of("system", rows), Asked::systemId);
    for (var system : systems) {
      var number = system.named == null ? null : system.named.systemId();
      parts.add(new Part(block, "system", number, null, null, system.cell.counts()));
      // Within what is told of a system, or its topics and it would tell what neither does.
      var those = system.all.stream().map(Asked::systemId).collect(Collectors.toSet());
      var its = topics.stream().filter(one -> those.contains(one.systemId())).toList();
      for (var topic : shown(its, Asked::topicId)) {
        parts.add(
            topic.named == null
                ? new Part(block, "topic", number, null, null, topic.cell.counts())
                : new Part(
                    block,
                    "topic",
                    topic.named.systemId(),
                    topic.named.topicId(),
                    null,
                    topic.cell.counts()));
      }
    }
    for (var dimension : List.of("department", "location")) {
      for (var place : shown(of(dimension, rows), Asked::place)) {
        var name = place.named == null ? null : place.named.place();
        parts.add(new Part(block, dimension, null, null, name, place.cell.counts()));
      }
    }
    return parts;
  }

  private static List<Asked> of(String dimension, List<Asked> rows) {
    return rows.stream().filter(one -> one.dimension().equals(dimension)).toList();
  }

  /**
   * The ones of five askers by name, and the rest together. While that is too small the smallest
   * named one joins it.
   */
  private static <K> List<Group> shown(List<Asked> rows, Function<Asked, @Nullable K> key) {
    var byKey =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    one -> Optional.ofNullable(key.apply(one)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var named = new ArrayList<Group>();
    var rest = Cell.EMPTY;
    var unnamed = new ArrayList<Asked>();
    for (var group : byKey.entrySet()) {
      var those = group.getValue();
      var cell = Cell.of(those);
      if (group.getKey().isPresent() && cell.isEnough()) {
        named.add(new Group(those.getFirst(), cell, those));
      } else {
        rest = rest.and(cell);
        unnamed.addAll(those);
      }
    }
    named.sort(
        Comparator.comparingLong((Group group) -> group.cell.counts().all())
            .reversed()
            .thenComparing(group -> String.valueOf(key.apply(group.all.getFirst()))));
    while (!rest.isNobody() && !rest.isEnough() && !named.isEmpty()) {
      var joining = named.removeLast();
      rest = rest.and(joining.cell);
      unnamed.addAll(joining.all);
    }
    if (!rest.isNobody()) {
      named.add(new Group(null, rest, unnamed));
    }
    return named;
  }
}
