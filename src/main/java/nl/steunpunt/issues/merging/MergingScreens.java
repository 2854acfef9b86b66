package nl.steunpunt.issues.merging;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class MergingScreens {
  /**
   * @param text its beginning; null: the viewer may not read it
   */
  public record Asked(long id, @Nullable String text, Instant at) {}

  public record Gone(long id, String title, Instant at, @Nullable String by) {}

  /**
   * @param gone what went into it
   * @param cameFrom what it was split off from; null: it was not
   * @param questions the newest first; {@code more} says that there are others
   */
  public record Show(
      long id,
      String title,
      String text,
      long systemId,
      List<Gone> gone,
      @Nullable Long cameFrom,
      List<Asked> questions,
      boolean more) {}

  private final JdbcClient sql;
  private final ScreenSql screens;

  MergingScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  /** What the desk may read of the questions is what came to the desk. */
  Show show(Me me, IssueId id, boolean desk) {
    var statement =
        sql.sql(
                """
                with recursive meant (id, merged_into) as (
                  select id, merged_into from issues.issue where id = :id
                  union all
                  select i.id, i.merged_into from meant m join issues.issue i on i.id = m.merged_into
                )
                select to_json(screen) from (
                  select i.id, i.title, i.title || ' ' || i.description as text, i.system_id,
                         coalesce((select json_agg(g order by g.at desc, g.id) from (
                           select n.id, n.title, g.at, p.name as by
                             from issues.merger g join issues.issue n on n.id = g.gone_id
                             left join people.pub_person p on p.id = g.by_id
                            where g.kept_id = i.id and g.undone_at is null
                            order by g.at desc limit 50) g), '[]') as gone,
                         (select s.from_id from issues.parting s where s.issue_id = i.id) as came_from,
                         (select count(*) > :most from issues.linked_question l where l.issue_id = i.id) as more,
                         coalesce((select json_agg(q order by q.id desc) from (
                           select q.id, q.asked_at as at,
                                  case when :desk and q.desk_since is not null or q.power_user_id = :me
                                       then left(q.text, 200) end as text
                             from issues.linked_question l join support.pub_question q on q.id = l.question_id
                            where l.issue_id = i.id order by q.id desc limit :most) q), '[]') as questions
                    from issues.issue i
                   where i.id = (select id from meant where merged_into is null)) screen
                """)
            .param("id", id)
            .param("me", me.id())
            .param("desk", desk)
            .param("most", Merging.MOST_QUESTIONS);
    return screens.one(statement, Show.class).orElseThrow(NotFound::new);
  }

  /**
   * Questions that no issue has yet, that this person may read, newest first: the candidates for a
   * look at how alike they are.
   */
  List<Asked> unlinked(Me me, long system, boolean desk, int most) {
    var statement =
        sql.sql(
                """
                select to_json(q) from (
                  select q.id, left(q.text, 2000) as text, q.asked_at as at
                    from support.pub_question q
                   where q.system_id = :system and q.status in ('open', 'with_power_user', 'with_helpdesk')
                     and (:desk and q.status = 'with_helpdesk' or q.power_user_id = :me)
                     and not exists (select from issues.linked_question l where l.question_id = q.id)
                   order by q.id desc limit :most) q
                """)
            .param("system", system)
            .param("me", me.id())
            .param("desk", desk)
            .param("most", most);
    return screens.list(statement, Asked.class);
  }
}
