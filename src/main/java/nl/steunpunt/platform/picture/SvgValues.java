package nl.steunpunt.platform.picture;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.steunpunt.platform.web.Refusal;

/** Which attributes of an SVG are kept, and what may stand in them. */
final class SvgValues {
  static final Set<String> MEASURES =
      Set.of("x", "y", "width", "height", "viewBox", "preserveAspectRatio");

  private static final Set<String> GEOMETRY =
      Set.of(
          "x",
          "y",
          "x1",
          "y1",
          "x2",
          "y2",
          "cx",
          "cy",
          "r",
          "rx",
          "ry",
          "fx",
          "fy",
          "dx",
          "dy",
          "width",
          "height",
          "d",
          "points",
          "transform",
          "rotate",
          "offset",
          "gradientUnits",
          "gradientTransform",
          "spreadMethod",
          "clipPathUnits",
          "textLength",
          "lengthAdjust");

  /** May stand in a style as well. */
  static final Set<String> LOOKS =
      Set.of(
          "fill",
          "fill-opacity",
          "fill-rule",
          "clip-rule",
          "clip-path",
          "stroke",
          "stroke-width",
          "stroke-opacity",
          "stroke-linecap",
          "stroke-linejoin",
          "stroke-miterlimit",
          "stroke-dasharray",
          "stroke-dashoffset",
          "opacity",
          "color",
          "display",
          "visibility",
          "stop-color",
          "stop-opacity",
          "font-size",
          "font-family",
          "font-weight",
          "font-style",
          "text-anchor",
          "dominant-baseline",
          "letter-spacing",
          "word-spacing",
          "paint-order");

  private static final Pattern ID = Pattern.compile("[\\w.:-]{1,100}");
  private static final Pattern LOCAL = Pattern.compile("#[\\w.:-]{1,100}");
  private static final Pattern LOCAL_PAINT =
      Pattern.compile("url\\(\\s*['\"]?#[\\w.:-]{1,100}['\"]?\\s*\\)(\\s+[\\w#]{1,30})?");
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\d\\s.,#%()+'\"_-]*");
  private static final Set<String> CALLS =
      Set.of(
          "rgb", "rgba", "hsl", "hsla", "translate", "scale", "rotate", "matrix", "skewx", "skewy");

  /** Reaches outside the file, in whatever words. */
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "url\\s*\\((?!\\s*['\"]?\\s*#)|@import|expression\\s*\\(|behavior\\s*:|-moz-binding|(java|vb|live)script\\s*:",
          Pattern.CASE_INSENSITIVE);

  private SvgValues() {}

  /** A picture within the file is no way out: it is only left out. */
  static void requireInside(String address) {
    var plain = address.strip().toLowerCase(Locale.ROOT);
    if (!plain.startsWith("#") && !plain.startsWith("data:image/") && !plain.isEmpty()) {
      throw Refusal.of("picture.svg.outside");
    }
  }

  static void requireHarmless(String value) {
    // An escape of CSS spells any of these words in another way.
    if (OUTSIDE.matcher(withoutComments(value)).find()
        || value.indexOf('\\') >= 0 && value.contains("(")) {
      throw Refusal.of("picture.svg.outside");
    }
  }

  static boolean isKept(String name, String value) {
    if (name.equals("id")) {
      return ID.matcher(value).matches();
    }
    if (name.equals("href")) {
      return LOCAL.matcher(value.strip()).matches();
    }
    if (!GEOMETRY.contains(name) && !LOOKS.contains(name) && !MEASURES.contains(name)) {
      return false;
    }
    if (LOCAL_PAINT.matcher(value.strip()).matches()) {
      return LOOKS.contains(name);
    }
    return PLAIN.matcher(value).matches() && callsOnlyKnown(value);
  }

  /**
   * By hand, as are comments and rules: a pattern begins anew at each character, and a file of two
   * megabytes without what it looks for would take it hours.
   */
  private static boolean callsOnlyKnown(String value) {
    for (int open = value.indexOf('('); open >= 0; open = value.indexOf('(', open + 1)) {
      int end = open;
      while (end > 0 && Character.isWhitespace(value.charAt(end - 1))) {
        end--;
      }
      int begin = end;
      while (begin > 0 && isOfName(value.charAt(begin - 1))) {
        begin--;
      }
      if (!CALLS.contains(value.substring(begin, end).toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfName(char one) {
    return !Character.isWhitespace(one) && "(),".indexOf(one) < 0;
  }

  /** One that is never closed stays. */
  static String withoutComments(String style) {
    var plain = new StringBuilder();
    int from = 0;
    for (int open = style.indexOf("/*"); open >= 0; open = style.indexOf("/*", from)) {
      int close = style.indexOf("*/", open + 2);
      if (close < 0) {
        break;
      }
      plain.append(style, from, open);
      from = close + 2;
    }
    return plain.append(style, from, style.length()).toString();
  }
}
