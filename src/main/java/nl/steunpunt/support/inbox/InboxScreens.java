package nl.steunpunt.support.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /**
   * @param more whether there may be more that I hold than is shown
   */
  public record Inbox(Map<Pile, List<Item>> piles, @Nullable Long open, boolean all, boolean more) {
    private static Inbox of(List<Item> items, @Nullable Long open, boolean all) {
      var piles = new EnumMap<Pile, List<Item>>(Pile.class);
      items.forEach(item -> piles.computeIfAbsent(item.pile, _ -> new ArrayList<>()).add(item));
      var held =
          piles.entrySet().stream()
              .filter(pile -> HELD.contains(pile.getKey()))
              .mapToInt(pile -> pile.getValue().size())
              .sum();
      return new Inbox(piles, open, all, !all && held == ROWS);
    }

    /** Where this list is read anew. */
    public String address() {
      return open == null ? all ? "/inbox?all=true" : "/inbox" : "/inbox?open=" + open;
    }

    public List<Item> pile(Pile pile) {
      return piles.getOrDefault(pile, List.of());
    }
  }

  /** Of what I hold; who has more works on the oldest first, and can have all shown. */
  private static final int ROWS = 40;

  private static final int ALL = 500;

  private static final Set<Pile> HELD = EnumSet.of(Pile.WAITING, Pile.WITH_ASKER, Pile.SNOOZED);

  /** What I had or sit in on fills the screen up, to so many, and never less than so few. */
  private static final int MOST_ALONG = 20;

  private static final int FEWEST_ALONG = 10;

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
   * @param all not only what is to be done first
   */
  public Inbox inbox(Me me, @Nullable Long open, boolean all) {
    var now = clock.instant();
    var statement =
        sql.sql(
                """
                with held as materialized (
                  select q.id, case when q.snoozed_until > :now then 'snoozed'
                                    when q.waiting_since is not null then 'waiting' else 'with_asker' end as pile,
                         q.asker_id, left(q.text, 160) as text, q.status, q.waiting_since, q.next_at, q.changed_at,
                         q.stuck, q.stuck_until, q.taken_at is not null as taken, q.snoozed_until, seat.read_up_to
                    from (select * from support.question
                           where status = 'with_power_user' and power_user_id = :me
                           order by coalesce(snoozed_until > :now, false), waiting_since is null,
                                    stuck desc, next_at nulls last, waiting_since
                           limit :rows) q
                    join support.participant seat on seat.question_id = q.id and seat.person_id = :me
                ), along as (
                  select q.id, case when p.role = 'second_chair' and q.status = 'with_power_user' then 'second_chair'
                                    else 'past' end as pile,
                         q.asker_id, left(q.text, 160), q.status, q.waiting_since, q.next_at, q.changed_at,
                         q.stuck, q.stuck_until, q.taken_at is not null, q.snoozed_until, p.read_up_to
                    from support.participant p
                    join support.question q on q.id = p.question_id
                   where p.person_id = :me and p.role in ('power_user', 'second_chair')
                     -- the newest seats are mostly of what I hold, which need not be read once more
                     and p.question_id <> all (array(select id from held))
                     and not (q.status = 'with_power_user' and q.power_user_id = :me)
                   order by p.question_id desc
                   limit (select greatest(:fewest, least(:most, :rows + :fewest - count(*))) from held)
                )
                select to_json(item) from (
                  select q.id, q.pile, q.text, q.status, a.name as asker, a.department, q.waiting_since, q.next_at,
                         q.changed_at, q.stuck, q.stuck_until, q.taken, q.snoozed_until,
                         (select count(*) from support.message m
                           where m.question_id = q.id and m.id > q.read_up_to and m.author_id <> :me) as unread
                    from (select * from held union all select * from along) q
                    join people.pub_person a on a.id = q.asker_id
                   order by array_position(array['waiting', 'with_asker', 'snoozed', 'second_chair', 'past'], q.pile),
                            case when q.pile = 'past' then null else q.stuck end desc nulls last,
                            case when q.pile = 'past' then null else q.next_at end nulls last,
                            q.waiting_since nulls last, q.id desc) item
                """)
            .param("me", me.id())
            .param("now", now)
            .param("rows", all ? ALL : ROWS)
            .param("most", MOST_ALONG)
            .param("fewest", FEWEST_ALONG);
    return Inbox.of(screens.list(statement, Item.class), open, all);
  }
}
