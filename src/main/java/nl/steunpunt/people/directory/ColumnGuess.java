package nl.steunpunt.people.directory;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Which header holds what, as well as can be told from its name. Two headers of the same name are
 * both guessed, so that the mapping says they are doubled: a silent choice could import the private
 * address instead of the one at work.
 */
final class ColumnGuess {

  static ColumnMapping of(List<String> headers) {
    var guess = new LinkedHashMap<String, Column>();
    for (var column : Column.values()) {
      var words = likeliest(headers, column);
      for (var header : headers) {
        if (words.contains(bare(header))) {
          guess.put(header, column);
        }
      }
    }
    return new ColumnMapping(guess);
  }

  /** The word that the headers have for the whole value; the parts when they have none. */
  private static List<String> likeliest(List<String> headers, Column column) {
    var bare = headers.stream().map(ColumnGuess::bare).toList();
    return column.words.stream()
        .filter(bare::contains)
        .findFirst()
        .map(List::of)
        .orElse(column.parts);
  }

  /** "E-mailadres" and "e mail adres (2)" are one word. */
  static String bare(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceFirst(" \\(\\d+\\)$", "")
        .replaceAll("[^a-z0-9]", "");
  }

  private ColumnGuess() {}
}
