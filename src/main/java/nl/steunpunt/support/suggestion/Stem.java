package nl.steunpunt.support.suggestion;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a word without its inflection and the ways in which it is misspelled, the same
 * for Dutch and English: colleagues mix them in one sentence, and a few words are too short to tell
 * which language they are. A stem need not be a word; it must only be the same for words that
 * belong together (boeken, geboekt, boeking; invoice, invoices, invoicing) and short of too much
 * else.
 */
final class Stem {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DOUBLE = Pattern.compile("(\\p{L})\\1+");
  // factuur or faktuur, account or akkount; ch, ce and ci sound otherwise.
  private static final Pattern C_AS_K = Pattern.compile("ck|c(?![heiy])");
  private static final Pattern PARTICIPLE =
      Pattern.compile(
          "^(aan|af|bij|dicht|door|goed|in|mee|na|om|op|over|samen|terug|toe|uit|vast|voor|weg)?"
              + "ge([^aeiou].{3,})$");
  private static final Pattern VOWEL = Pattern.compile("[aeiouy]");

  private record Ending(String letters, int leaves) {}

  private static final Ending[] ENDINGS = {
    new Ending("tjes", 3),
    new Ending("tje", 3),
    new Ending("jes", 3),
    new Ending("je", 3),
    new Ending("en", 3),
    new Ending("ing", 3),
    new Ending("ed", 3),
    new Ending("er", 5),
    new Ending("s", 3),
    new Ending("e", 3),
  };

  private Stem() {}

  /** Lower case, without accents. */
  static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT))
        .replaceAll("");
  }

  /** A plain word without what is most often misspelled: double letters, c or k. */
  static String fold(String plain) {
    if (plain.length() <= 3) {
      return plain;
    }
    return DOUBLE.matcher(C_AS_K.matcher(plain).replaceAll("k")).replaceAll("$1");
  }

  static String of(String plain) {
    // First the participle: folding would make "an" of "aan".
    var stem = fold(PARTICIPLE.matcher(plain).replaceFirst("$1$2"));
    if (stem.length() <= 3 || Character.isDigit(stem.charAt(0))) {
      return stem;
    }
    for (var shorter = shorten(stem); !shorter.equals(stem); shorter = shorten(stem)) {
      stem = shorter;
    }
    return lastSound(stem);
  }

  private static String shorten(String stem) {
    for (var ending : ENDINGS) {
      if (stem.endsWith(ending.letters)) {
        var left = stem.substring(0, stem.length() - ending.letters.length());
        if (left.length() >= ending.leaves && VOWEL.matcher(left).find()) {
          return left;
        }
      }
    }
    var last = stem.length() - 1;
    // werkt, gewerkt, aangevraagt; also where it belongs to the word, but then always.
    var dental = stem.charAt(last) == 'd' || stem.charAt(last) == 't';
    if (dental && last >= 3 && "aeiouy".indexOf(stem.charAt(last - 1)) < 0) {
      return stem.substring(0, last);
    }
    return stem;
  }

  /** brieven and brief, prijzen and prijs (which has lost its s), companies and company. */
  private static String lastSound(String stem) {
    var last = stem.length() - 1;
    var before = stem.substring(0, last);
    return switch (stem.charAt(last)) {
      case 'v' -> before + "f";
      case 'y' -> before + "i";
      case 'z' -> last >= 3 ? before : before + "s";
      default -> stem;
    };
  }
}
