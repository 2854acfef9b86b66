package nl.steunpunt.support.mailbox;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody wrote in a reply, and below it what it answers. Nothing is thrown away: both
 * together are the mail, and where it is not certain all of it counts as written.
 *
 * @param rest the mails below, and what stands under a signature line; shown folded
 */
record Quoted(String said, String rest) {
  /** "On Tue, Nov 3, 2026 at 10:12 Fatima wrote:", which mail programs break over lines. */
  private static final Pattern WROTE =
      Pattern.compile(
          "(?:On|Op|Am|Le)\\b.{4,300}(?:wrote|schreef|geschreven|schrieb|a écrit)[^\\n]{0,120}:\\s*",
          Pattern.DOTALL);

  private static final Pattern WROTE_BEGINS =
      Pattern.compile("(?:On|Op|Am|Le)\\s+\\S.*\\d.*", Pattern.CASE_INSENSITIVE);

  private static final int WROTE_LINES = 3;

  private static final Pattern ORIGINAL =
      Pattern.compile(
          "\\s*-{2,}\\s*(?:Original Message|Oorspronkelijk bericht|Original-Nachricht|Forwarded message|Doorgestuurd bericht"
              + "|Oorspronkelijke afspraak|Original Appointment)\\s*-{2,}\\s*",
          Pattern.CASE_INSENSITIVE);

  /** The block that Outlook sets above what it answers. */
  private static final Pattern FROM =
      Pattern.compile("[*\\s]*(?:From|Van|Von)\\s*:[*\\s]*\\S.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern SENT =
      Pattern.compile(
          "[*\\s]*(?:Sent|Date|Verzonden|Datum|Gesendet|To|Aan|An)\\s*:[*\\s]*\\S.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RULE = Pattern.compile("\\s*_{10,}\\s*");
  private static final Pattern SIGNATURE = Pattern.compile("-- ?");

  static Quoted in(String text) {
    var lines = text.lines().toList();
    var end = begin(lines);
    var said = String.join("\n", lines.subList(0, end)).strip();
    var rest = String.join("\n", lines.subList(end, lines.size())).strip();
    return said.isEmpty() ? new Quoted(text.strip(), "") : new Quoted(said, rest);
  }

  private static int begin(List<String> lines) {
    for (var at = 0; at < lines.size(); at++) {
      if (isQuotedFrom(lines, at)) {
        return at;
      }
    }
    return lines.size();
  }

  private static boolean isQuotedFrom(List<String> lines, int at) {
    var line = lines.get(at);
    if (ORIGINAL.matcher(line).matches() || SIGNATURE.matcher(line).matches()) {
      return true;
    }
    if (RULE.matcher(line).matches() && at + 1 < lines.size()) {
      return isHeader(lines, next(lines, at + 1));
    }
    if (line.startsWith(">")) {
      return isAllQuoted(lines, at);
    }
    return isHeader(lines, at) || isWrote(lines, at);
  }

  private static boolean isHeader(List<String> lines, int at) {
    return at + 1 < lines.size()
        && FROM.matcher(lines.get(at)).matches()
        && SENT.matcher(lines.get(at + 1)).matches();
  }

  /** What is answered must follow: somebody may write "Op 3 november schreef hij:" themselves. */
  private static boolean isWrote(List<String> lines, int at) {
    if (!WROTE_BEGINS.matcher(lines.get(at)).matches()) {
      return false;
    }
    var introduction = new StringBuilder();
    for (var i = at; i < Math.min(at + WROTE_LINES, lines.size()); i++) {
      introduction.append(lines.get(i)).append('\n');
      if (WROTE.matcher(introduction).matches()) {
        var below = next(lines, i + 1);
        return below < lines.size()
            && lines.get(below).startsWith(">")
            && isAllQuoted(lines, below);
      }
    }
    return false;
  }

  /** Whoever answers between or below the lines has written there too. */
  private static boolean isAllQuoted(List<String> lines, int from) {
    for (var line : lines.subList(from, lines.size())) {
      if (SIGNATURE.matcher(line).matches()) {
        return true;
      }
      if (!line.isBlank() && !line.startsWith(">")) {
        return false;
      }
    }
    return true;
  }

  private static int next(List<String> lines, int from) {
    var at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }
}
