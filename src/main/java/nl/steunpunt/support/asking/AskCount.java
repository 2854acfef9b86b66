package nl.steunpunt.support.asking;

import nl.steunpunt.platform.web.MenuCount;
import nl.steunpunt.platform.web.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many of my own questions have something I have not read. */
@Component
class AskCount implements MenuCount {
  private final JdbcClient sql;

  AskCount(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String key() {
    return "start.count";
  }

  @Override
  public boolean isFor(Viewer viewer) {
    return true;
  }

  /** As many as the start page shows. */
  @Override
  public int of(Viewer viewer) {
    return sql.sql(
            """
            select count(*)::int
              from (select id from support.question
                     where asker_id = :me and status <> 'closed' order by id desc limit 20) q
              join support.participant seat on seat.question_id = q.id and seat.person_id = :me
             where exists (select from support.message m
                            where m.question_id = q.id and m.id > seat.read_up_to and m.author_id <> :me)
            """)
        .param("me", viewer.number())
        .query(Integer.class)
        .single();
  }
}
