package nl.steunpunt.support.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.support.question.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A power user's inbox, in one statement: what waits for me first, by the oldest promise. */
@Repository
public class InboxScreens {
  /** Where a question stands for me. The order is the order on the screen. */
  public enum Pile {
    /** The asker waits for me. */
    WAITING,
    /** I wrote last. */
    WITH_ASKER,
    SNOOZED,
    /** A colleague asked me along. */
    SECOND_CHAIR,
    /** I had it: with somebody else, the desk, or solved this week. */
    PAST
  }

  public record Item(
      long id,
      Pile pile,
      String text,
      Status status,
      String asker,
      String department,
      @Nullable Instant waitingSince,
      @Nullable Instant nextAt,
      Instant changedAt,
      boolean stuck,
      @Nullable Instant stuckUntil,
      boolean taken,
      @Nullable Instant snoozedUntil,
      int unread) {}

  public record Inbox(List<Item> items, @Nullable Long open) {
    public List<Item> pile(Pile pile) {
      return items.stream().filter(item -> item.pile == pile).toList();
    }
  }

  private static final int ROWS = 50;

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  InboxScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  /**
   * @param open the question that is open beside the list; null: none
   */
  public Inbox inbox(Me me, @Nullable Long open) {
    var now = clock.instant();
    var statement =
        sql.sql(
                """
                with held as (
                  select q.id, case when q.snoozed_until > :now then 'snoozed'
                                    when q.waiting_since is not null then 'waiting' else 'with_asker' end as pile
                    from support.question q
                   where q.status = 'with_power_user' and q.power_user_id = :me
                   order by q.waiting_since nulls last
                   limit :rows
                ), others as (
                  select q.id, case when p.role = 'second_chair' and q.status = 'with_power_user' then 'second_chair'
                                    else 'past' end as pile
                    from support.participant p
                    join support.question q on q.id = p.question_id
                   where p.person_id = :me and p.role in ('power_user', 'second_chair')
                     and not (q.status = 'with_power_user' and q.power_user_id = :me)
                   order by p.question_id desc
                   limit 20
                )
                select to_json(item) from (
                  select q.id, list.pile, left(q.text, 160) as text, q.status, a.name as asker, a.department,
                         q.waiting_since, q.next_at, q.changed_at, q.stuck, q.stuck_until,
                         q.taken_at is not null as taken, q.snoozed_until,
                         (select count(*) from support.message m
                           where m.question_id = q.id and m.id > seat.read_up_to and m.author_id <> :me) as unread
                    from (select * from held union all select * from others) list
                    join support.question q on q.id = list.id
                    join support.participant seat on seat.question_id = q.id and seat.person_id = :me
                    join people.pub_person a on a.id = q.asker_id
                   order by array_position(array['waiting', 'with_asker', 'snoozed', 'second_chair', 'past'], list.pile),
                            case when list.pile = 'past' then null else q.stuck end desc nulls last,
                            case when list.pile = 'past' then null else q.next_at end nulls last,
                            q.waiting_since nulls last, q.id desc) item
                """)
            .param("me", me.id())
            .param("now", now)
            .param("rows", ROWS);
    return new Inbox(screens.list(statement, Item.class), open);
  }
}
