package nl.steunpunt.platform.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One text of a room. Most have no arguments, or words to put in as they are; a page has hundreds
 * of those, and {@link MessageFormat}, which numbers and plurals need, costs microseconds each.
 */
final class Text {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

  private final MessageFormat format;

  /** What stands before, between and after the arguments; null: it takes the format. */
  private final String @Nullable [] pieces;

  private final int[] arguments;

  Text(String pattern, Locale language) {
    format = new MessageFormat(pattern, language);
    arguments =
        ARGUMENT
            .matcher(pattern)
            .results()
            .mapToInt(found -> Integer.parseInt(found.group(1)))
            .toArray();
    var between = ARGUMENT.split(pattern, -1);
    pieces = isPlain(between) ? between : null;
  }

  String fill(@Nullable Object... values) {
    if (pieces == null || !areWords(values)) {
      // MessageFormat is not safe for threads that share it; a clone is cheaper than parsing.
      return ((MessageFormat) format.clone()).format(values);
    }
    if (arguments.length == 0) {
      return pieces[0];
    }
    var filled = new StringBuilder(pieces[0]);
    for (var i = 0; i < arguments.length; i++) {
      filled.append(values[arguments[i]]).append(pieces[i + 1]);
    }
    return filled.toString();
  }

  private boolean areWords(@Nullable Object[] values) {
    for (var argument : arguments) {
      if (argument >= values.length || !(values[argument] instanceof String)) {
        return false;
      }
    }
    return true;
  }

  /** Quotes and choices mean something to the format. */
  private static boolean isPlain(String[] pieces) {
    for (var piece : pieces) {
      if (piece.indexOf('\'') >= 0 || piece.indexOf('{') >= 0 || piece.indexOf('}') >= 0) {
        return false;
      }
    }
    return true;
  }
}
