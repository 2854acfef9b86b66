package nl.steunpunt.network.place;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.steunpunt.people.DirectoryChanged;
import nl.steunpunt.platform.audit.AuditTrail;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A code for each place that the directory knows. Made once, and never given to another place. */
@Component
public class PlaceCodes {
  /** Read aloud, or from paper, none of these is taken for another. */
  private static final String LETTERS = "23456789abcdefghjkmnpqrstvwxyz";

  private static final int LENGTH = 8;

  private final JdbcClient sql;
  private final Clock clock;
  private final AuditTrail audit;
  private final SecureRandom random = new SecureRandom();

  PlaceCodes(JdbcClient sql, Clock clock, AuditTrail audit) {
    this.sql = sql;
    this.clock = clock;
    this.audit = audit;
  }

  @ApplicationModuleListener
  void on(DirectoryChanged changed) {
    fill();
  }

  /** After an upgrade from a release without codes. */
  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    fill();
  }

  /** For the places that have none; two nodes at once make one for each. */
  public void fill() {
    var without =
        sql.sql(
                """
                select l.id from people.pub_location l
                 where not exists (select from network.place_code c where c.location_id = l.id and c.withdrawn_at is null)
                 order by l.id
                """)
            .query(Long.class)
            .list();
    if (without.isEmpty()) {
      return;
    }
    sql.sql(
            """
            insert into network.place_code (location_id, code, made_at)
            select place, code, :now from unnest(:places::bigint[], :codes::text[]) as made (place, code)
            on conflict do nothing
            """)
        .param("places", without.toArray(Long[]::new))
        .param("codes", codes(without))
        .param("now", clock.instant())
        .update();
  }

  private String[] codes(List<Long> places) {
    return places.stream().map(_ -> code()).toArray(String[]::new);
  }

  private String code() {
    return random
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(at -> LETTERS.substring(at, at + 1))
        .collect(Collectors.joining());
  }

  /**
   * What was printed once.
   *
   * @param old withdrawn, or its place is gone
   */
  public record Sign(long location, boolean old) {}

  private record Coded(long location, String code) {}

  /** The codes of these places that lead there now. */
  public Map<Long, String> of(Collection<Long> locations) {
    return sql
        .sql(
            """
            select location_id as location, code from network.place_code
             where location_id = any(:locations::bigint[]) and withdrawn_at is null
            """)
        .param("locations", locations.toArray(Long[]::new))
        .query(Coded.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Coded::location, Coded::code));
  }

  /** In capitals or not. */
  public Optional<Sign> sign(String code) {
    return sql.sql(
            """
            select c.location_id as location, c.withdrawn_at is not null or l.id is null as old
              from network.place_code c left join people.pub_location l on l.id = c.location_id
             where c.code = :code
            """)
        .param("code", code.toLowerCase(Locale.ROOT))
        .query(Sign.class)
        .optional();
  }

  /** The location to which this code leads now. */
  public Optional<Long> location(String code) {
    return sign(code).filter(sign -> !sign.old).map(Sign::location);
  }

  /**
   * From now on it leads nowhere, and its place has another.
   *
   * @return the place; empty when there is no such code, or it was withdrawn before
   */
  @Transactional
  public Optional<Long> withdraw(String code) {
    var location =
        sql.sql(
                """
                update network.place_code set withdrawn_at = :now
                 where code = :code and withdrawn_at is null returning location_id
                """)
            .param("now", clock.instant())
            .param("code", code.toLowerCase(Locale.ROOT))
            .query(Long.class)
            .optional();
    if (location.isPresent()) {
      fill();
      audit.note("code_withdrawn", null, Map.of("code", code.toLowerCase(Locale.ROOT)));
    }
    return location;
  }
}
