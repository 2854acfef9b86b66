package nl.steunpunt.support.suggestion;

import java.util.Map;

/** How much a term tells: the inverse document frequency of BM25, which is never negative. */
record Rarity(Map<String, Integer> frequencies, int suggestions) {

  Rarity(Map<String, Integer> frequencies) {
    this(frequencies, frequencies.getOrDefault(Vocabulary.EVERY, 0));
  }

  boolean known(String term) {
    return frequencies.containsKey(term);
  }

  int frequency(String term) {
    return frequencies.getOrDefault(term, 0);
  }

  double of(String term) {
    var df = frequency(term);
    return Math.log(1 + (Math.max(suggestions, df) - df + 0.5) / (df + 0.5));
  }

  /** The most that finding it can tell; 0 when no suggestion has any of its terms. */
  double told(Sought thing) {
    return thing.share()
        * thing.terms().entrySet().stream()
            .filter(term -> known(term.getKey()))
            .mapToDouble(term -> term.getValue() * of(term.getKey()))
            .max()
            .orElse(0);
  }
}
