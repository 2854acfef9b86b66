package nl.steunpunt.issues.register;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statement's part that finds issues: the newest first, a page of them. */
public final class Rows {
  /**
   * So many of the newest are looked through one by one: where a common word is, that is enough.
   */
  private static final int LOOKED_THROUGH = 1_000;

  private Rows() {}

  /**
   * Tables for a statement, two of which count: {@code exact (is_so)}, whether something has just
   * the words, and {@code found}, no more than {@code :rows} rows of {@code issues.issue}.
   *
   * <p>A word that many have is found among the newest; only one that few have is looked for in the
   * index, where many would be slow, and only when there are more than were looked through. And
   * only when none has the words, what looks like them, by the same two ways: what is typed wrong
   * is mostly a word that many have.
   *
   * @param before null: from the newest, else before {@code :before}
   */
  public static String found(Filter filter, @Nullable Long before) {
    var words = Words.in(filter.text());
    var where = filter.where() + (before == null ? "" : " and i.id < :before");
    if (words.none()) {
      return """
      exact (is_so) as (select true),
      found as (select i.* from issues.issue i where %s order by i.id desc limit :rows)
      """
          .formatted(where);
    }
    return """
    asked (query) as materialized (select %4$s),
    looked as materialized (
      select i.id, i.title, i.words from issues.issue i where %1$s order by i.id desc limit %3$d),
    newest as materialized (select i.id from looked i where %2$s order by i.id desc limit :rows),
    enough (is_so) as materialized (
      select (select count(*) from newest) >= :rows or (select count(*) from looked) < %3$d),
    matching as materialized (
      select i.id from issues.issue i where not (select is_so from enough) and %1$s and %2$s),
    exact (is_so) as materialized (
      select exists (select from newest) or exists (select from matching)),
    meant (query) as materialized (select issues.corrected(:long::text[]) where not (select is_so from exact)),
    near as materialized (
      select i.id from looked i
       where not (select is_so from exact) and i.words @@ (select query from meant)
       order by i.id desc limit :rows),
    near_enough (is_so) as materialized (
      select (select is_so from exact) or (select count(*) from near) >= :rows
          or (select count(*) from looked) < %3$d),
    alike as materialized (
      select i.id from issues.issue i
       where not (select is_so from near_enough) and %1$s and i.words @@ (select query from meant)),
    found as (
      select i.* from issues.issue i
       where i.id in (select id from newest union (select id from matching order by id desc limit :rows)
                      union select id from near union (select id from alike order by id desc limit :rows))
       order by i.id desc limit :rows)
    """
        .formatted(where, words.exactly(), LOOKED_THROUGH, words.query());
  }

  /** What the tables ask for, but for {@code :me}, {@code :before} and {@code :rows}. */
  public static Map<String, Object> parameters(Filter filter) {
    var values = new HashMap<>(filter.parameters());
    values.putAll(Words.in(filter.text()).parameters());
    return values;
  }
}
