package nl.steunpunt.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one clock. In the demo it may run ahead: the offset is a row, so that every node on the
 * database has the same time; a node reads it again within a second. Outside the demo it is the
 * machine's.
 */
@Component
public class OrganisationClock extends Clock {
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Duration REREAD_AFTER = Duration.ofSeconds(1);

  private record Offset(Duration ahead, Instant readAt) {}

  private final boolean demo;
  private final JdbcClient sql;
  private volatile Offset offset = new Offset(Duration.ZERO, Instant.EPOCH);

  OrganisationClock(@Value("${steunpunt.demo}") boolean demo, JdbcClient sql) {
    this.demo = demo;
    this.sql = sql;
  }

  @Override
  public Instant instant() {
    // PostgreSQL keeps microseconds: what is written and what is compared must be the same moment.
    var machine = Instant.now().truncatedTo(ChronoUnit.MICROS);
    if (!demo) {
      return machine;
    }
    if (machine.isAfter(offset.readAt.plus(REREAD_AFTER))) {
      offset = new Offset(storedOrKnown(), machine);
    }
    return machine.plus(offset.ahead);
  }

  /** For what others hold against their own clocks: never ahead. */
  public Instant machineTime() {
    return Instant.now();
  }

  /** Sets the demo's clock to run this much further ahead, for every node. */
  public void advance(Duration by) {
    if (!demo) {
      throw new IllegalStateException("only the demo's clock can be moved");
    }
    var ahead = stored().plus(by);
    sql.sql(
            """
            insert into platform.setting (name, value) values ('demo-clock', to_jsonb(:ahead::text))
            on conflict (name) do update set value = excluded.value
            """)
        .param("ahead", ahead.toString())
        .update();
    offset = new Offset(ahead, Instant.now());
  }

  /** With the database away the time goes on: what says so has a time on it as well. */
  private Duration storedOrKnown() {
    try {
      return stored();
    } catch (DataAccessResourceFailureException away) {
      return offset.ahead;
    }
  }

  private Duration stored() {
    return sql.sql("select value #>> '{}' from platform.setting where name = 'demo-clock'")
        .query(String.class)
        .optional()
        .map(Duration::parse)
        .orElse(Duration.ZERO);
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), Duration.between(Instant.now(), instant()));
  }
}
