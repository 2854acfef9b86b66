package nl.steunpunt.issues.mypeople;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.network.PeopleNews;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.Beside;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the open pages of who serves the people that an issue hits, once it changed: also of people
 * without their name, and also when it is no news to anybody.
 */
@Component
public class HitPeopleNews extends Beside {
  private static final int AT_ONCE = 20;

  private static final String SERVING =
      """
      select distinct s.power_user_id
        from issues.issue i
        join issues.me_too m on m.issue_id = i.id
        join network.pub_serving(:now) s on s.person_id = m.person_id and s.system_id = i.system_id
       where i.id = any(:issues::bigint[])
      """;

  private final JdbcClient sql;
  private final PeopleNews people;
  private final TransactionTemplate transaction;
  private final Clock clock;

  HitPeopleNews(JdbcClient sql, PeopleNews people, TransactionTemplate transaction, Clock clock) {
    super("issues of people");
    this.sql = sql;
    this.people = people;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** In the transaction that changed these, or who is hit by them. */
  public void changed(IssueId... issues) {
    for (var issue : issues) {
      sql.sql("insert into issues.changed_issue (issue_id) values (:issue)")
          .param("issue", issue)
          .update();
    }
    beginAfterCommit();
  }

  @Override
  protected int makeSome() {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var issues = claim();
          if (!issues.isEmpty()) {
            people.tell(serving(issues));
          }
          return issues.size();
        }));
  }

  /** An issue that changed again meanwhile has another row, so what comes later is told later. */
  private List<IssueId> claim() {
    return sql.sql(
            """
            delete from issues.changed_issue
             where id in (select id from issues.changed_issue order by id limit :most for update skip locked)
            returning issue_id
            """)
        .param("most", AT_ONCE)
        .query(IssueId.class)
        .list();
  }

  private List<PersonId> serving(List<IssueId> issues) {
    return sql.sql(SERVING)
        .param("now", clock.instant())
        .param("issues", issues.stream().map(IssueId::value).distinct().toArray(Long[]::new))
        .query(PersonId.class)
        .list();
  }
}
