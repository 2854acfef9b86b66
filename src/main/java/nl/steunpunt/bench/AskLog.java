package nl.steunpunt.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that PostgreSQL logged between two marks, with their parameters, as a script for
 * pgbench: people and the question become its variables, everything else stays as it was sent.
 */
record AskLog(List<Statement> statements, Numbers numbers) {
  /** What in the log is the asker, the power user and the question. */
  record Numbers(long asker, long helper, long question) {}

  /**
   * @param parameters as the log quotes them, the first for $1; null for what is null
   */
  private record Statement(String sql, List<@Nullable String> parameters) {
    String asScript(Numbers numbers) {
      var parts = new StringBuilder();
      var dollar = DOLLAR.matcher(sql);
      while (dollar.find()) {
        var value = parameters.get(Integer.parseInt(dollar.group(1)) - 1);
        dollar.appendReplacement(
            parts, java.util.regex.Matcher.quoteReplacement(asScript(value, numbers)));
      }
      return dollar.appendTail(parts).toString().strip();
    }

    /** With the types that the driver sent, which a quoted text would leave open. */
    private static String asScript(@Nullable String value, Numbers numbers) {
      if (value == null) {
        return "null";
      }
      if (SECRET.matcher(value).matches()) {
        return "decode(lpad(to_hex(:asker::bigint), 64, '0'), 'hex')";
      }
      if (SNAPSHOT.matcher(value).matches()) {
        return ":in_seen";
      }
      if (PEOPLE.matcher(value).matches()) {
        return List.of(value.substring(1, value.length() - 1).split(",")).stream()
            .map(one -> number(one, numbers))
            .collect(Collectors.joining(", ", "array[", "]::bigint[]"));
      }
      if (NUMBER.matcher(value).matches()) {
        return number(value, numbers) + "::bigint";
      }
      if (MOMENT.matcher(value).matches()) {
        return quoted(value) + "::timestamptz";
      }
      if (value.equals("t") || value.equals("f")) {
        return quoted(value) + "::boolean";
      }
      var question = Long.toString(numbers.question);
      return value.endsWith(question)
          ? "(%s || :id)".formatted(quoted(value.substring(0, value.length() - question.length())))
          : quoted(value);
    }

    private static String number(String value, Numbers numbers) {
      var number = Long.parseLong(value);
      return number == numbers.question
          ? ":id"
          : number == numbers.asker ? ":asker" : number == numbers.helper ? ":helper" : value;
    }

    private static String quoted(String value) {
      return "'" + value.replace("'", "''") + "'";
    }
  }

  private static final Pattern DOLLAR = Pattern.compile("\\$(\\d+)");
  private static final Pattern SECRET = Pattern.compile("\\\\x[0-9a-f]{64}");
  private static final Pattern SNAPSHOT = Pattern.compile("\\d+:\\d+:[\\d,]*");
  private static final Pattern PEOPLE = Pattern.compile("\\{\\d+(,\\d+)*}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:.*");
  private static final Pattern ENTRY =
      Pattern.compile(
          "^\\d{4}-\\S+ \\S+ UTC \\[\\d+] (LOG|DETAIL):  (.*?)(?=\\n\\d{4}-\\S+ \\S+ UTC \\[|\\z)",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern SAID =
      Pattern.compile("(?:statement|execute [^:]+): (.*)", Pattern.DOTALL);
  private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (NULL|'((?:[^']|'')*)')");

  /** What stands between the last two such marks. */
  static AskLog last(String log, String begin, String end, Numbers numbers) {
    var from = log.lastIndexOf(begin);
    var until = log.lastIndexOf(end);
    var found = new ArrayList<Statement>();
    var entry = ENTRY.matcher(log.substring(log.indexOf('\n', from) + 1, until));
    while (entry.find()) {
      var text = entry.group(2);
      if (entry.group(1).equals("DETAIL")) {
        found.set(found.size() - 1, new Statement(found.getLast().sql, parameters(text)));
        continue;
      }
      var said = SAID.matcher(text);
      // Asking whether a connection lives is an empty statement, which pgbench cannot send.
      if (said.matches() && !said.group(1).isBlank()) {
        found.add(new Statement(said.group(1), List.of()));
      }
    }
    // The second mark's own beginning.
    found.removeIf(statement ->
        statement.sql.startsWith("select 'an ask") || statement.sql.startsWith("SET "));
    return new AskLog(found, numbers);
  }

  private static List<@Nullable String> parameters(String detail) {
    var found = new ArrayList<@Nullable String>();
    var parameter = PARAMETER.matcher(detail);
    while (parameter.find()) {
      found.add(parameter.group(2) == null ? null : parameter.group(2).replace("''", "'"));
    }
    return found;
  }

  int size() {
    return statements.size();
  }

  /**
   * The place from which a screen looks for news is read with the first statement, which costs no
   * further one.
   */
  String script(long firstAsker, long lastAsker, long firstHelper, long lastHelper) {
    var script = new StringBuilder();
    script.append("\\set asker random(%d, %d)\n".formatted(firstAsker, lastAsker));
    script.append("\\set helper random(%d, %d)\n".formatted(firstHelper, lastHelper));
    for (int i = 0; i < statements.size(); i++) {
      var sql = statements.get(i).asScript(numbers);
      var isFirst = i == 0;
      script.append(
          isFirst
              ? sql.replaceFirst("(?i)select ", "select pg_current_snapshot()::text as seen, ")
              : sql);
      // pgbench would take id of the first one for the question's.
      script.append(
          isFirst ? " \\gset in_\n" : sql.contains("into support.question") ? " \\gset\n" : ";\n");
    }
    return script.toString();
  }
}
