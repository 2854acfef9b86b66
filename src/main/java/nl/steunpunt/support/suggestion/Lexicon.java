package nl.steunpunt.support.suggestion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of words beforehand, from the readable files beside this class: which say nothing,
 * which mean the same, which stand inside compounds. It never changes while the product runs.
 */
final class Lexicon {

  /** Marks the term of a group, so that it is never taken for a word. */
  private static final String GROUP = "=";

  private static final int LONGEST_PHRASE = 4;
  private static final int SHORTEST_PART = 3;
  private static final int LONG_PART = 5;
  private static final List<String> LINKS = List.of("", "s", "en", "e", "n");

  private final Set<String> stopWords = new HashSet<>();
  private final Set<String> parts = new HashSet<>();
  private final Map<String, Set<String>> groups =
      new HashMap<>(); // by stem, or by stems of a phrase
  private final Map<String, Set<String>> near = new HashMap<>();
  private final int version;

  Lexicon() {
    var synonyms = lines("synonyms.txt");
    var words = lines("parts.txt");
    var stop = lines("stopwords.txt");
    stop.forEach(line -> stopWords.addAll(List.of(line.split(" "))));
    words.forEach(line -> Arrays.stream(line.split(" ")).map(Stem::of).forEach(parts::add));
    synonyms.forEach(this::group);
    version = List.of(synonyms, words, stop).hashCode();
  }

  /** Differs when a file does. */
  int version() {
    return version;
  }

  boolean saysNothing(String plain) {
    return stopWords.contains(plain);
  }

  /** The groups of a word, or of a phrase whose stems are joined by a space. */
  Set<String> groups(String stem) {
    return groups.getOrDefault(stem, Set.of());
  }

  Set<String> near(String group) {
    return near.getOrDefault(group, Set.of());
  }

  Collection<String> stems() {
    return groups.keySet();
  }

  /** How many of the stems from here on make the longest known phrase; 0 or at least 2. */
  int phrase(List<String> stems, int from) {
    for (int length = Math.min(LONGEST_PHRASE, stems.size() - from); length > 1; length--) {
      if (groups.containsKey(String.join(" ", stems.subList(from, from + length)))) {
        return length;
      }
    }
    return 0;
  }

  /** The stems of the words that a compound is made of, or nothing if it is not one we know. */
  List<String> split(String plain) {
    if (plain.length() < 2 * SHORTEST_PART || knows(Stem.of(plain))) {
      return List.of();
    }
    return Objects.requireNonNullElse(pieces(plain, 3), List.of());
  }

  /**
   * The one word that we do know at the end or at the beginning: kilometer in kilometervergoeding.
   */
  List<String> splitPartly(String plain) {
    if (plain.length() < LONG_PART + SHORTEST_PART + 1 || knows(Stem.of(plain))) {
      return List.of();
    }
    for (int length = plain.length() - SHORTEST_PART - 1; length >= LONG_PART; length--) {
      var end = Stem.of(plain.substring(plain.length() - length));
      if (groups.containsKey(end)) {
        return List.of(end);
      }
      var beginning = first(plain.substring(0, length));
      if (beginning != null && groups.containsKey(beginning)) {
        return List.of(beginning);
      }
    }
    return List.of();
  }

  private @Nullable List<String> pieces(String plain, int most) {
    for (int at = plain.length() - SHORTEST_PART; at >= SHORTEST_PART; at--) {
      var first = first(plain.substring(0, at));
      if (first == null) {
        continue;
      }
      var rest = plain.substring(at);
      if (knows(Stem.of(rest))) {
        return List.of(first, Stem.of(rest));
      }
      var more = most > 2 ? pieces(rest, most - 1) : null;
      if (more != null) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(more);
        return all;
      }
    }
    return null;
  }

  private @Nullable String first(String piece) {
    for (var link : LINKS) {
      if (piece.endsWith(link)) {
        var word = piece.substring(0, piece.length() - link.length());
        if (word.length() >= SHORTEST_PART && knows(Stem.of(word))) {
          return Stem.of(word);
        }
      }
    }
    return null;
  }

  private boolean knows(String stem) {
    return groups.containsKey(stem) || parts.contains(stem);
  }

  private void group(String line) {
    var sides = line.split("~");
    var words = sides[0].split(",");
    var name = GROUP + words[0].strip();
    for (var word : words) {
      groups.computeIfAbsent(stems(word), _ -> new LinkedHashSet<>()).add(name);
    }
    if (sides.length > 1) {
      for (var other : sides[1].split(",")) {
        near.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(GROUP + other.strip());
      }
    }
  }

  private static String stems(String words) {
    return Arrays.stream(words.strip().split("[ -]+"))
        .map(word -> Stem.of(Stem.plain(word)))
        .collect(Collectors.joining(" "));
  }

  private static List<String> lines(String file) {
    var found = Objects.requireNonNull(Lexicon.class.getResourceAsStream(file), file);
    try (var reader = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
