package nl.steunpunt.people.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.people.PersonalRecords.Leaver;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a leaver's name out of everything, for good. What was asked and answered stays readable:
 * colleagues still learn from it.
 */
@Service
class Erasure {
  private final List<PersonalRecords> modules;
  private final AuditTrail audit;
  private final JdbcClient sql;

  Erasure(List<PersonalRecords> modules, AuditTrail audit, JdbcClient sql) {
    // The directory comes first on a screen, and must come last here.
    this.modules = modules.reversed();
    this.audit = audit;
    this.sql = sql;
  }

  private record Known(
      PersonId id, String name, String email, @Nullable String phone, boolean active) {}

  /**
   * @throws Refusal while the person works here: the next import would bring the name back
   */
  @Transactional
  public void erase(PersonId person) {
    var known =
        sql.sql(
                """
                select id, name, email::text as email, phone, active from people.person
                 where id = :person and erased_at is null for update
                """)
            .param("person", person)
            .query(Known.class)
            .optional()
            .orElseThrow(NotFound::new);
    if (known.active) {
      throw Refusal.of("privacy.still_here");
    }
    var leaver = new Leaver(known.id, known.name, known.email, known.phone);
    modules.forEach(module -> module.erase(leaver));
    audit.note("person_erased", person.value(), Map.of());
  }

  /** For the time of keeping: who left that long ago. */
  @Transactional
  public int eraseWhoLeft(Instant before, int most) {
    var leavers =
        sql.sql(
                """
                select id from people.person
                 where not active and erased_at is null and left_at < :before order by left_at limit :most
                """)
            .param("before", before)
            .param("most", most)
            .query(PersonId.class)
            .list();
    leavers.forEach(this::erase);
    return leavers.size();
  }
}
