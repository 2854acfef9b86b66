package nl.steunpunt.platform.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** How wide words are, where a line ends, and how large they can be. All in millimetres. */
final class Lettering {
  /** Sizes go down by this much until the words fit. */
  private static final double STEP = 0.97;

  private final Map<Face, PDType0Font> fonts;

  Lettering(Map<Face, PDType0Font> fonts) {
    this.fonts = fonts;
  }

  PDType0Font font(Face face) {
    var font = fonts.get(face);
    if (font == null) {
      throw new IllegalStateException(face + " is not loaded");
    }
    return font;
  }

  /** Large letters stand closer together; small ones as they were drawn. */
  static double tracking(Face face) {
    return face == Face.HEAVY ? -0.025 : 0;
  }

  double width(Face face, String words, double size) {
    try {
      var letters = words.codePointCount(0, words.length());
      return size * (font(face).getStringWidth(words) / 1000 + tracking(face) * letters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the font has not becomes a sign: one such letter would stop the whole sheet. */
  String printable(Face face, String words) {
    var clean = new StringBuilder();
    words
        .replaceAll("[\\s\\p{Z}&&[^\u00a0]]+", " ")
        .codePoints()
        .filter(letter -> !isInvisible(letter))
        .forEach(letter -> clean.appendCodePoint(has(face, letter) ? letter : '?'));
    return clean.toString().strip();
  }

  static boolean isInvisible(int letter) {
    var type = Character.getType(letter);
    return type == Character.FORMAT || type == Character.CONTROL || type == Character.SURROGATE;
  }

  private boolean has(Face face, int letter) {
    try {
      font(face).encode(Character.toString(letter));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines no wider than this; a word that is wider is broken. */
  List<String> lines(Face face, String words, double size, double width) {
    var lines = new ArrayList<String>();
    var line = "";
    for (var word : words.split(" ")) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (width(face, longer, size) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (width(face, line, size) > width && line.length() > 1) {
        var end = line.length() - 1;
        while (end > 1 && width(face, line.substring(0, end), size) > width) {
          end--;
        }
        lines.add(line.substring(0, end));
        line = line.substring(end);
      }
    }
    lines.add(line);
    return lines;
  }

  /** The largest size at which these fit, with no word broken if that can be. */
  double fit(Face face, List<String> texts, Sheet.Room room, double most, double least) {
    for (var size = most; size > least; size *= STEP) {
      var all = 0;
      for (var text : texts) {
        all += lines(face, text, size, room.width()).size();
      }
      var gaps = (texts.size() - 1) * room.gap() * size;
      if (all * room.leading() * size + gaps <= room.height()
          && wholeWords(face, texts, size, room.width())) {
        return size;
      }
    }
    return least;
  }

  private boolean wholeWords(Face face, List<String> texts, double size, double width) {
    return texts.stream()
        .flatMap(text -> List.of(text.split(" ")).stream())
        .allMatch(word -> width(face, word, size) <= width);
  }
}
