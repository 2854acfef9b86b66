package nl.steunpunt.issues.merging;

import nl.steunpunt.issues.IssueId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An issue, with all that went into it. */
@Repository
class Inside {
  /** Its numbers, for a common table expression. */
  static final String NUMBERS =
      """
      select :issue::bigint union select i.id from issues.issue i join inside on i.merged_into = inside.id
      """;

  private final JdbcClient sql;

  Inside(JdbcClient sql) {
    this.sql = sql;
  }

  /** The question that each follower comes with is one of those that the issue has. */
  void ownQuestions(IssueId issue) {
    sql.sql(
            """
            with recursive inside (id) as (%s)
            update issues.me_too m
               set question_id = (select min(l.question_id) from issues.linked_question l
                                    join support.pub_question q on q.id = l.question_id
                                   where l.issue_id = m.issue_id and q.asker_id = m.person_id)
             where m.issue_id in (select id from inside) and m.question_id is not null
               and not exists (select from issues.linked_question l
                                where l.issue_id = m.issue_id and l.question_id = m.question_id)
            """
                .formatted(NUMBERS))
        .param("issue", issue)
        .update();
  }
}
