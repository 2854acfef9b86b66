package nl.steunpunt.network.place;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.steunpunt.people.DirectoryChanged;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A code for each place that the directory knows. Made once, and never given to another place. */
@Component
public class PlaceCodes {
  /** Read aloud, or from paper, none of these is taken for another. */
  private static final String LETTERS = "23456789abcdefghjkmnpqrstvwxyz";

  private static final int LENGTH = 8;

  private final JdbcClient sql;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PlaceCodes(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
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
                 where not exists (select from network.place_code c where c.location_id = l.id) order by l.id
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

  /** The location with this code, in capitals or not. */
  public Optional<Long> location(String code) {
    return sql.sql("select location_id from network.place_code where code = :code")
        .param("code", code.toLowerCase(Locale.ROOT))
        .query(Long.class)
        .optional();
  }
}
