package nl.steunpunt.helpdesk.known;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.IssueTickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An issue's questions that came to the desk, also those that nobody there has taken yet. */
@Component
class TicketsOfIssues implements IssueTickets {
  private final JdbcClient sql;

  TicketsOfIssues(JdbcClient sql) {
    this.sql = sql;
  }

  private record Row(long issueId, long question, boolean open) {}

  @Override
  public Map<IssueId, List<Ticket>> of(Collection<IssueId> issues) {
    return sql
        .sql(
            """
            select i.id as issue_id, t.question, t.open
              from unnest(:issues::bigint[]) as i (id)
             cross join lateral (
               select q.id as question, q.status = 'with_helpdesk' as open
                 from issues.pub_linked_question l join support.pub_question q on q.id = l.question_id
                where l.issue_id = i.id and q.desk_since is not null
                order by q.id desc limit :most) t
             order by i.id, t.question desc
            """)
        .param("issues", issues.stream().map(IssueId::value).toArray(Long[]::new))
        .param("most", MOST)
        .query(Row.class)
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> new IssueId(row.issueId),
                Collectors.mapping(
                    row -> new Ticket(row.question, row.open), Collectors.toList())));
  }
}
