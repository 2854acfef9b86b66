package nl.steunpunt.issues.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.steunpunt.platform.db.Like;

/**
 * What is looked for in the register: each of its words, as it stands there, its beginning, or by
 * its Dutch or English stem; or the whole as a part of a title; or a number.
 */
final class Words {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Of a longer text the first ones tell enough. */
  private static final int MOST = 12;

  /** Words from here on may hold an error: of shorter ones too many look alike. */
  private static final int LONG = 4;

  /** A number that went into another issue means that one. */
  private static final String MEANT =
      """
      with recursive meant (id, merged_into) as (
        select id, merged_into from issues.issue where id = :number
        union all
        select n.id, n.merged_into from meant m join issues.issue n on n.id = m.merged_into
      )
      select id from meant where merged_into is null
      """;

  private final String typed;
  private final List<String> words;

  private Words(String typed, List<String> words) {
    this.typed = typed;
    this.words = words;
  }

  static Words in(String typed) {
    var all =
        BETWEEN
            .splitAsStream(typed.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .distinct()
            .limit(MOST)
            .toList();
    var telling = all.stream().filter(word -> word.length() > 2).toList();
    return new Words(typed.strip(), telling.isEmpty() ? all : telling);
  }

  boolean none() {
    return words.isEmpty();
  }

  /**
   * A query that asks for each of the words. Each way of writing one is asked for once: an index
   * reads all that begins with a word for each time that it stands there.
   */
  String query() {
    var all = new ArrayList<String>();
    for (var n = 0; n < words.size(); n++) {
      var begins = words.get(n).length() > 2;
      all.add(
          """
          (select string_agg(distinct t::text, ' | ')::tsquery
             from unnest(array[to_tsquery('simple', :w%1$d%2$s), to_tsquery('dutch', :w%1$d%3$s), to_tsquery('english', :w%1$d%3$s)]) t
            where numnode(t) > 0)\
          """
              .formatted(
                  n, begins ? " || ':*'" : "", words.get(n).length() > LONG ? " || ':*'" : ""));
    }
    return String.join(" && ", all);
  }

  /** A condition on {@code issues.issue i}, when {@code asked (query)} has {@link #query}. */
  String exactly() {
    var number = typed.matches("#?\\d{1,18}") ? " or i.id = (" + MEANT + ")" : "";
    return "(i.words @@ (select query from asked) or i.title ilike :part" + number + ")";
  }

  Map<String, Object> parameters() {
    var values = new HashMap<String, Object>();
    for (var n = 0; n < words.size(); n++) {
      values.put("w" + n, words.get(n));
    }
    values.put("part", Like.containing(typed));
    if (typed.matches("#?\\d{1,18}")) {
      values.put("number", Long.valueOf(typed.replace("#", "")));
    }
    values.put(
        "long",
        words.stream()
            .filter(word -> word.length() >= LONG)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toArray(String[]::new));
    return values;
  }
}
