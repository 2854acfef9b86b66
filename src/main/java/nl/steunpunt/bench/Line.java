package nl.steunpunt.bench;

import java.util.Locale;

/**
 * A row of the table.
 *
 * @param reached false: less than it must
 */
record Line(
    String what, String must, String seen, boolean reached, String processor, String kilobytes) {
  static final String HEAD =
      """
      | what | must reach | seen | | processor ms each: server + database + client | kB each |
      | --- | --- | --- | --- | --- | --- |
      """;

  static Line plain(String what, String must, String seen, boolean reached) {
    return new Line(what, must, seen, reached, "", "");
  }

  String text() {
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(what, must, seen, reached ? "yes" : "**no**", processor, kilobytes);
  }

  static String kilobytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1000);
  }
}
