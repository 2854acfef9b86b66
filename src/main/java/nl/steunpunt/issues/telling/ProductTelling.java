package nl.steunpunt.issues.telling;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells who has not heard by then. That they heard and that they are owed it are written together:
 * neither without the other.
 */
@Component
class ProductTelling implements Timed {
  private static final int BATCH = 500;

  record Due(IssueId issueId, PersonId personId) {}

  private final JdbcClient sql;
  private final Notices notices;
  private final TransactionTemplate transaction;

  ProductTelling(JdbcClient sql, Notices notices, TransactionTemplate transaction) {
    this.sql = sql;
    this.notices = notices;
    this.transaction = transaction;
  }

  @Override
  public Optional<Instant> nextDue() {
    return Timed.first(sql, "select min(product_at) from issues.hearing where state = 'to_tell'");
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var due = claim(now);
          due.stream()
              .collect(
                  Collectors.groupingBy(
                      Due::issueId, Collectors.mapping(Due::personId, Collectors.toList())))
              .forEach(this::tell);
          return due.stream().map(one -> new Fired("news", one.personId.value(), now)).toList();
        }));
  }

  private List<Due> claim(Instant now) {
    return sql.sql(
            """
            select issue_id, person_id from issues.hearing
             where state = 'to_tell' and product_at <= :now
             order by product_at, issue_id, person_id limit :batch for update skip locked
            """)
        .param("now", now)
        .param("batch", BATCH)
        .query(Due.class)
        .list();
  }

  /** Who still has to hear it, of these. */
  void tell(IssueId issue, List<PersonId> people) {
    if (people.isEmpty()) {
      return;
    }
    var told =
        sql.sql(
                """
                update issues.hearing set state = 'heard'
                 where issue_id = :issue and person_id = any(:people::bigint[]) and state = 'to_tell'
                returning person_id
                """)
            .param("issue", issue)
            .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
            .query(PersonId.class)
            .list();
    notices.owe(told, IssueConversation.of(issue), Occasion.MY_ISSUE);
  }
}
