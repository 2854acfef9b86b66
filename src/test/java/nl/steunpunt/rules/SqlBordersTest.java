package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Another module's tables are off limits, but for its published views; and time is a parameter. */
class SqlBordersTest {
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:from|join|into|update|table|only|using)\\s+(?:only\\s+)?"
              + "(platform|people|network|notify|support|issues|helpdesk|demo)\\.(\\w+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\bnow\\(\\)|\\bcurrent_(timestamp|date)\\b|\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime)\\.now\\(|System\\.currentTimeMillis");

  private static final Pattern UNCLOSED =
      Pattern.compile("\\.query\\([\\w.:]*\\)\\s*\\.stream\\(\\)");

  /** No part of the product: see its package. */
  private static final String FILLS_A_DATABASE_OF_ITS_OWN = "bench";

  private static List<String> trespassing(List<Source> sources) {
    var broken = new ArrayList<String>();
    for (var source : sources) {
      if (source.module().equals(FILLS_A_DATABASE_OF_ITS_OWN)) {
        continue;
      }
      var tables = TABLE.matcher(source.text());
      while (tables.find()) {
        var owner = tables.group(1).toLowerCase(java.util.Locale.ROOT);
        var table = tables.group(2);
        if (!owner.equals(source.module()) && !table.startsWith("pub_")) {
          broken.add(source.path() + " uses " + owner + "." + table);
        } else if (!owner.equals(source.module())
            && !Source.allowedTo(source.module()).contains(owner)) {
          broken.add(source.path() + " may not know " + owner);
        }
      }
    }
    return broken;
  }

  @Test
  void noModuleReadsAnothersTables() {
    var all = new ArrayList<>(Source.all(".java"));
    all.addAll(Source.all(".sql"));
    assertThat(trespassing(all)).isEmpty();
    assertThat(
            trespassing(
                List.of(
                    new Source("support/X.java", "select 1 from people.person"),
                    new Source("support/Y.java", "join people.pub_person p"),
                    new Source("people/Z.sql", "join support.pub_question"))))
        .containsExactly("support/X.java uses people.person", "people/Z.sql may not know support");
  }

  private static List<String> readingTheClock(List<Source> sources) {
    return sources.stream()
        .filter(source -> !source.path().startsWith("platform/time/"))
        .filter(source -> CLOCK.matcher(withoutComments(source.text())).find())
        .map(Source::path)
        .toList();
  }

  @Test
  void timeComesFromTheOneClock() {
    var all = new ArrayList<>(Source.all(".java"));
    all.addAll(Source.all(".sql"));
    assertThat(readingTheClock(all)).isEmpty();
    assertThat(
            readingTheClock(
                List.of(
                    new Source("support/X.java", "var at = Instant.now();"),
                    new Source("support/x.sql", "where at < now()"))))
        .hasSize(2);
  }

  private static List<String> keepingConnections(List<Source> sources) {
    return sources.stream()
        .filter(source -> UNCLOSED.matcher(source.text()).find())
        .map(Source::path)
        .toList();
  }

  /**
   * Such a stream holds its connection until it is closed, and sixteen of them stop the product.
   */
  @Test
  void rowsAreReadAsAList() {
    assertThat(keepingConnections(Source.all(".java"))).isEmpty();
    assertThat(
            keepingConnections(
                List.of(
                    new Source("support/X.java", ".query(Row.class)\n        .stream()"),
                    new Source("support/Y.java", ".query(Row.class).list().stream()"))))
        .containsExactly("support/X.java");
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?m)^\\s*(//|\\*|/\\*|--).*$", "");
  }
}
