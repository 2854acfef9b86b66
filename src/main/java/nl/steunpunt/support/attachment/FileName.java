package nl.steunpunt.support.attachment;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name an attachment keeps: safe to show, to put in a header and to save under on any system.
 */
final class FileName {
  /**
   * Code points, without the extension: with four bytes each it fits the 255 bytes of a file
   * system.
   */
  private static final int MAX_STEM = 60;

  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

  /** Control, format (direction marks turn "fdp.exe" around), private, unassigned; line ends. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private static final Pattern SPACES = Pattern.compile("\\s+|\\p{Zs}+");
  private static final Pattern REFUSED_BY_WINDOWS = Pattern.compile("[<>:\"|?*]");
  private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

  private FileName() {}

  /** The name as sent, with the extension of what it really is. */
  static String clean(String sent, Format format) {
    var name = Normalizer.normalize(sent, Normalizer.Form.NFC);
    name = FOLDERS.matcher(name).replaceFirst("");
    name = UNSEEN.matcher(name).replaceAll("");
    name = SPACES.matcher(name).replaceAll(" ");
    name = REFUSED_BY_WINDOWS.matcher(name).replaceAll("_");
    name = EDGES.matcher(name).replaceAll("");
    var kept = format.extensions.getFirst();
    var extension = extension(name);
    if (Arrays.stream(Format.values()).anyMatch(any -> any.extensions.contains(extension))) {
      name = name.substring(0, name.length() - extension.length() - 1);
      kept = format.extensions.contains(extension) ? extension : kept;
    }
    var stem =
        name.codePoints()
            .limit(MAX_STEM)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    stem = EDGES.matcher(stem).replaceAll("");
    if (stem.isEmpty() || DEVICE.matcher(stem).matches()) {
      stem = "_" + stem;
    }
    return stem + "." + kept;
  }

  /** In lower case and without the dot; empty when there is none. */
  static String extension(String name) {
    return name.indexOf('.') < 0
        ? ""
        : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
