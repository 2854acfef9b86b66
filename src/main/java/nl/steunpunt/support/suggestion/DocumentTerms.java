package nl.steunpunt.support.suggestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms under which a suggestion is found, each with how much the suggestion is about it: BM25
 * over two fields (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
 * Beyond", 2009), without the idf, which changes and is applied when searching.
 */
final class DocumentTerms {

  /** Raise it when the same words get other terms or weights, so that all is read again. */
  static final int RULES = 2;

  private static final double TITLE = 6;
  private static final double PART = 0.3;
  private static final double SATURATION = 2.5;
  private static final double LENGTH_COUNTS = 0.8;
  private static final double USUAL_TITLE = 5;
  private static final double USUAL_TEXT = 20;

  private DocumentTerms() {}

  static Map<String, Float> of(List<Word> title, List<Word> text) {
    var counts = new HashMap<String, Double>();
    count(title, TITLE / length(title.size(), USUAL_TITLE), counts);
    count(text, 1 / length(text.size(), USUAL_TEXT), counts);
    var weights = new HashMap<String, Float>();
    weights.put(Vocabulary.EVERY, 0f);
    counts.forEach((term, n) -> weights.put(term, (float) (n / (n + SATURATION))));
    return weights;
  }

  private static double length(int words, double usual) {
    return 1 - LENGTH_COUNTS + LENGTH_COUNTS * words / usual;
  }

  private static void count(List<Word> words, double weight, Map<String, Double> counts) {
    for (var word : words) {
      if (!word.stem().isEmpty()) {
        counts.merge(word.stem(), weight, Double::sum);
      }
      word.groups().forEach(group -> counts.merge(group, weight, Double::sum));
      count(word.parts(), weight * PART, counts);
    }
  }
}
