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
 * Tells the open pages of who serves the people that an issue hits, once it changed, also when it
 * is no news to anybody. Of people without their name only whose page counts them: to be told at
 * that moment says as much as the count.
 */
@Component
public class HitPeopleNews extends Beside {
  private static final int AT_ONCE = 20;

  private static final String SERVING =
      """
      select distinct power_user_id
        from (select distinct s.power_user_id, i.id, m.named, s.standing_in
                from issues.issue i
                join issues.me_too m on m.issue_id = i.id
                join network.pub_serving(:now) s on s.person_id = m.person_id and s.system_id = i.system_id
               where i.id = any(:issues::bigint[])) hit
       where named or not standing_in and issues.pub_nameless_told(power_user_id, id)
      """;

  private static final String SERVING_ONE =
      """
      select s.power_user_id
        from issues.issue i
        join network.pub_serving(:now) s on s.person_id = :whom and s.system_id = i.system_id
       where i.id = :issue
         and (:named or not s.standing_in and issues.pub_nameless_told(s.power_user_id, i.id))
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

  /** In the transaction in which one person is hit by it, or no longer. */
  public void changed(IssueId issue, PersonId whom, boolean named) {
    people.tell(
        sql.sql(SERVING_ONE)
            .param("now", clock.instant())
            .param("issue", issue)
            .param("whom", whom)
            .param("named", named)
            .query(PersonId.class)
            .list());
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
