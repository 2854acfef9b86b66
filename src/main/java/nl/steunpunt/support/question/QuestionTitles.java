package nl.steunpunt.support.question;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import nl.steunpunt.network.WorkTitles;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The beginning of questions in which somebody takes part. */
@Component
class QuestionTitles implements WorkTitles {
  private record Title(long id, String text) {}

  private final JdbcClient sql;

  QuestionTitles(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Map<Long, String> ofQuestions(PersonId me, Collection<Long> questions) {
    return sql
        .sql(
            """
            select q.id, case when length(line) > 80 then rtrim(left(line, 79)) || '…' else line end as text
              from support.question q
              cross join split_part(q.text, E'\\n', 1) as line
              join support.participant mine on mine.question_id = q.id and mine.person_id = :me
             where q.id = any (:questions::bigint[])
            """)
        .param("me", me)
        .param("questions", questions.toArray(Long[]::new))
        .query(Title.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Title::id, Title::text));
  }
}
