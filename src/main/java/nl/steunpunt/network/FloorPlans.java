package nl.steunpunt.network;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans of floors, and where on them the desks of power users are. The last change to a place can
 * be undone, and then the one before it.
 */
@Component
public class FloorPlans {
  private final JdbcClient sql;
  private final AuditTrail audit;
  private final Clock clock;

  FloorPlans(JdbcClient sql, AuditTrail audit, Clock clock) {
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /** Of our own writing. */
  public record PlanPicture(String mediaType, int width, int height, byte[] bytes) {}

  /** Desks stay where they are pinned: it is the same floor, drawn anew. */
  @Transactional
  public void put(long location, PlanPicture picture) {
    lock();
    var replaces =
        sql.sql(
                "select exists (select from network.floor_plan where location_id = :location and gone_in is null)")
            .param("location", location)
            .query(Boolean.class)
            .single();
    var change = change(location, replaces ? "replaced" : "put", null);
    takeAway(location, change);
    sql.sql(
            """
            insert into network.floor_plan (location_id, put_in, version, media_type, width, height, picture)
            values (:location, :change, :version, :type, :width, :height, :picture)
            """)
        .param("location", location)
        .param("change", change)
        .param("version", version(picture.bytes))
        .param("type", picture.mediaType)
        .param("width", picture.width)
        .param("height", picture.height)
        .param("picture", picture.bytes)
        .update();
    audit.note("floor_plan_put", null, Map.of("location", location));
  }

  /**
   * @return false: there was none
   */
  @Transactional
  public boolean remove(long location) {
    lock();
    var change = change(location, "removed", null);
    if (takeAway(location, change) == 0) {
      forget(change);
      return false;
    }
    audit.note("floor_plan_removed", null, Map.of("location", location));
    return true;
  }

  private int takeAway(long location, long change) {
    return sql.sql(
            """
            update network.floor_plan set gone_in = :change, gone_at = :now
             where location_id = :location and gone_in is null
            """)
        .param("change", change)
        .param("now", clock.instant())
        .param("location", location)
        .update();
  }

  /**
   * Where somebody sits who works at this place; they are pinned nowhere else then.
   *
   * @param x from the left, in parts of the width; y likewise, from the top
   * @throws Refusal when this is no power user who works here, or one who does not want it
   */
  @Transactional
  public void pin(PersonId person, long location, double x, double y) {
    lock();
    var seat = seat(person, location).orElseThrow(() -> Refusal.of("floor_plan.refused.person"));
    var pinnedHere =
        sql.sql(
                """
                select exists (select from network.desk_pin
                                where person_id = :person and location_id = :location and seat_id = :seat
                                  and gone_in is null)
                """)
            .param("person", person)
            .param("location", location)
            .param("seat", seat)
            .query(Boolean.class)
            .single();
    var change = change(location, pinnedHere ? "moved" : "pinned", person);
    pullOut(person, change);
    sql.sql(
            """
            insert into network.desk_pin (person_id, location_id, seat_id, x, y, put_in)
            values (:person, :location, :seat, :x, :y, :change)
            """)
        .param("person", person)
        .param("location", location)
        .param("seat", seat)
        .param("x", x)
        .param("y", y)
        .param("change", change)
        .update();
    audit.note("desk_pinned", person.value(), Map.of("location", location));
  }

  /** Where they work, when that is here, they are a power user and do not mind. */
  private Optional<Long> seat(PersonId person, long location) {
    return sql.sql(
            """
            select p.location_id from people.pub_person p
              join people.pub_location l on p.location_path = l.path or starts_with(p.location_path, l.path || '/')
             where p.id = :person and p.active and l.id = :location
               and exists (select from network.mandate m where m.person_id = p.id and m.state in ('provisional', 'active'))
               and not exists (select from network.profile r where r.person_id = p.id and not r.on_plan)
            """)
        .param("person", person)
        .param("location", location)
        .query(Long.class)
        .optional();
  }

  /**
   * @return false: was not pinned here
   */
  @Transactional
  public boolean unpin(PersonId person, long location) {
    lock();
    var change = change(location, "unpinned", person);
    var here =
        sql.sql(
                """
                select exists (select from network.desk_pin
                                where person_id = :person and location_id = :location and gone_in is null)
                """)
            .param("person", person)
            .param("location", location)
            .query(Boolean.class)
            .single();
    if (!here) {
      forget(change);
      return false;
    }
    pullOut(person, change);
    audit.note("desk_unpinned", person.value(), Map.of("location", location));
    return true;
  }

  private void pullOut(PersonId person, long change) {
    sql.sql(
            """
            update network.desk_pin set gone_in = :change, gone_at = :now
             where person_id = :person and gone_in is null
            """)
        .param("change", change)
        .param("now", clock.instant())
        .param("person", person)
        .update();
  }

  /**
   * @throws Refusal a conflict, when it is no longer the last
   */
  @Transactional
  public void undo(long location, long change) {
    lock();
    var possible =
        sql.sql(
                """
                select coalesce((select max(id) from network.floor_change where location_id = :location) = :change, false)
                   and not exists (select from network.desk_pin where put_in = :change and gone_in is not null)
                   and not exists (select from network.desk_pin g join network.desk_pin n on n.person_id = g.person_id
                                    where g.gone_in = :change and n.gone_in is null and n.put_in <> :change)
                """)
            .param("location", location)
            .param("change", change)
            .query(Boolean.class)
            .single();
    if (!possible) {
      throw Refusal.conflict("floor_plan.refused.changed");
    }
    for (var table : new String[] {"floor_plan", "desk_pin"}) {
      sql.sql("delete from network." + table + " where put_in = :change")
          .param("change", change)
          .update();
      sql.sql(
              "update network."
                  + table
                  + " set gone_in = null, gone_at = null where gone_in = :change")
          .param("change", change)
          .update();
    }
    forget(change);
    audit.note("floor_plan_undone", null, Map.of("location", location));
  }

  /** What was replaced or taken away before that moment, and what changes say of it. */
  public int forget(Instant before, int most) {
    return sql.sql(
            """
            with old as materialized (
              select id from network.floor_change where at < :before order by id limit :most
            ), plans as (
              delete from network.floor_plan where gone_in in (select id from old)
            ), pins as (
              delete from network.desk_pin where gone_in in (select id from old)
            )
            delete from network.floor_change where id in (select id from old)
            """)
        .param("before", before)
        .param("most", most)
        .update();
  }

  private long change(long location, String kind, @Nullable PersonId person) {
    return sql.sql(
            """
            insert into network.floor_change (location_id, kind, person_id, at)
            values (:location, :kind, :person, :now) returning id
            """)
        .param("location", location)
        .param("kind", kind)
        .param("person", person)
        .param("now", clock.instant())
        .query(Long.class)
        .single();
  }

  private void forget(long change) {
    sql.sql("delete from network.floor_change where id = :change").param("change", change).update();
  }

  /** One at a time, so that what is the last change stays the last until it is undone. */
  private void lock() {
    sql.sql("select 1 from pg_advisory_xact_lock(hashtext('network.floor_plan'))")
        .query(Integer.class)
        .single();
  }

  private static String version(byte[] picture) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
