package nl.steunpunt.mutation;

import java.nio.file.Path;

/**
 * A source file with one place changed.
 *
 * @param line of that place, from 1
 */
record Mutant(Path file, long line, String was, String becomes, String source) {
  private static final int BRIEF = 70;

  String text() {
    return "| `%s` %d | `%s` | `%s` |"
        .formatted(file.getFileName(), line, brief(was), brief(becomes));
  }

  private static String brief(String code) {
    var line = code.replaceAll("\\s+", " ").replace("|", "\\|");
    return line.length() <= BRIEF ? line : "… " + line.substring(line.length() - BRIEF);
  }
}
