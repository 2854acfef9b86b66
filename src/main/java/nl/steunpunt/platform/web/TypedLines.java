package nl.steunpunt.platform.web;

import java.util.List;

/** A field in which several of a kind are typed, one on each line. */
public final class TypedLines {
  private static final int SHOWN = 60;

  private TypedLines() {}

  /** Each once, without the empty ones. */
  public static List<String> of(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }

  /** For the sentence that says what is wrong with it. */
  public static String shortened(String line) {
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
