package nl.steunpunt.support.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a word may be that is in no suggestion and in no list. */
final class Guessing {

  /** How sure it is by the number of letters that are wrong. */
  private static final double[] MISSPELLED = {1, 0.9, 0.7};

  private static final double BEGUN = 0.6;
  private static final int SHORTEST_BEGINNING = 3;
  private static final int LONG_BEGINNING = 5;
  private static final int SHORTEST_PIECE = 4;
  private static final int MOST = 4;

  private final Lexicon lexicon;
  private final Vocabulary vocabulary;

  Guessing(Lexicon lexicon, Vocabulary vocabulary) {
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
  }

  /** By stem, the two stems that each word may be a compound of: all ways to cut it. */
  Map<String, List<List<String>>> inside(Collection<Word> words) {
    var inside = new HashMap<String, List<List<String>>>();
    for (var word : words) {
      var plain = word.plain();
      var pairs = new ArrayList<List<String>>();
      for (int at = SHORTEST_PIECE; at <= plain.length() - SHORTEST_PIECE; at++) {
        pairs.add(List.of(Stem.of(plain.substring(0, at)), Stem.of(plain.substring(at))));
      }
      inside.put(word.stem(), pairs);
    }
    return inside;
  }

  /**
   * Stems that it may stand for, with how sure that is, 0 to 1.
   *
   * @param typing it may not be finished yet
   */
  Map<String, Double> guesses(Word word, boolean typing) {
    var guesses = new HashMap<String, Double>();
    var begun = Stem.fold(word.plain());
    if (begun.length() >= (typing ? SHORTEST_BEGINNING : LONG_BEGINNING)) {
      Stream.concat(
              vocabulary.startingWith(begun).stream(),
              lexicon.stems().stream().filter(stem -> stem.startsWith(begun)).limit(MOST))
          .forEach(stem -> guesses.put(stem, BEGUN));
    }
    closest(word.stem()).forEach((stem, sure) -> guesses.merge(stem, sure, Math::max));
    return guesses;
  }

  private Map<String, Double> closest(String word) {
    int least = Misspelling.allowed(word);
    var closest = new HashMap<String, Double>();
    if (least == 0) {
      return closest;
    }
    var stems = new LinkedHashSet<>(vocabulary.lookalikes(word));
    stems.addAll(lexicon.stems());
    for (var stem : stems) {
      int distance = Misspelling.distance(word, stem, least);
      if (distance < least) {
        closest.clear();
        least = distance;
      }
      if (distance == least && closest.size() < MOST) {
        closest.put(stem, MISSPELLED[distance]);
      }
    }
    return closest;
  }
}
