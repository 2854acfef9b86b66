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

  /** How many mails of the past week became what. */
  public record Became(String outcome, int mails) {}

  public record SetAside(long id, @Nullable String reason, Instant cameAt) {}

  /**
   * @param failingSince null: it can be read
   */
  public record State(
      @Nullable Instant readAt,
      @Nullable Instant failingSince,
      @Nullable String trouble,
      @Nullable String detail,
      List<Became> week,
      List<SetAside> setAside) {
    static final State NONE = new State(null, null, null, null, List.of(), List.of());
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
    var statement =
        sql.sql(
                """
                select to_json(screen) from (
                  select b.read_at, b.failing_since, b.trouble, b.detail,
                         coalesce((select json_agg(w order by w.outcome) from (
                           select outcome, count(*) as mails from support.mail_in
                            where came_at > :since and outcome not in ('failing', 'set_aside') group by outcome) w), '[]') as week,
                         coalesce((select json_agg(s order by s.id desc) from (
                           select id, reason, came_at from support.mail_in
                            where outcome = 'set_aside' order by id desc limit 50) s), '[]') as set_aside
                    from (select) as always left join support.mailbox b on true) screen
                """)
            .param("since", clock.instant().minus(WEEK));
    return screens.one(statement, State.class).orElse(State.NONE);
  }
}
