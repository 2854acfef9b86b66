package nl.steunpunt.support.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.Like;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.support.question.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds in the questions I took part in, whatever was said in them, and in the answers I wrote;
 * inflected words too, in Dutch and English. The newest first.
 */
@Repository
public class SearchScreens {
  /** A part of an excerpt; whether it is a word that was sought. */
  public record Piece(String text, boolean isHit) {}

  /**
   * @param status null: a kept answer
   * @param excerpt where it was said; what was sought stands between {@link #OPENS} and {@link
   *     #CLOSES}
   */
  public record Hit(
      String kind, long id, @Nullable Status status, String title, String excerpt, Instant at) {

    public List<Piece> pieces() {
      var pieces = new ArrayList<Piece>();
      var hit = false;
      for (var text : excerpt.split("[" + OPENS + CLOSES + "]")) {
        if (!text.isEmpty()) {
          pieces.add(new Piece(text, hit));
        }
        hit = !hit;
      }
      return pieces;
    }

    String cursor() {
      return at + "_" + kind + "_" + id;
    }
  }

  /**
   * @param next where the page after this one begins; null: there is none
   */
  public record Found(String q, List<Hit> hits, @Nullable String next) {}

  private record After(Instant at, String kind, long id) {
    static Optional<After> parse(String cursor) {
      try {
        var parts = cursor.split("_", 3);
        return parts.length < 3
            ? Optional.empty()
            : Optional.of(new After(Instant.parse(parts[0]), parts[1], Long.parseLong(parts[2])));
      } catch (DateTimeException | NumberFormatException e) {
        return Optional.empty();
      }
    }
  }

  /** Nobody types these: they are for private use. */
  private static final String OPENS = "\uE000";

  private static final String CLOSES = "\uE001";

  private static final String HEADLINE =
      "StartSel=" + OPENS + ", StopSel=" + CLOSES + ", MaxWords=24, MinWords=12";

  private static final int SHOWN = 20;
  private static final int MOST_WORDS = 12;
  private static final int SHORTEST_PART = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{1,60}");
  private static final String FIND = SqlFile.beside(SearchScreens.class, "find.sql");

  private final JdbcClient sql;
  private final ScreenSql screens;

  SearchScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  /**
   * @param after {@code next} of the page before; empty: the first page
   */
  Found find(Me me, String typed, String after) {
    var q = typed.strip();
    var words = WORD.matcher(q).results().limit(MOST_WORDS).map(MatchResult::group).toList();
    if (words.isEmpty()) {
      return new Found(q, List.of(), null);
    }
    var from = After.parse(after).orElse(null);
    var statement =
        sql.sql(FIND)
            .param("words", words.toArray(String[]::new))
            .param("part", part(q))
            .param("me", me.id())
            .param("at", from == null ? null : from.at)
            .param("kind", from == null ? "" : from.kind)
            .param("id", from == null ? 0L : from.id)
            .param("headline", HEADLINE)
            .param("rows", SHOWN + 1);
    var hits = screens.list(statement, Hit.class);
    return hits.size() > SHOWN
        ? new Found(q, hits.subList(0, SHOWN), hits.get(SHOWN - 1).cursor())
        : new Found(q, hits, null);
  }

  /** The database refuses the character 0 in a text; what is short is in everything. */
  private static @Nullable String part(String q) {
    return q.length() < SHORTEST_PART || q.indexOf(0) >= 0 ? null : Like.containing(q);
  }
}
