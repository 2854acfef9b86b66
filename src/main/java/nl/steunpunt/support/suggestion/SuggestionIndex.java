package nl.steunpunt.support.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.support.Suggestible;
import nl.steunpunt.support.Suggestion;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be suggested, under its terms. */
@Component
class SuggestionIndex implements Suggestions {

  static final int BATCH = 500;

  private final JdbcClient sql;
  private final Analyser analyser;
  private final Vocabulary vocabulary;
  private final Finding finding;

  SuggestionIndex(JdbcClient sql, Analyser analyser, Vocabulary vocabulary, Finding finding) {
    this.sql = sql;
    this.analyser = analyser;
    this.vocabulary = vocabulary;
    this.finding = finding;
  }

  private record Kept(long id, long systemId, String title, String text) {}

  @Override
  @Transactional
  public void put(Suggestible suggestible) {
    putAll(List.of(suggestible));
  }

  @Override
  @Transactional
  public void putAll(Collection<Suggestible> suggestibles) {
    oneAtATime();
    var batch = new HashMap<Long, Kept>(); // by id: the last one counts where one comes twice
    for (var suggestible : suggestibles) {
      var kept = keep(suggestible);
      batch.put(kept.id, kept);
      if (batch.size() == BATCH) {
        index(batch.values());
        batch.clear();
      }
    }
    index(batch.values());
  }

  @Override
  @Transactional
  public void remove(SuggestionKind kind, long refId) {
    oneAtATime();
    sql.sql("select id from support.suggestion where kind = :kind and ref_id = :refId")
        .param("kind", kind)
        .param("refId", refId)
        .query(Long.class)
        .optional()
        .ifPresent(id -> {
          vocabulary.count(takeOff(List.of(id)));
          sql.sql("delete from support.suggestion where id = :id").param("id", id).update();
        });
  }

  @Override
  public List<Suggestion> find(
      String typed, @Nullable SystemId system, String language, int limit) {
    return finding.find(typed, system, language, limit);
  }

  /** Reads up to {@value #BATCH} again that other rules than today's made terms of; how many. */
  @Transactional
  public int reindexOutdated() {
    oneAtATime();
    var outdated =
        sql.sql(
                """
                select id, system_id, title, text from support.suggestion
                 where rules <> :rules order by id limit :batch
                """)
            .param("rules", rules())
            .param("batch", BATCH)
            .query(Kept.class)
            .list();
    index(outdated);
    sql.sql("update support.suggestion set rules = :rules where id = any(:ids)")
        .param("rules", rules())
        .param("ids", outdated.stream().map(Kept::id).toArray(Long[]::new))
        .update();
    return outdated.size();
  }

  private int rules() {
    return 31 * analyser.lexicon().version() + DocumentTerms.RULES;
  }

  /**
   * Until the transaction ends: two that count the same words in another order would lock each
   * other. Taking one up costs milliseconds, so the next may as well wait for it.
   */
  private void oneAtATime() {
    sql.sql("select 1 from pg_advisory_xact_lock(hashtext('support.suggestion'))")
        .query(Integer.class)
        .single();
  }

  private Kept keep(Suggestible suggestible) {
    return sql.sql(
            """
            insert into support.suggestion (kind, ref_id, system_id, topic_id, title, text, rules)
            values (:kind, :refId, :system, :topic, :title, :text, :rules)
            on conflict (kind, ref_id) do update
               set system_id = excluded.system_id, topic_id = excluded.topic_id,
                   title = excluded.title, text = excluded.text, rules = excluded.rules
            returning id, system_id, title, text
            """)
        .param("kind", suggestible.kind())
        .param("refId", suggestible.refId())
        .param("system", suggestible.system())
        .param("topic", suggestible.topic())
        .param("title", storable(suggestible.title()))
        .param("text", storable(suggestible.text()))
        .param("rules", rules())
        .query(Kept.class)
        .single();
  }

  /** PostgreSQL has no place for a zero, and UTF-8 none for half a character. */
  private static String storable(String text) {
    return text.replaceAll("[\\x00\\p{Cs}]", " ");
  }

  private void index(Collection<Kept> batch) {
    var changes = takeOff(batch.stream().map(Kept::id).toList());
    var ids = new ArrayList<Long>();
    var systems = new ArrayList<Long>();
    var terms = new ArrayList<String>();
    var weights = new ArrayList<Float>();
    for (var kept : batch) {
      DocumentTerms.of(analyser.words(kept.title), analyser.words(kept.text))
          .forEach((term, weight) -> {
            changes.merge(term, 1, Integer::sum);
            ids.add(kept.id);
            systems.add(kept.systemId);
            terms.add(term);
            weights.add(weight);
          });
    }
    sql.sql(
            """
            insert into support.suggestion_term (suggestion_id, system_id, term, weight)
            select * from unnest(:ids, :systems, :terms, :weights)
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("systems", systems.toArray(Long[]::new))
        .param("terms", terms.toArray(String[]::new))
        .param("weights", weights.toArray(Float[]::new))
        .update();
    vocabulary.count(changes);
  }

  /** Takes these off all their terms; what that changes in the vocabulary. */
  private Map<String, Integer> takeOff(List<Long> ids) {
    var changes = new HashMap<String, Integer>();
    sql.sql("delete from support.suggestion_term where suggestion_id = any(:ids) returning term")
        .param("ids", ids.toArray(Long[]::new))
        .query(String.class)
        .list()
        .forEach(term -> changes.merge(term, -1, Integer::sum));
    return changes;
  }
}
