package nl.steunpunt.helpdesk.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.steunpunt.helpdesk.Tally;
import nl.steunpunt.helpdesk.outcome.Parts.Part;
import nl.steunpunt.helpdesk.outcome.Parts.Told;
import org.jspecify.annotations.Nullable;

/**
 * Of questions drawn by chance, many of them by few people: nothing small is ever told, nor left.
 */
class PartsTest {
  private static final LocalDate BEGAN = Parts.block(LocalDate.of(2026, 1, 12));

  record Question(
      LocalDate week,
      long system,
      @Nullable Long topic,
      String department,
      String location,
      long asker) {}

  /** A department sits at one location but for a few, and has a topic that it mostly asks about. */
  private static List<Question> questions(Random random, int weeks) {
    var questions = new ArrayList<Question>();
    var people = 3 + random.nextInt(40);
    var departments = 2 + random.nextInt(6);
    var locations = 1 + random.nextInt(3);
    var oneIn = 2 + random.nextInt(8);
    for (int week = 0; week < weeks; week++) {
      var many = random.nextInt(3) == 0 ? random.nextInt(4) : random.nextInt(45);
      for (int i = 0; i < many; i++) {
        // Some ask about everything.
        var asker = random.nextInt(4) == 0 ? 0 : random.nextInt(people);
        var department = asker % departments;
        var isElsewhere = asker % oneIn == 0;
        var topic = random.nextInt(oneIn) == 0 ? random.nextInt(6) : 1 + department % 5;
        var system = topic > 3 ? 2L : 1L;
        questions.add(
            new Question(
                BEGAN.plusWeeks(week),
                system,
                topic == 0 ? null : Long.valueOf(topic),
                "D" + department,
                "L" + (isElsewhere ? asker : department) % locations,
                asker));
      }
    }
    return questions;
  }

  /** As the statement answers them, of each at most five askers; and which they are. */
  private static Map<Asked, List<Question>> asked(Collection<Question> questions) {
    var asked = new LinkedHashMap<Asked, List<Question>>();
    questions.stream()
        .collect(
            Collectors.groupingBy(one ->
                new Question(one.week, one.system, one.topic, one.department, one.location, 0)))
        .forEach((key, those) ->
            asked.put(
                new Asked(
                    key.week,
                    key.system,
                    key.topic,
                    key.department,
                    key.location,
                    new Tally(those.size(), 0, 0, 0, 0, 0, 0),
                    askers(those).stream().sorted().limit(Parts.FEWEST).toList()),
                those));
    return asked;
  }

  /** Each block with what waited from before it, as they are told. */
  private static List<Told> told(Collection<Asked> asked, int weeks) {
    var blocks = new ArrayList<Told>();
    var waiting = List.<Asked>of();
    for (int week = 0; week < weeks; week += Parts.BLOCK) {
      var block = BEGAN.plusWeeks(week);
      var rows = new ArrayList<>(waiting);
      asked.stream().filter(one -> Parts.block(one.week()).equals(block)).forEach(rows::add);
      var told = Parts.of(block, rows);
      waiting = told.waiting();
      blocks.add(told);
    }
    return blocks;
  }

  private static Set<Long> askers(Collection<Question> questions) {
    return questions.stream().map(Question::asker).collect(Collectors.toSet());
  }

  private static void isEnough(Collection<Question> those, String what) {
    var askers = askers(those);
    assertThat(askers.isEmpty() || askers.size() >= Parts.FEWEST)
        .as("%s: %s of %s", what, those.size(), askers)
        .isTrue();
  }

  /** The parts as a reader sees them: by system, topic, department, location, and as they are. */
  private static List<Map<String, List<Part>>> ways(Told told) {
    return List.of(
        way(told, "system", part -> part.systemId()),
        way(told, "topic", part -> part.systemId() + " " + part.topicId()),
        way(told, "place", part -> part.place() == null ? null : part.place().department()),
        way(told, "place", part -> part.place() == null ? null : part.place().location()),
        way(told, "place", Part::place));
  }

  private static Map<String, List<Part>> way(
      Told told, String dimension, Function<Part, @Nullable Object> of) {
    return told.parts().stream()
        .filter(part -> part.dimension().equals(dimension))
        .collect(Collectors.groupingBy(part -> String.valueOf(of.apply(part))));
  }

  private static List<Question> of(Map<Asked, List<Question>> asked, Collection<Part> parts) {
    return parts.stream()
        .flatMap(part -> part.all().stream())
        .flatMap(row -> Objects.requireNonNull(asked.get(row)).stream())
        .toList();
  }

  @Property(tries = 300)
  void nothingSmallIsTold(@ForAll long seed) {
    var questions = questions(new Random(seed), 12);
    var asked = asked(questions);
    for (var told : told(asked.keySet(), 12)) {
      var many = 0L;
      for (var span : told.spans()) {
        var those = questions.stream().filter(one -> span.holds(one.week)).toList();
        isEnough(those, "a week");
        assertThat(span.counts().all()).isEqualTo(those.size());
        many += those.size();
      }
      for (var way : ways(told)) {
        assertThat(
                way.values().stream().flatMap(List::stream).mapToLong(p -> p.counts().all()).sum())
            .as("all that is told, in each way")
            .isEqualTo(many);
        way.forEach((what, parts) -> isEnough(of(asked, parts), what));
      }
    }
  }

  /**
   * Some parts by one thing may lie within some parts by another: who knows that, and takes the
   * ones from the others, is left with five askers or with nothing.
   */
  @Property(tries = 300)
  void nothingSmallIsLeftOfOneWayByAnother(@ForAll long seed) {
    var asked = asked(questions(new Random(seed), 8));
    for (var told : told(asked.keySet(), 8)) {
      var rows = told.parts().stream().flatMap(part -> part.all().stream()).distinct().toList();
      var ways = ways(told).stream().map(way -> sets(rows, way)).toList();
      for (var one : ways) {
        for (var other : ways) {
          for (var left : differences(one, other)) {
            isEnough(
                left.stream()
                    .boxed()
                    .flatMap(row -> Objects.requireNonNull(asked.get(rows.get(row))).stream())
                    .toList(),
                "a difference");
          }
        }
      }
    }
  }

  private static List<BitSet> sets(List<Asked> rows, Map<String, List<Part>> way) {
    return way.values().stream()
        .map(parts -> {
          var set = new BitSet();
          parts.forEach(part -> part.all().forEach(row -> set.set(rows.indexOf(row))));
          return set;
        })
        .toList();
  }

  /** Each union of the ones, from the fewest of the others in which it lies. */
  private static Set<BitSet> differences(List<BitSet> ones, List<BitSet> others) {
    var differences = new HashSet<BitSet>();
    for (int some = 1; some < 1 << ones.size(); some++) {
      var inner = new BitSet();
      for (int which = 0; which < ones.size(); which++) {
        if ((some & 1 << which) != 0) {
          inner.or(ones.get(which));
        }
      }
      var left = new BitSet();
      others.stream().filter(inner::intersects).forEach(left::or);
      left.andNot(inner);
      differences.add(left);
    }
    return differences;
  }

  @Property(tries = 50)
  void blocksLieStill(@ForAll long seed) {
    var week = BEGAN.plusWeeks(new Random(seed).nextInt(2_000) - 1_000);
    var block = Parts.block(week);
    assertThat(block).isBetween(week.minusWeeks(Parts.BLOCK - 1L), week);
    assertThat(Stream.iterate(block, one -> one.plusWeeks(1)).limit(Parts.BLOCK))
        .allMatch(one -> Parts.block(one).equals(block));
  }
}
