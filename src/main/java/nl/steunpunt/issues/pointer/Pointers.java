package nl.steunpunt.issues.pointer;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.IssueTracking;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an issue points at. Of an issue into which others went also theirs: they come out with them.
 */
@Service
public class Pointers {
  /** More are a sign that the issue is several. */
  static final int MOST = 30;

  static final int MAX_TITLE = 200;
  static final int MAX_ADDRESS = 500;

  /** So long can the one that was removed last be put back from the page itself. */
  public static final Duration UNDO = Duration.ofMinutes(10);

  private static final String INSIDE =
      """
      with recursive inside (id) as (
        select :issue::bigint union select i.id from issues.issue i join inside on i.merged_into = inside.id
      )
      """;

  private final JdbcClient sql;
  private final IssueTracking tracking;
  private final Clock clock;

  Pointers(JdbcClient sql, IssueTracking tracking, Clock clock) {
    this.sql = sql;
    this.tracking = tracking;
    this.clock = clock;
  }

  /**
   * The same again adds nothing.
   *
   * @param typedAddress empty: there is none
   */
  @Transactional
  public IssueId add(Me me, IssueId number, PointerKind kind, String typed, String typedAddress) {
    var title = title(typed);
    var address = address(typedAddress);
    var issue = tracking.known(number);
    if (of(issue).size() >= MOST) {
      throw Refusal.of("pointer.refused.many", MOST);
    }
    sql.sql(
            """
            insert into issues.pointer (issue_id, kind, title, address, by_id, at)
            values (:issue, :kind, :title, :address, :me, :now)
            on conflict do nothing
            """)
        .param("issue", issue)
        .param("kind", kind.word())
        .param("title", title)
        .param("address", address)
        .param("me", me.id())
        .param("now", clock.instant())
        .update();
    return issue;
  }

  /** Only the last one of an issue that was removed is kept, to be put back. */
  @Transactional
  public IssueId remove(IssueId number, PointerId pointer) {
    var issue = tracking.known(number);
    sql.sql(
            INSIDE
                + "delete from issues.pointer where issue_id in (select id from inside) and removed_at is not null")
        .param("issue", issue)
        .update();
    one(
        sql.sql(
                INSIDE
                    + """
                    update issues.pointer set removed_at = :now
                     where id = :pointer and issue_id in (select id from inside)
                    """)
            .param("issue", issue)
            .param("pointer", pointer)
            .param("now", clock.instant())
            .update());
    return issue;
  }

  /** One like it that was added since stays the only one. */
  @Transactional
  public void putBack(IssueId number, PointerId pointer) {
    one(
        sql.sql(
                INSIDE
                    + """
                    update issues.pointer p set removed_at = null
                     where p.id = :pointer and p.issue_id in (select id from inside)
                       and not exists (select from issues.pointer o
                                        where o.issue_id = p.issue_id and o.kind = p.kind and o.removed_at is null
                                          and o.id <> p.id and coalesce(o.address, o.title) = coalesce(p.address, p.title))
                    """)
            .param("issue", tracking.known(number))
            .param("pointer", pointer)
            .update());
  }

  /** What this issue and those that went into it point at, the oldest first. */
  List<Pointer> of(IssueId issue) {
    return sql.sql(
            INSIDE
                + """
                select id, kind, title, address from issues.pointer
                 where issue_id in (select id from inside) and removed_at is null
                 order by id
                """)
        .param("issue", issue)
        .query(Pointer.class)
        .list();
  }

  private static void one(int rows) {
    if (rows == 0) {
      throw new NotFound();
    }
  }

  private static String title(String typed) {
    var title = typed.strip();
    if (title.isEmpty()) {
      throw Refusal.of("pointer.refused.no_title").at("pointerTitle");
    }
    if (title.length() > MAX_TITLE) {
      throw Refusal.of("pointer.refused.long_title", MAX_TITLE).at("pointerTitle");
    }
    return title;
  }

  /** People click on it: a page of the web, and nothing that runs. */
  private static @Nullable String address(String typed) {
    var address = typed.strip();
    if (address.isEmpty()) {
      return null;
    }
    if (address.length() > MAX_ADDRESS) {
      throw Refusal.of("pointer.refused.long_address", MAX_ADDRESS).at("address");
    }
    try {
      var uri = new URI(address);
      if (List.of("http", "https")
              .contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
          && uri.getHost() != null
          && uri.getUserInfo() == null) {
        return uri.toASCIIString();
      }
    } catch (URISyntaxException e) {
      throw Refusal.of("pointer.refused.address").at("address");
    }
    throw Refusal.of("pointer.refused.address").at("address");
  }
}
