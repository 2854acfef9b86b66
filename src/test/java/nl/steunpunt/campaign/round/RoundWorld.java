package nl.steunpunt.campaign.round;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where Fatima walks, and what her round left in the database. */
@Component
@Lazy
class RoundWorld {
  private final World world;
  private final JdbcClient sql;
  private final Clock clock;

  RoundWorld(World world, JdbcClient sql, Clock clock) {
    this.world = world;
    this.sql = sql;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Where this colleague sits. */
  long place(Colleague colleague) {
    return sql.sql("select location_id from people.person where id = :id")
        .param("id", colleague.id())
        .query(Long.class)
        .single();
  }

  /** The places of Fatima's people, in the order of their paths. */
  List<Long> fatimasPlaces() {
    return sql.sql(
            """
            select distinct p.location_id, p.location_path from network.pub_constituency c
              join people.pub_person p on p.id = c.person_id
             where c.power_user_id = :me and c.rank = 0 and p.location_id is not null order by 2
            """)
        .param("me", world.fatima().id())
        .query((row, number) -> row.getLong(1))
        .list();
  }

  long issue() {
    return Long.parseLong(
        Objects.requireNonNull(
                world
                    .as(world.pieter())
                    .post(
                        "/issues", "system", world.nova().toString(), "title", "Lijst blijft leeg")
                    .getResponse()
                    .getRedirectedUrl())
            .replaceAll("\\D", ""));
  }

  /** How many rows fit. */
  int count(String from, Object... arguments) {
    var statement = sql.sql("select count(*) from " + from);
    for (var argument : arguments) {
      statement = statement.param(argument);
    }
    return statement.query(Integer.class).single();
  }

  int minutes(Colleague colleague, String kind) {
    return sql.sql(
            "select coalesce(sum(minutes), 0) from network.work where person_id = :id and kind = :kind")
        .param("id", colleague.id())
        .param("kind", kind)
        .query(Integer.class)
        .single();
  }

  static String some() {
    return UUID.randomUUID().toString();
  }
}
