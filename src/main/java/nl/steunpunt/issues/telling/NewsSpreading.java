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

  private static final String WAITING =
      """
      select n.id, n.issue_id, i.system_id, n.at, n.by_id, n.reopened, n.asks, n.spread_to,
             not exists (select from issues.news later where later.issue_id = n.issue_id and later.id > n.id) as newest
        from issues.news n join issues.issue i on i.id = n.issue_id
      """;

  /**
   * @param newest false: newer news has taken its place
   */
  record Waiting(
      NewsId id,
      IssueId issueId,
      SystemId systemId,
      Instant at,
      @Nullable PersonId byId,
      boolean reopened,
      boolean asks,
      long spreadTo,
      boolean newest) {
    Waiting from(long person) {
      return new Waiting(id, issueId, systemId, at, byId, reopened, asks, person, newest);
    }
  }

  /**
   * @param powerUserId whose it is to tell them; null: the product's
   * @param hears false: they have left, did it themselves, or know better
   */
  record Reached(PersonId personId, @Nullable PersonId powerUserId, boolean hears) {}

  private final JdbcClient sql;
  private final LiveEvents live;
  private final Notices notices;
  private final ProductTelling product;
  private final Receipts receipts;
  private final OrganisationCalendar calendar;
  private final Settings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  NewsSpreading(
      JdbcClient sql,
      LiveEvents live,
      Notices notices,
      ProductTelling product,
      Receipts receipts,
      OrganisationCalendar calendar,
      Settings settings,
      TransactionTemplate transaction,
      Clock clock) {
    super("news of issues");
    this.sql = sql;
    this.live = live;
    this.notices = notices;
    this.product = product;
    this.receipts = receipts;
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
    begin(issue, by, reopened, clock.instant());
  }

  /** As it became known elsewhere. */
  public void begin(IssueId issue, Instant at) {
    begin(issue, null, false, at);
  }

  private void begin(IssueId issue, @Nullable PersonId by, boolean reopened, Instant at) {
    var id =
        sql.sql(
                """
                insert into issues.news (issue_id, at, by_id, reopened, asks)
                select id, :at, :by, :reopened, status = 'works_now' or status = 'resolved' and planned_release is not null
                  from issues.issue where id = :issue
                returning id
                """)
            .param("issue", issue)
            .param("at", at)
            .param("by", by)
            .param("reopened", reopened)
            .query(NewsId.class)
            .single();
    if (by != null) {
      receipts.leave(issue, by);
    }
    if (!spread(claim(id).orElseThrow(), AT_ONCE)) {
      beginAfterCommit();
    }
  }

  @Override
  protected int makeSome() {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var next = claim(null);
          // After the claim: who holds the issue makes what is left himself, and waits for no
          // claim.
          next.ifPresent(news -> spread(held(news), BATCH));
          return next.isPresent() ? 1 : 0;
        }));
  }

  /**
   * @param id null: whichever waits
   */
  private Optional<Waiting> claim(@Nullable NewsId id) {
    return sql.sql(
            WAITING
                + """
                 where n.spread_at is null and (:id::bigint is null or n.id = :id)
                 order by n.id limit 1 for no key update of n skip locked
                """)
        .param("id", id)
        .query(Waiting.class)
        .optional();
  }

  /** Of an issue that went into another one meanwhile nothing is left to make. */
  private Waiting held(Waiting news) {
    var gone =
        sql.sql(
                "select merged_into is not null from issues.issue where id = :issue for no key update")
            .param("issue", news.issueId)
            .query(Boolean.class)
            .single();
    return gone
        ? new Waiting(
            news.id,
            news.issueId,
            news.systemId,
            news.at,
            news.byId,
            news.reopened,
            news.asks,
            news.spreadTo,
            false)
        : news;
  }

  /**
   * All that is left to make of its newest news, at once, before its people go elsewhere. With the
   * issue locked.
   */
  void finish(IssueId issue) {
    sql.sql(
            WAITING
                + """
                 where n.spread_at is null and n.issue_id = :issue
                 order by n.id desc limit 1
                """)
        .param("issue", issue)
        .query(Waiting.class)
        .optional()
        .ifPresent(this::makeAll);
  }

  private void makeAll(Waiting news) {
    var rest = news;
    var reached = reach(rest, BATCH, null, clock.instant());
    while (!reached.isEmpty()) {
      tell(rest, reached);
      rest = rest.from(reached.getLast().personId.value());
      reached = reach(rest, BATCH, null, clock.instant());
    }
  }

  /**
   * These follow the issue since it is one with another: they hear how it stands. With the issue
   * locked.
   */
  void catchUp(NewsId news, List<PersonId> people) {
    if (people.isEmpty()) {
      return;
    }
    var now = clock.instant();
    sql.sql(WAITING + " where n.id = :news")
        .param("news", news)
        .query(Waiting.class)
        .optional()
        .ifPresent(one -> {
          var fresh =
              new Waiting(one.id, one.issueId, one.systemId, now, null, false, one.asks, 0, true);
          tell(fresh, reach(fresh, people.size(), people, now));
        });
  }

  /** Whether that was the last of it. */
  private boolean spread(Waiting news, int most) {
    var now = clock.instant();
    var reached = news.newest ? reach(news, most, null, now) : List.<Reached>of();
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

  /**
   * @param those of these people alone, whenever they came; null: of all who came before the news
   */
  private List<Reached> reach(Waiting news, int most, @Nullable List<PersonId> those, Instant now) {
    var days = settings.get(TellingSettings.SETTING, TellingSettings.class, TellingSettings.USUAL);
    return sql.sql(SPREAD)
        .param("issue", news.issueId)
        .param("system", news.systemId)
        .param("news", news.id)
        .param("at", news.at)
        .param("by", news.byId)
        .param("reopened", news.reopened)
        .param("asks", news.asks)
        .param("after", news.spreadTo)
        .param("most", most)
        .param(
            "those",
            those == null ? null : those.stream().map(PersonId::value).toArray(Long[]::new))
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
