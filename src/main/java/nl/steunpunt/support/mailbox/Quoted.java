package nl.steunpunt.support.mailbox;

import java.util.BitSet;
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

  /** What introduces a quote is short: a line without an end must not keep us. */
  private static final int HEAD = 300;

  static Quoted in(String text) {
    var lines = text.lines().toList();
    var end = new Reading(lines).begin();
    var said = String.join("\n", lines.subList(0, end)).strip();
    var rest = String.join("\n", lines.subList(end, lines.size())).strip();
    return said.isEmpty() ? new Quoted(text.strip(), "") : new Quoted(said, rest);
  }

  private static final class Reading {
    private final List<String> lines;

    /** By line: whoever answers between or below the lines has written there too. */
    private final BitSet quotedToEnd = new BitSet();

    Reading(List<String> whole) {
      lines =
          whole.stream()
              .map(line -> line.length() > HEAD ? line.substring(0, HEAD) : line)
              .toList();
      quotedToEnd.set(lines.size());
      for (var at = lines.size() - 1; at >= 0; at--) {
        var line = lines.get(at);
        quotedToEnd.set(
            at,
            SIGNATURE.matcher(line).matches()
                || (line.isBlank() || line.startsWith(">")) && quotedToEnd.get(at + 1));
      }
    }

    int begin() {
      for (var at = 0; at < lines.size(); at++) {
        if (isQuotedFrom(at)) {
          return at;
        }
      }
      return lines.size();
    }

    private boolean isQuotedFrom(int at) {
      var line = lines.get(at);
      if (ORIGINAL.matcher(line).matches() || SIGNATURE.matcher(line).matches()) {
        return true;
      }
      if (RULE.matcher(line).matches() && at + 1 < lines.size()) {
        return isHeader(next(at + 1));
      }
      if (line.startsWith(">")) {
        return quotedToEnd.get(at);
      }
      return isHeader(at) || isWrote(at);
    }

    private boolean isHeader(int at) {
      return at + 1 < lines.size()
          && FROM.matcher(lines.get(at)).matches()
          && SENT.matcher(lines.get(at + 1)).matches();
    }

    /** What is answered must follow: somebody may write "Op 3 november schreef hij:" themselves. */
    private boolean isWrote(int at) {
      if (!WROTE_BEGINS.matcher(lines.get(at)).matches()) {
        return false;
      }
      var introduction = new StringBuilder();
      for (var i = at; i < Math.min(at + WROTE_LINES, lines.size()); i++) {
        introduction.append(lines.get(i)).append('\n');
        if (WROTE.matcher(introduction).matches()) {
          var below = next(i + 1);
          return below < lines.size() && lines.get(below).startsWith(">") && quotedToEnd.get(below);
        }
      }
      return false;
    }

    private int next(int from) {
      var at = from;
      while (at < lines.size() && lines.get(at).isBlank()) {
        at++;
      }
      return at;
    }
  }
}
