package nl.steunpunt.support.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.support.Suggestion;
import nl.steunpunt.support.SuggestionKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ranks what has the terms that are looked for: rare terms and titles count most, and so does how
 * much of what was typed it has. One statement, whose cost is bounded by {@link #READ}, not by the
 * number of suggestions.
 */
@Component
class Finding {

  private static final int SHORTEST = 3;

  /** A whole question has no more words than this that tell what it is about. */
  private static final int MOST_THINGS = 24;

  /** How many entries of the index are read to find candidates: the rarest terms first. */
  private static final int READ = 8_000;

  private static final int READ_OF_ONE_TERM = 2_000;
  private static final int CANDIDATES = 100;
  private static final double COVER = 0.8;

  /**
   * What fits up to this much less still counts as an equal, and stands behind one's own language.
   * More costs: half of the right answers that are measured are in the other language than the
   * question.
   */
  private static final double READERS_LANGUAGE = 1.005;

  /** So many that fit less may still come forward for their language. */
  private static final int BEHIND = 5;

  private static final String FIND = SqlFile.beside(Finding.class, "find.sql");

  private final JdbcClient sql;
  private final Reading reading;

  Finding(JdbcClient sql, Reading reading) {
    this.sql = sql;
    this.reading = reading;
  }

  /** A term of the thing of that number, its weight with how rare it is, how many of it to read. */
  private record Asked(int thing, String term, double weight, int take) {}

  private record Row(
      SuggestionKind kind,
      long refId,
      @Nullable TopicId topicId,
      String title,
      String text,
      double score,
      List<Integer> things) {}

  List<Suggestion> find(String typed, @Nullable SystemId system, String language, int limit) {
    if (typed.codePoints().filter(Character::isLetterOrDigit).limit(SHORTEST).count() < SHORTEST) {
      return List.of();
    }
    var read = reading.read(typed.strip());
    var rarity = new Rarity(read.frequencies());
    var things =
        read.sought().stream()
            .filter(thing -> rarity.told(thing) > 0)
            .sorted(Comparator.comparingDouble(rarity::told).reversed())
            .limit(MOST_THINGS)
            .toList();
    if (things.isEmpty()) {
      return List.of();
    }
    return rows(things, rarity, system, limit + BEHIND).stream()
        .map(row -> suggestion(row, things, language))
        .sorted(Comparator.comparingDouble(Suggestion::score).reversed())
        .limit(limit)
        .toList();
  }

  private List<Row> rows(List<Sought> things, Rarity rarity, @Nullable SystemId system, int limit) {
    var asked = asked(things, rarity);
    var all = things.stream().mapToDouble(rarity::told).sum();
    return sql.sql(FIND)
        .param("things", asked.stream().map(Asked::thing).toArray(Integer[]::new))
        .param("terms", asked.stream().map(Asked::term).toArray(String[]::new))
        .param("weights", asked.stream().map(Asked::weight).toArray(Double[]::new))
        .param("takes", asked.stream().map(Asked::take).toArray(Integer[]::new))
        .param(
            "shares", things.stream().map(thing -> rarity.told(thing) / all).toArray(Double[]::new))
        .param("system", system)
        .param("candidates", Math.max(CANDIDATES, limit))
        .param("cover", COVER)
        .param("limit", limit)
        .query(Row.class)
        .list();
  }

  private static List<Asked> asked(List<Sought> things, Rarity rarity) {
    var asked = new ArrayList<Asked>();
    for (int i = 0; i < things.size(); i++) {
      var thing = things.get(i);
      for (var term : thing.terms().entrySet()) {
        if (rarity.known(term.getKey())) {
          var weight = rarity.told(thing) * term.getValue();
          asked.add(new Asked(i, term.getKey(), weight, rarity.frequency(term.getKey())));
        }
      }
    }
    asked.sort(Comparator.comparingInt(Asked::take));
    var left = READ;
    for (int i = 0; i < asked.size(); i++) {
      var one = asked.get(i);
      var take = Math.min(Math.min(one.take, READ_OF_ONE_TERM), left);
      left -= take;
      asked.set(i, new Asked(one.thing, one.term, one.weight, take));
    }
    return asked;
  }

  private static Suggestion suggestion(Row row, List<Sought> things, String language) {
    var isReaders = Tongue.of(row.title + " " + row.text).equals(language);
    return new Suggestion(
        row.kind,
        row.refId,
        row.topicId,
        row.title,
        excerpt(row.text),
        isReaders ? row.score * READERS_LANGUAGE : row.score,
        row.things.stream().sorted().map(thing -> things.get(thing).typed()).distinct().toList());
  }

  private static String excerpt(String text) {
    if (text.length() <= Suggestion.EXCERPT) {
      return text;
    }
    var end = text.lastIndexOf(' ', Suggestion.EXCERPT - 2);
    return text.substring(0, end > 0 ? end : Suggestion.EXCERPT - 2) + " …";
  }
}
