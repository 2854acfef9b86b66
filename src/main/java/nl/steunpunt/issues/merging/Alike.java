package nl.steunpunt.issues.merging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How alike texts are: by the words they share, of which a rare one says more (inverse document
 * frequency, Spärck Jones 1972). Words count by their first letters, so that “factuur” is found in
 * “facturen”.
 */
public final class Alike {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORTEST = 4;
  private static final int STEM = 5;

  /** One shared word in many texts is no likeness. */
  private static final double LEAST = 0.12;

  private Alike() {}

  public record Found<T>(T what, double score, List<String> words) {}

  /**
   * @return the best first, no more than {@code most}, each with the words that made it
   */
  static <T> List<Found<T>> to(
      String text, List<T> all, java.util.function.Function<T, String> textOf, int most) {
    var frequency = new HashMap<String, Integer>();
    all.forEach(
        one -> stems(textOf.apply(one)).forEach(stem -> frequency.merge(stem, 1, Integer::sum)));
    var asked = stems(text);
    var whole = asked.stream().mapToDouble(stem -> weight(stem, frequency, all.size())).sum();
    return all.stream()
        .map(one -> found(one, textOf.apply(one), asked, frequency, all.size(), whole))
        .filter(one -> one.score >= LEAST)
        .sorted(Comparator.comparingDouble((Found<T> one) -> one.score).reversed())
        .limit(most)
        .toList();
  }

  private static <T> Found<T> found(
      T what,
      String text,
      Set<String> asked,
      HashMap<String, Integer> frequency,
      int all,
      double whole) {
    var words = words(text).filter(word -> asked.contains(stem(word))).distinct().toList();
    var score =
        words.stream()
            .map(Alike::stem)
            .distinct()
            .mapToDouble(stem -> weight(stem, frequency, all))
            .sum();
    return new Found<>(what, whole == 0 ? 0 : score / whole, words);
  }

  private static double weight(String stem, HashMap<String, Integer> frequency, int all) {
    return Math.log((all + 1.0) / (frequency.getOrDefault(stem, 0) + 0.5));
  }

  private static Set<String> stems(String text) {
    return words(text).map(Alike::stem).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static java.util.stream.Stream<String> words(String text) {
    return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> word.length() >= SHORTEST);
  }

  private static String stem(String word) {
    return word.substring(0, Math.min(STEM, word.length()));
  }
}
