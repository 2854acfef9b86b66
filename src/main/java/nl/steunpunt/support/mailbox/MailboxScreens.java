package nl.steunpunt.support.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.platform.db.ScreenSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the mailbox stands, in one statement. */
@Repository
public class MailboxScreens {
  private static final Duration WEEK = Duration.ofDays(7);

  /** A look takes a minute at most, and somebody looks each twenty seconds. */
  private static final Duration SLOW = Duration.ofMinutes(15);

  /** How many mails of the past week became what. */
  public record Became(String outcome, int mails) {}

  /**
   * @param here it lies in the mailbox that is read, and can be tried again
   */
  public record SetAside(long id, @Nullable String reason, Instant cameAt, boolean here) {}

  /**
   * @param failingSince null: it can be read
   * @param unseenSince nobody looks into it since then, whatever the reason; null: somebody does
   */
  public record State(
      @Nullable Instant readAt,
      @Nullable Instant failingSince,
      @Nullable String trouble,
      @Nullable String detail,
      @Nullable Instant unseenSince,
      List<Became> week,
      List<SetAside> setAside) {
    static final State NONE = new State(null, null, null, null, null, List.of(), List.of());

    boolean isInTrouble() {
      return failingSince != null || unseenSince != null || !setAside.isEmpty();
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Clock clock;

  MailboxScreens(JdbcClient sql, ScreenSql screens, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.clock = clock;
  }

  State state() {
    var now = clock.instant();
    var statement =
        sql.sql(
                """
                select to_json(screen) from (
                  select b.read_at, b.failing_since, b.trouble, b.detail,
                         case when b.next_at < :slow then b.next_at end as unseen_since,
                         coalesce((select json_agg(w order by w.outcome) from (
                           select outcome, count(*) as mails from support.mail_in
                            where came_at > :since and outcome not in ('failing', 'set_aside') group by outcome) w), '[]') as week,
                         coalesce((select json_agg(s order by s.id desc) from (
                           select m.id, m.reason, m.came_at,
                                  coalesce(m.box = b.box and m.uid_validity = b.uid_validity, false) as here
                             from support.mail_in m where m.outcome = 'set_aside' order by m.id desc limit 50) s), '[]') as set_aside
                    from (select) as always left join support.mailbox b on true) screen
                """)
            .param("since", now.minus(WEEK))
            .param("slow", now.minus(SLOW));
    return screens.one(statement, State.class).orElse(State.NONE);
  }
}
