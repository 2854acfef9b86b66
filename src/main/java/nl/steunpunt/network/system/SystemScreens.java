package nl.steunpunt.network.system;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.platform.db.ScreenSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class SystemScreens {
  public record Row(
      long id,
      String name,
      String key,
      @Nullable LocalDate liveOn,
      boolean active,
      int topics,
      int powerUsers) {}

  public record TopicRow(long id, String key, String nameNl, String nameEn, boolean active) {}

  public record OneSystem(
      long id,
      String name,
      String key,
      @Nullable LocalDate liveOn,
      boolean active,
      int powerUsers,
      List<TopicRow> topics) {}

  private final JdbcClient sql;
  private final ScreenSql screens;

  SystemScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  List<Row> all() {
    var statement =
        sql.sql(
            """
            select to_json(it) from (
              select s.id, s.name, s.key, s.live_on, s.active,
                     (select count(*) from network.topic t where t.system_id = s.id and t.active) as topics,
                     (select count(*) from network.mandate m
                       where m.system_id = s.id and m.state in ('provisional', 'active')) as power_users
                from network.system s order by s.active desc, s.name, s.id) it
            """);
    return screens.list(statement, Row.class);
  }

  Optional<OneSystem> one(SystemId id) {
    var statement =
        sql.sql(
                """
                select to_json(it) from (
                  select s.id, s.name, s.key, s.live_on, s.active,
                         (select count(*) from network.mandate m
                           where m.system_id = s.id and m.state in ('provisional', 'active')) as power_users,
                         (select coalesce(json_agg(t order by t.active desc, t.name_nl, t.id), '[]')
                            from network.topic t where t.system_id = s.id) as topics
                    from network.system s where s.id = :id) it
                """)
            .param("id", id);
    return screens.one(statement, OneSystem.class);
  }
}
