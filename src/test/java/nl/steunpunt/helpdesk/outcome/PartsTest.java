package nl.steunpunt.helpdesk.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Of questions drawn by chance, many of them by few people: nothing small is ever told, nor left.
 */
class PartsTest {
  private static final LocalDate BEGAN = LocalDate.of(2026, 1, 12);

  record Question(
      LocalDate week,
      long system,
      @Nullable Long topic,
      String department,
      String location,
      long asker) {
    String key(String dimension) {
      return switch (dimension) {
        case "system" -> "" + system;
        case "topic" -> system + " " + topic;
        case "department" -> department;
        case "location" -> location;
        default -> "";
      };
    }
  }

  private static List<Question> questions(Random random, int weeks) {
    var questions = new ArrayList<Question>();
    var people = 3 + random.nextInt(40);
    for (int week = 0; week < weeks; week++) {
      var many = random.nextInt(3) == 0 ? random.nextInt(4) : random.nextInt(25);
      for (int i = 0; i < many; i++) {
        // Some ask about everything.
        var asker = random.nextInt(4) == 0 ? 0 : random.nextInt(people);
        var system = random.nextInt(5) == 0 ? 2L : 1L;
        var topic = random.nextInt(6);
        questions.add(
            new Question(
                BEGAN.plusWeeks(week),
                system,
                topic == 0 ? null : system * 10 + topic,
                "D" + asker % 7,
                "L" + asker % 3,
                asker));
      }
    }
    return questions;
  }

  /** As the statement answers them: of each week at most five askers. */
  private static List<Asked> asked(List<Question> questions) {
    var rows = new ArrayList<Asked>();
    for (var dimension : List.of("all", "system", "topic", "department", "location")) {
      questions.stream()
          .collect(Collectors.groupingBy(one -> one.week + " " + one.key(dimension)))
          .values()
          .forEach(those -> rows.add(row(dimension, those)));
    }
    return rows;
  }

  private static Asked row(String dimension, List<Question> those) {
    var one = those.getFirst();
    var isPlace = dimension.equals("department") || dimension.equals("location");
    var hasSystem = dimension.equals("system") || dimension.equals("topic");
    return new Asked(
        one.week,
        dimension,
        hasSystem ? one.system : null,
        dimension.equals("topic") ? one.topic : null,
        isPlace ? one.key(dimension) : null,
        new Counts(those.size(), 0, 0, 0, 0, 0, 0),
        those.stream().map(Question::asker).distinct().sorted().limit(Parts.FEWEST).toList());
  }

  private static Set<Long> askers(List<Question> questions, Predicate<Question> which) {
    return questions.stream().filter(which).map(Question::asker).collect(Collectors.toSet());
  }

  private static boolean isIn(Question question, Parts.Span span) {
    return !question.week.isBefore(span.week()) && !question.week.isAfter(span.last());
  }

  @Property(tries = 300)
  void nothingSmallIsToldNorLeft(@ForAll long seed) {
    var questions = questions(new Random(seed), 30);
    var asked = asked(questions);
    var spans = Parts.spans(asked);
    for (var span : spans) {
      var those = questions.stream().filter(one -> isIn(one, span)).toList();
      assertThat(askers(those, _ -> true)).hasSizeGreaterThanOrEqualTo(Parts.FEWEST);
      assertThat(span.counts().all()).isEqualTo(those.size());
    }
    var before = BEGAN.plusWeeks(24);
    var parts = Parts.parts(asked, spans, before);
    assertThat(parts).allMatch(part -> part.block().isBefore(before));
    for (var block : parts.stream().map(Parts.Part::block).distinct().toList()) {
      var inBlock =
          questions.stream()
              .filter(one ->
                  spans.stream().anyMatch(span -> span.block().equals(block) && isIn(one, span)))
              .toList();
      for (var dimension : List.of("system", "topic", "department", "location")) {
        var told =
            parts.stream()
                .filter(part -> part.block().equals(block) && part.dimension().equals(dimension))
                .toList();
        areEnough(inBlock, dimension, told);
        assertThat(told.stream().mapToLong(part -> part.counts().all()).sum())
            .as("what is told by %s is all that is told", dimension)
            .isEqualTo(inBlock.size());
      }
      topicsAreWithinTheirSystem(inBlock, parts, block);
    }
  }

  private static String key(Parts.Part part) {
    return switch (part.dimension()) {
      case "system" -> "" + part.systemId();
      case "topic" -> part.systemId() + " " + part.topicId();
      default -> String.valueOf(part.place());
    };
  }

  private static boolean isNamed(Parts.Part part) {
    return part.place() != null
        || part.topicId() != null
        || part.dimension().equals("system") && part.systemId() != null;
  }

  private static void areEnough(List<Question> inBlock, String dimension, List<Parts.Part> told) {
    var named = told.stream().filter(PartsTest::isNamed).map(PartsTest::key).toList();
    for (var part : told) {
      if (isNamed(part)) {
        var those = askers(inBlock, one -> one.key(dimension).equals(key(part)));
        assertThat(those).hasSizeGreaterThanOrEqualTo(Parts.FEWEST);
      }
    }
    var left = askers(inBlock, one -> !named.contains(one.key(dimension)));
    assertThat(left.isEmpty() || left.size() >= Parts.FEWEST).as("%s", left).isTrue();
  }

  private static void topicsAreWithinTheirSystem(
      List<Question> inBlock, List<Parts.Part> parts, LocalDate block) {
    var named = new HashSet<String>();
    parts.stream()
        .filter(part -> part.block().equals(block) && part.topicId() != null)
        .forEach(part -> named.add(key(part)));
    for (var system : parts) {
      if (system.block().equals(block)
          && system.dimension().equals("system")
          && system.systemId() != null) {
        var left =
            askers(
                inBlock,
                one ->
                    Objects.equals(one.system, system.systemId())
                        && !named.contains(one.key("topic")));
        assertThat(left.isEmpty() || left.size() >= Parts.FEWEST)
            .as("of a system without its topics that are told: %s", left)
            .isTrue();
      }
    }
  }

  /** What was told stays as it was told when more weeks come: the difference would be small. */
  @Property(tries = 200)
  void whatWasToldStays(@ForAll long seed) {
    var questions = questions(new Random(seed), 30);
    var told = new HashMap<LocalDate, Parts.Span>();
    var parts = new HashSet<Parts.Part>();
    for (int weeks = 5; weeks <= 30; weeks++) {
      var monday = BEGAN.plusWeeks(weeks);
      var asked = asked(questions.stream().filter(one -> one.week.isBefore(monday)).toList());
      var spans = Parts.spans(asked);
      for (var span : spans) {
        var before = told.putIfAbsent(span.week(), span);
        assertThat(before == null || before.equals(span)).isTrue();
      }
      assertThat(spans).hasSize(told.size());
      var now = Set.copyOf(Parts.parts(asked, spans, monday.minusWeeks(Parts.BLOCK)));
      assertThat(now).containsAll(parts);
      parts.addAll(now);
    }
  }

  @Property(tries = 50)
  void blocksLieStill(@ForAll long seed) {
    var week = BEGAN.plusWeeks(new Random(seed).nextInt(2_000) - 1_000);
    var block = Parts.block(week);
    assertThat(block).isBetween(week.minusWeeks(3), week);
    assertThat(Stream.iterate(block, one -> one.plusWeeks(1)).limit(Parts.BLOCK))
        .allMatch(one -> Parts.block(one).equals(block));
  }
}
