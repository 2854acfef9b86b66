package nl.steunpunt.issues.register;

import java.time.Clock;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody asks of the register more often, under a name of their own; nobody else's. */
@Service
public class SavedViews {
  static final int MAX_NAME = 60;

  /** More cannot be looked over in one row. */
  static final int MOST = 30;

  private final JdbcClient sql;
  private final Clock clock;

  SavedViews(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Transactional
  public void save(Me me, String name, Wish wish) {
    oneAtATime(me);
    var many =
        sql.sql(
                "select count(*) from issues.saved_view where person_id = :me and removed_at is null")
            .param("me", me.id())
            .query(Integer.class)
            .single();
    if (many >= MOST) {
      throw Refusal.of("issue.view.refused.many", MOST).at("name");
    }
    var word = free(me, 0, name(name));
    sql.sql(
            """
            insert into issues.saved_view (person_id, name, query, saved_at) values (:me, :name, :query, :now)
            """)
        .param("me", me.id())
        .param("name", word)
        .param("query", wish.query())
        .param("now", clock.instant())
        .update();
  }

  /** The view asks this from now on. */
  @Transactional
  public void keep(Me me, long id, Wish wish) {
    mine(
        sql.sql(
                """
                update issues.saved_view set query = :query, saved_at = :now
                 where id = :id and person_id = :me and removed_at is null
                """)
            .param("query", wish.query())
            .param("now", clock.instant())
            .param("id", id)
            .param("me", me.id())
            .update());
  }

  @Transactional
  public void rename(Me me, long id, String name) {
    oneAtATime(me);
    mine(
        sql.sql(
                """
                update issues.saved_view set name = :name
                 where id = :id and person_id = :me and removed_at is null
                """)
            .param("name", free(me, id, name(name)))
            .param("id", id)
            .param("me", me.id())
            .update());
  }

  /** Only the last one that was removed is kept, to be put back. */
  @Transactional
  public void remove(Me me, long id) {
    sql.sql("delete from issues.saved_view where person_id = :me and removed_at is not null")
        .param("me", me.id())
        .update();
    mine(
        sql.sql(
                """
                update issues.saved_view set removed_at = :now
                 where id = :id and person_id = :me and removed_at is null
                """)
            .param("now", clock.instant())
            .param("id", id)
            .param("me", me.id())
            .update());
  }

  @Transactional
  public void putBack(Me me, long id) {
    oneAtATime(me);
    var name =
        sql.sql("select name from issues.saved_view where id = :id and person_id = :me")
            .param("id", id)
            .param("me", me.id())
            .query(String.class)
            .optional()
            .orElseThrow(NotFound::new);
    free(me, id, name);
    sql.sql("update issues.saved_view set removed_at = null where id = :id")
        .param("id", id)
        .update();
  }

  /** Of one person: two would both find the same name free, or room for the last. */
  private void oneAtATime(Me me) {
    sql.sql("select 1 from pg_advisory_xact_lock(hashtext('issues.saved_view'), :me::int)")
        .param("me", me.id().value() % Integer.MAX_VALUE)
        .query(Integer.class)
        .single();
  }

  /** The name, when no other view of theirs has it. */
  private String free(Me me, long id, String name) {
    var taken =
        sql.sql(
                """
                select exists (select from issues.saved_view
                                where person_id = :me and id <> :id and lower(name) = lower(:name) and removed_at is null)
                """)
            .param("me", me.id())
            .param("id", id)
            .param("name", name)
            .query(Boolean.class)
            .single();
    if (taken) {
      throw Refusal.of("issue.view.refused.taken").at("name");
    }
    return name;
  }

  private static void mine(int rows) {
    if (rows == 0) {
      throw new NotFound();
    }
  }

  private static String name(String typed) {
    var name = typed.strip();
    if (name.isEmpty()) {
      throw Refusal.of("issue.view.refused.no_name").at("name");
    }
    if (name.length() > MAX_NAME) {
      throw Refusal.of("issue.view.refused.long_name", MAX_NAME).at("name");
    }
    return name;
  }
}
