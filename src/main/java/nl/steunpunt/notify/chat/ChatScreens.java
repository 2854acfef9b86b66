package nl.steunpunt.notify.chat;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.notify.chat.ChannelForm.Choices;
import nl.steunpunt.platform.db.ScreenSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ChatScreens {
  private final JdbcClient sql;
  private final ScreenSql screens;

  ChatScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  /**
   * @param shown as much of the address as may be seen
   * @param about departments, places and systems it is limited to, with those above them
   * @param trouble key of a sentence
   * @param lost messages that were given up
   */
  public record Row(
      long id,
      String name,
      ChatKind kind,
      String shown,
      String language,
      List<String> events,
      List<String> about,
      boolean active,
      @Nullable Instant deliveredAt,
      @Nullable Instant failingSince,
      @Nullable String trouble,
      @Nullable String detail,
      Instant tryAt,
      int lost,
      @Nullable Instant lostAt,
      long waiting) {}

  List<Row> all() {
    return sql.sql(
            """
            select c.id, c.name, c.kind, c.shown, c.language, c.events,
                   array_remove(array[s.name, replace(d.path, '/', ' · '), replace(l.path, '/', ' · ')], null) as about,
                   c.active, c.delivered_at, c.failing_since, c.trouble, c.detail, c.try_at, c.lost, c.lost_at,
                   (select count(*) from notify.chat_news n where n.channel_id = c.id) as waiting
              from notify.chat_channel c
              left join network.pub_system s on s.id = c.system_id
              left join people.pub_department d on d.id = c.department_id
              left join people.pub_location l on l.id = c.location_id
             order by c.name, c.id
            """)
        .query(Row.class)
        .list();
  }

  Choices choices() {
    return screens
        .one(
            sql.sql(
                """
                select to_json(c) from (
                  select coalesce((select json_agg(json_build_object('id', d.id, 'name', replace(d.path, '/', ' · ')) order by d.path)
                                     from people.pub_department d), '[]') as departments,
                         coalesce((select json_agg(json_build_object('id', l.id, 'name', replace(l.path, '/', ' · ')) order by l.path)
                                     from people.pub_location l), '[]') as locations,
                         coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name)
                                     from network.pub_system s where s.active), '[]') as systems) c
                """),
            Choices.class)
        .orElseThrow();
  }
}
