package nl.steunpunt.support.suggestion;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In how many suggestions each term is, and which terms look like a word that nobody knows. */
@Component
class Vocabulary {

  /** The term that every suggestion has: its frequency is their number. */
  static final String EVERY = "";

  private static final int CLOSEST = 8;

  private final JdbcClient sql;

  Vocabulary(JdbcClient sql) {
    this.sql = sql;
  }

  private record Frequency(String term, int df) {}

  /** Of those that are in any, and of {@link #EVERY}. */
  Map<String, Integer> frequencies(Collection<String> terms) {
    var found = new HashMap<String, Integer>();
    sql.sql(
            "select term, df from support.vocabulary where (term = any(:terms) or term = '') and df > 0")
        .param("terms", terms.toArray(String[]::new))
        .query(Frequency.class)
        .list()
        .forEach(frequency -> found.put(frequency.term, frequency.df));
    return found;
  }

  /** Terms of words only: those of groups begin with a sign. */
  List<String> lookalikes(String word) {
    return sql.sql(
            """
            select term from support.vocabulary
             where term % :word and df > 0 and not starts_with(term, '=')
             order by similarity(term, :word) desc, term
             limit :closest
            """)
        .param("word", word)
        .param("closest", CLOSEST)
        .query(String.class)
        .list();
  }

  /** The most frequent terms that begin so. */
  List<String> startingWith(String letters) {
    return sql.sql(
            """
            select term from support.vocabulary
             where term >= :from and term < :till and df > 0
             order by df desc, term limit :closest
            """)
        .param("from", letters)
        .param("till", letters + "\uffff")
        .param("closest", CLOSEST)
        .query(String.class)
        .list();
  }

  /**
   * Adds what has come and takes off what has gone; in one order, so that two never lock each
   * other.
   */
  void count(Map<String, Integer> changes) {
    var sorted = new TreeMap<>(changes);
    sql.sql(
            """
            insert into support.vocabulary as v (term, df)
            select * from unnest(:terms, :by)
            on conflict (term) do update set df = v.df + excluded.df
            """)
        .param("terms", sorted.keySet().toArray(String[]::new))
        .param("by", sorted.values().toArray(Integer[]::new))
        .update();
  }
}
