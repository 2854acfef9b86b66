package nl.steunpunt.support.answer;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.AnswerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class AnswerScreens {
  public record Show(
      long id,
      String title,
      String text,
      String why,
      String author,
      String system,
      @Nullable String topicNl,
      @Nullable String topicEn,
      Instant changedAt,
      @Nullable Instant retiredAt,
      boolean helpedMe) {

    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }
  }

  public record Row(
      long id,
      String title,
      @Nullable String topicNl,
      @Nullable String topicEn,
      String author,
      Instant changedAt,
      int helped) {
    public @Nullable String topic(String language) {
      return language.equals("nl") ? topicNl : topicEn;
    }
  }

  /**
   * @param next the number to go on before; null: this is the end
   */
  public record Shelf(List<Row> rows, boolean mine, @Nullable Long next) {}

  private static final int ROWS = 50;

  private final JdbcClient sql;
  private final ScreenSql screens;

  AnswerScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  public Show show(Me me, AnswerId id) {
    var statement =
        sql.sql(
                """
                select to_json(screen) from (
                  select a.id, a.title, a.text, a.why, p.name as author, s.name as system, t.name_nl as topic_nl,
                         t.name_en as topic_en, a.changed_at, a.retired_at,
                         exists (select from support.answer_help h where h.answer_id = a.id and h.person_id = :me) as helped_me
                    from support.answer a
                    join people.pub_person p on p.id = a.author_id
                    join network.pub_system s on s.id = a.system_id
                    left join network.pub_topic t on t.id = a.topic_id
                   where a.id = :id) screen
                """)
            .param("id", id)
            .param("me", me.id());
    return screens.one(statement, Show.class).orElseThrow(NotFound::new);
  }

  /**
   * @param mine only what I wrote
   * @param before the number to go on before; null: from the newest
   */
  Shelf shelf(Me me, boolean mine, @Nullable Long before) {
    var statement =
        sql.sql(
                """
                select to_json(r) from (
                  select a.id, a.title, t.name_nl as topic_nl, t.name_en as topic_en, p.name as author, a.changed_at,
                         (select count(*) from support.answer_help h where h.answer_id = a.id) as helped
                    from support.answer a
                    join people.pub_person p on p.id = a.author_id
                    left join network.pub_topic t on t.id = a.topic_id
                   where a.retired_at is null
                     and (not :mine or a.author_id = :me)
                     and a.id < coalesce(:before::bigint, 9223372036854775807)
                   order by a.id desc
                   limit :rows) r
                """)
            .param("me", me.id())
            .param("mine", mine)
            .param("before", before)
            .param("rows", ROWS + 1);
    var rows = screens.list(statement, Row.class);
    return rows.size() > ROWS
        ? new Shelf(rows.subList(0, ROWS), mine, rows.get(ROWS - 1).id)
        : new Shelf(rows, mine, null);
  }
}
