package nl.steunpunt.support.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Makes words of a text, the same way for what is found and for what is typed. */
@Component
class Analyser {

  /** What lies beyond tells little more, and costs. */
  static final int LONGEST_TEXT = 4_000;

  private static final int LONGEST_WORD = 40;
  private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’`](?=\\p{L})");
  private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{N}]+");

  /** What Dutch verbs leave at the end of a sentence: "stuurt de klant alles terug". */
  private static final Set<String> PARTICLES =
      Set.of(
          "aan", "af", "dicht", "door", "goed", "in", "open", "op", "over", "terug", "uit", "weg");

  private static final int PARTICLE_REACH = 5;

  private final Lexicon lexicon = new Lexicon();

  Lexicon lexicon() {
    return lexicon;
  }

  List<Word> words(String text) {
    var plain = plainWords(text);
    var stems = plain.stream().map(Stem::of).toList();
    var words = new ArrayList<Word>();
    for (int i = 0; i < plain.size(); i++) {
      var phrase = lexicon.phrase(stems, i);
      if (phrase > 0) {
        var groups = lexicon.groups(String.join(" ", stems.subList(i, i + phrase)));
        words.add(
            new Word(String.join(" ", plain.subList(i, i + phrase)), "", groups, List.of(), true));
      }
      if (!lexicon.saysNothing(plain.get(i))) {
        words.add(word(plain.get(i), stems.get(i)));
      }
      if (PARTICLES.contains(plain.get(i))) {
        verbBefore(plain, i).ifPresent(words::add);
      }
    }
    return words;
  }

  private Optional<Word> verbBefore(List<String> plain, int particle) {
    return plain.subList(Math.max(0, particle - PARTICLE_REACH), particle).reversed().stream()
        .map(verb -> plain.get(particle) + verb)
        .filter(whole -> !lexicon.groups(Stem.of(whole)).isEmpty())
        .findFirst()
        .map(whole -> word(whole, Stem.of(whole)));
  }

  private Word word(String plain, String stem) {
    var groups = lexicon.groups(stem);
    var whole = lexicon.split(plain);
    var parts = whole.isEmpty() ? lexicon.splitPartly(plain) : whole;
    return new Word(
        plain,
        stem,
        groups,
        parts.stream().map(this::part).toList(),
        !groups.isEmpty() || !whole.isEmpty());
  }

  private Word part(String stem) {
    return new Word(stem, stem, lexicon.groups(stem), List.of(), true);
  }

  static List<String> plainWords(String text) {
    var start = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    var plain = APOSTROPHE.matcher(Stem.plain(start)).replaceAll("");
    return RUN.matcher(plain).results().map(run -> run.group()).map(Analyser::shortened).toList();
  }

  /** Never between the halves of one character: the database refuses half a one. */
  private static String shortened(String word) {
    return word.codePointCount(0, word.length()) > LONGEST_WORD
        ? word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD))
        : word;
  }
}
