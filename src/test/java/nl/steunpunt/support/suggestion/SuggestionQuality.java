package nl.steunpunt.support.suggestion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.support.Suggestible;
import nl.steunpunt.support.Suggestion;
import nl.steunpunt.support.Suggestions;
import nl.steunpunt.support.WrittenAnswer;

/** The hand-written answers in a system of their own, and the questions that must find them. */
record SuggestionQuality(List<WrittenAnswer> answers, List<Question> questions) {

  static final int SHOWN = 5;

  record Question(String key, String language, String typed) {}

  /** {@code place} is 1 for the first; {@link Integer#MAX_VALUE} when it was not shown at all. */
  record Outcome(Question question, int place, List<String> shown) {
    boolean found() {
      return place <= SHOWN;
    }
  }

  static SuggestionQuality of(String questions) {
    var answers =
        WrittenAnswer.read(
            Objects.requireNonNull(
                SuggestionQuality.class.getResourceAsStream("/demo/answers.txt")));
    return new SuggestionQuality(answers, questions(questions));
  }

  private static List<Question> questions(String file) {
    var found = Objects.requireNonNull(SuggestionQuality.class.getResourceAsStream(file));
    try (var reader = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .map(parts -> new Question(parts[0], parts[1], parts[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void putInto(Suggestions suggestions, SystemId system, long firstRef) {
    var all = new ArrayList<Suggestible>();
    for (int i = 0; i < answers.size(); i++) {
      var one = answers.get(i);
      var text = one.why() == null ? one.answer() : one.answer() + "\n" + one.why();
      all.add(new Suggestible(one.kind(), firstRef + i, system, null, one.title(), text));
    }
    suggestions.putAll(all);
  }

  List<Outcome> ask(Suggestions suggestions, SystemId system, long firstRef) {
    return questions.stream()
        .map(question -> {
          var shown =
              suggestions.find(question.typed, system, question.language, 20).stream()
                  .map(Suggestion::id)
                  .map(id -> answers.get((int) (id - firstRef)).key())
                  .toList();
          var place = shown.indexOf(question.key) + 1;
          return new Outcome(question, place == 0 ? Integer.MAX_VALUE : place, shown);
        })
        .toList();
  }

  static double share(Stream<Outcome> outcomes) {
    return outcomes.mapToInt(outcome -> outcome.found() ? 1 : 0).average().orElseThrow();
  }

  static String table(List<Outcome> outcomes) {
    var text = new StringBuilder();
    for (var outcome : outcomes) {
      if (!outcome.found()) {
        var shown = outcome.shown.subList(0, Math.min(SHOWN, outcome.shown.size()));
        var place = outcome.place == Integer.MAX_VALUE ? "-" : "" + outcome.place;
        text.append(
            "missed %-20s place %-3s %-50s shown %s%n"
                .formatted(outcome.question.key, place, outcome.question.typed, shown));
      }
    }
    text.append(line("all", outcomes.stream()));
    text.append(line("nl", outcomes.stream().filter(one -> one.question.language.equals("nl"))));
    text.append(line("en", outcomes.stream().filter(one -> one.question.language.equals("en"))));
    return text.toString();
  }

  static String line(String of, Stream<Outcome> outcomes) {
    var list = outcomes.toList();
    return String.format(
        Locale.ROOT,
        "%-8s %3d questions, among the first five %5.1f %%, first %5.1f %%%n",
        of,
        list.size(),
        100 * share(list.stream()),
        100 * list.stream().mapToInt(one -> one.place == 1 ? 1 : 0).average().orElseThrow());
  }
}
