package nl.steunpunt.support.onbehalf;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.support.question.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What I asked for others, so that I can tell them how it stands. */
@Repository
public class FiledScreens {
  public record Filed(long id, String text, Status status, String asker, Instant changedAt) {}

  private static final int SHOWN = 10;

  private final JdbcClient sql;
  private final ScreenSql screens;

  FiledScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  List<Filed> by(Me me) {
    var statement =
        sql.sql(
                """
                select to_json(f) from (
                  select q.id, left(q.text, 160) as text, q.status, a.name as asker, q.changed_at
                    from support.question q join people.pub_person a on a.id = q.asker_id
                   where q.filed_by_id = :me and q.filed_by_id <> q.asker_id
                   order by q.id desc limit :shown) f
                """)
            .param("me", me.id())
            .param("shown", SHOWN);
    return screens.list(statement, Filed.class);
  }
}
