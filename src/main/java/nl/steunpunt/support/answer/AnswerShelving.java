package nl.steunpunt.support.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import nl.steunpunt.platform.db.TypedId;
import nl.steunpunt.support.AnswerId;
import nl.steunpunt.support.AnswerShelf;
import nl.steunpunt.support.PastAnswer;
import nl.steunpunt.support.Suggestible;
import nl.steunpunt.support.Suggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Many answers at once, at the moments at which they were kept. */
@Service
class AnswerShelving implements AnswerShelf {
  private final JdbcClient sql;
  private final Suggestions suggestions;

  AnswerShelving(JdbcClient sql, Suggestions suggestions) {
    this.sql = sql;
    this.suggestions = suggestions;
  }

  @Override
  @Transactional
  public void keepAll(Collection<PastAnswer> answers) {
    var rows = List.copyOf(answers);
    var ids = add(rows);
    var suggestibles = new ArrayList<Suggestible>();
    for (var i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      suggestibles.add(
          AnswerKeeping.suggestible(
              ids.get(i), row.system(), row.topic(), row.title(), row.text(), row.why()));
    }
    suggestions.putAll(suggestibles);
    help(rows, ids);
  }

  /** Their numbers in the same order: rows are numbered in the order in which they come in. */
  private List<AnswerId> add(List<PastAnswer> rows) {
    return sql.sql(
            """
            with kept as (
              insert into support.answer (author_id, system_id, topic_id, question_id, title, text, why, kept_at, changed_at)
              select author, system, topic, question, title, text, why, at::timestamptz, at::timestamptz
                from unnest(:authors::bigint[], :systems::bigint[], :topics::bigint[], :questions::bigint[],
                            :titles::text[], :texts::text[], :whys::text[], :at::text[])
                     with ordinality as a (author, system, topic, question, title, text, why, at, n)
               order by n
              returning id)
            select id from kept order by id
            """)
        .param("authors", ids(rows, PastAnswer::author))
        .param("systems", ids(rows, PastAnswer::system))
        .param("topics", ids(rows, PastAnswer::topic))
        .param("questions", ids(rows, PastAnswer::question))
        .param("titles", words(rows, row -> AnswerKeeping.title(row.title())))
        .param("texts", words(rows, row -> AnswerKeeping.text(row.text())))
        .param("whys", words(rows, row -> row.why().strip()))
        .param("at", words(rows, row -> row.keptAt().toString()))
        .query(AnswerId.class)
        .list();
  }

  private void help(List<PastAnswer> rows, List<AnswerId> ids) {
    var answers = new ArrayList<Long>();
    var people = new ArrayList<Long>();
    var at = new ArrayList<String>();
    for (var i = 0; i < rows.size(); i++) {
      for (var help : rows.get(i).helps()) {
        answers.add(ids.get(i).value());
        people.add(help.person().value());
        at.add(help.at().toString());
      }
    }
    sql.sql(
            """
            insert into support.answer_help (answer_id, person_id, at)
            select answer, person, at::timestamptz
              from unnest(:answers::bigint[], :people::bigint[], :at::text[]) as h (answer, person, at)
            on conflict do nothing
            """)
        .param("answers", answers.toArray(Long[]::new))
        .param("people", people.toArray(Long[]::new))
        .param("at", at.toArray(String[]::new))
        .update();
  }

  private static Long[] ids(List<PastAnswer> rows, Function<PastAnswer, @Nullable TypedId> of) {
    return rows.stream()
        .map(of)
        .map(id -> id == null ? null : Long.valueOf(id.value()))
        .toArray(Long[]::new);
  }

  private static String[] words(List<PastAnswer> rows, Function<PastAnswer, String> of) {
    return rows.stream().map(of).toArray(String[]::new);
  }
}
