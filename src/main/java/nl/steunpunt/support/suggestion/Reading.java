package nl.steunpunt.support.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what is typed as things to look for, with the vocabulary at hand. */
@Component
class Reading {

  private static final double GROUP = 0.8;
  private static final double NEAR = 0.3;
  private static final double PART = 0.6;
  private static final double JOINED = 1;

  /** Above this a text is read for its subject, below it as something still being typed. */
  private static final int SHORT_TEXT = 200;

  private final Analyser analyser;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final Guessing guessing;

  Reading(Analyser analyser, Vocabulary vocabulary) {
    this.analyser = analyser;
    this.lexicon = analyser.lexicon();
    this.vocabulary = vocabulary;
    this.guessing = new Guessing(lexicon, vocabulary);
  }

  /** What is looked for, and how frequent each of its terms is; terms without are in nothing. */
  record Read(List<Sought> sought, Map<String, Integer> frequencies) {}

  Read read(String typed) {
    var words = List.copyOf(new LinkedHashSet<>(analyser.words(typed)));
    var sought = new ArrayList<Sought>();
    for (var word : words) {
      sought.add(new Sought(word.plain(), 1, meaning(word.stem(), word.groups(), 1)));
      for (var part : word.parts()) {
        sought.add(new Sought(word.plain(), PART, meaning(part.stem(), part.groups(), 1)));
      }
    }
    if (typed.length() > SHORT_TEXT) {
      return new Read(sought, vocabulary.frequencies(terms(sought.stream())));
    }
    sought.addAll(joined(words));
    var strange = words.stream().filter(word -> !word.understood()).collect(Collectors.toList());
    var inside = guessing.inside(strange);
    var ask = terms(sought.stream());
    inside.values().forEach(pairs -> pairs.forEach(ask::addAll));
    var known = new HashMap<>(vocabulary.frequencies(ask));
    strange.removeIf(word -> known.containsKey(word.stem()));
    if (!strange.isEmpty()) {
      var typing = Character.isLetterOrDigit(typed.charAt(typed.length() - 1));
      var last = typing ? words.getLast() : null;
      for (var word : strange) {
        var pair =
            inside.getOrDefault(word.stem(), List.of()).stream()
                .filter(known.keySet()::containsAll)
                .findFirst();
        if (pair.isPresent()) {
          pair.get().forEach(stem -> sought.add(new Sought(word.plain(), PART, meaning(stem, 1))));
        } else {
          var guesses = guessing.guesses(word, word.equals(last));
          var terms = new HashMap<String, Double>();
          guesses.forEach((stem, sure) ->
              meaning(stem, sure).forEach((term, w) -> terms.merge(term, w, Math::max)));
          sought.add(new Sought(word.plain(), 1, terms));
        }
      }
      known.putAll(vocabulary.frequencies(terms(sought.stream())));
    }
    return new Read(sought, known);
  }

  private Map<String, Double> meaning(String stem, double sure) {
    return meaning(stem, lexicon.groups(stem), sure);
  }

  private Map<String, Double> meaning(String stem, Set<String> groups, double sure) {
    var terms = new HashMap<String, Double>();
    if (!stem.isEmpty()) {
      terms.put(stem, sure);
    }
    for (var group : groups) {
      terms.merge(group, sure * (stem.isEmpty() ? 1 : GROUP), Math::max);
      lexicon.near(group).forEach(near -> terms.merge(near, sure * NEAR, Math::max));
    }
    return terms;
  }

  /** "voorraad waardering" is also looked for as one word. */
  private List<Sought> joined(List<Word> words) {
    var joined = new ArrayList<Sought>();
    for (int i = 1; i < words.size(); i++) {
      var first = words.get(i - 1);
      var second = words.get(i);
      if (!first.stem().isEmpty() && !second.stem().isEmpty()) {
        var together = first.plain() + " " + second.plain();
        var terms = new HashMap<String, Double>();
        Stream.of("", "s")
            .map(link -> Stem.of(first.plain() + link + second.plain()))
            .forEach(stem -> terms.putAll(meaning(stem, 1)));
        joined.add(new Sought(together, JOINED, terms));
      }
    }
    return joined;
  }

  private static Set<String> terms(Stream<Sought> sought) {
    return sought
        .flatMap(one -> one.terms().keySet().stream())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
