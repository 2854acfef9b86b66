package nl.steunpunt.issues.telling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.Beside;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the notices of news: some thousands of people in a transaction, since live events of
 * everybody wait for the oldest that is open. How far it came is written with the notices, so
 * nobody gets one twice and nobody is passed over, whenever a node dies.
 */
@Component
public class NewsSpreading extends Beside {
  private static final int BATCH = 5_000;

  /** Made before the reply, so that a small organisation sees it at once. */
  private static final int AT_ONCE = 500;

  private static final String SPREAD = SqlFile.beside(NewsSpreading.class, "spread.sql");

  record Waiting(
      NewsId id,
      IssueId issueId,
      SystemId systemId,
      Instant at,
      @Nullable PersonId byId,
      boolean reopened,
      long spreadTo,
      boolean newest) {}

  /**
   * @param powerUserId whose it is to tell them; null: the product's
   * @param hears false: they have left, did it themselves, or know better
   */
  record Reached(PersonId personId, @Nullable PersonId powerUserId, boolean hears) {}

  private final JdbcClient sql;
  private final LiveEvents live;
  private final Notices notices;
  private final ProductTelling product;
  private final OrganisationCalendar calendar;
  private final Settings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  NewsSpreading(
      JdbcClient sql,
      LiveEvents live,
      Notices notices,
      ProductTelling product,
      OrganisationCalendar calendar,
      Settings settings,
      TransactionTemplate transaction,
      Clock clock) {
    super("news of issues");
    this.sql = sql;
    this.live = live;
    this.notices = notices;
    this.product = product;
    this.calendar = calendar;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * In the transaction in which the issue changed, with its row locked.
   *
   * @param by who did it; null: nobody
   * @param reopened because people said that it is not so
   */
  public void begin(IssueId issue, @Nullable PersonId by, boolean reopened) {
    var id =
        sql.sql(
                """
                insert into issues.news (issue_id, at, by_id, reopened) values (:issue, :at, :by, :reopened)
                returning id
                """)
            .param("issue", issue)
            .param("at", clock.instant())
            .param("by", by)
            .param("reopened", reopened)
            .query(NewsId.class)
            .single();
    if (!spread(claim(id).orElseThrow(), AT_ONCE)) {
      beginAfterCommit();
    }
  }

  @Override
  protected int makeSome() {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var next = claim(null);
          next.ifPresent(news -> spread(news, BATCH));
          return next.isPresent() ? 1 : 0;
        }));
  }

  /**
   * @param id null: whichever waits
   */
  private Optional<Waiting> claim(@Nullable NewsId id) {
    return sql.sql(
            """
            select n.id, n.issue_id, i.system_id, n.at, n.by_id, n.reopened, n.spread_to,
                   not exists (select from issues.news later where later.issue_id = n.issue_id and later.id > n.id) as newest
              from issues.news n join issues.issue i on i.id = n.issue_id
             where n.spread_at is null and (:id::bigint is null or n.id = :id)
             order by n.id limit 1 for update of n skip locked
            """)
        .param("id", id)
        .query(Waiting.class)
        .optional();
  }

  /** Whether that was the last of it. */
  private boolean spread(Waiting news, int most) {
    var now = clock.instant();
    var reached = news.newest ? reach(news, most, now) : List.<Reached>of();
    if (reached.size() < most) {
      sql.sql("update issues.news set spread_at = :now where id = :id")
          .param("now", now)
          .param("id", news.id)
          .update();
    } else {
      sql.sql("update issues.news set spread_to = :to where id = :id")
          .param("to", reached.getLast().personId)
          .param("id", news.id)
          .update();
    }
    tell(news, reached);
    return reached.size() < most;
  }

  private List<Reached> reach(Waiting news, int most, Instant now) {
    var days = settings.get(TellingSettings.SETTING, TellingSettings.class, TellingSettings.USUAL);
    return sql.sql(SPREAD)
        .param("issue", news.issueId)
        .param("system", news.systemId)
        .param("news", news.id)
        .param("at", news.at)
        .param("by", news.byId)
        .param("reopened", news.reopened)
        .param("after", news.spreadTo)
        .param("most", most)
        .param("now", now)
        .param("later", calendar.current().plusWorkingDays(news.at, days.workingDays()))
        .query(Reached.class)
        .list();
  }

  private void tell(Waiting news, List<Reached> reached) {
    live.tell(
        reached.stream().map(Reached::personId).toList(), "issue", news.issueId.value(), "changed");
    var tellers =
        reached.stream()
            .filter(one -> one.hears && one.powerUserId != null)
            .map(one -> Objects.requireNonNull(one.powerUserId))
            .distinct()
            .toList();
    live.tell(tellers, "notice", news.issueId.value(), "to_tell");
    notices.owe(tellers, TellingLetter.CONVERSATION, Occasion.NEWS_TO_TELL);
    product.tell(
        news.issueId,
        reached.stream()
            .filter(one -> one.hears && one.powerUserId == null)
            .map(Reached::personId)
            .toList());
  }
}
