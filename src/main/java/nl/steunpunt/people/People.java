package nl.steunpunt.people;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to persons for other modules. What they only read, they read from {@code
 * people.pub_person}.
 */
@Repository
public class People {
  private final JdbcClient sql;
  private final AuditTrail audit;

  People(JdbcClient sql, AuditTrail audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /** The active person with this address, in any case of letters. */
  public Optional<PersonId> withEmail(String email) {
    return sql.sql("select id from people.person where email = :email::citext and active")
        .param("email", email.strip())
        .query(PersonId.class)
        .optional();
  }

  /** Who this address is of, as they act by mail: without a sign-in. */
  public Optional<Me> whoMails(String email) {
    return sql.sql(
            """
            select id, name, email, coalesce(chosen_language, language) as language, roles, 0 as sign_in_id
              from people.person where email = :email::citext and active
            """)
        .param("email", email.strip())
        .query(Me.class)
        .optional();
  }

  /** The active person with this number or address. */
  public Optional<PersonId> find(Ref ref) {
    if (ref.number().isEmpty()) {
      return withEmail(ref.text());
    }
    return sql.sql("select id from people.person where id = :id and active")
        .param("id", ref.number().getAsLong())
        .query(PersonId.class)
        .optional();
  }

  /** Their own choice, which holds whatever the directory says. */
  public void speaks(PersonId person, String language) {
    sql.sql("update people.person set chosen_language = :language where id = :person")
        .param("language", language)
        .param("person", person)
        .update();
  }

  @Transactional
  public void give(PersonId person, Role role) {
    var given =
        sql.sql(
                "update people.person set roles = array_append(roles, :role) where id = :person and not :role = any(roles)")
            .param("role", word(role))
            .param("person", person)
            .update();
    note("role_given", given, person, role);
  }

  @Transactional
  public void take(PersonId person, Role role) {
    var taken =
        sql.sql(
                "update people.person set roles = array_remove(roles, :role) where id = :person and :role = any(roles)")
            .param("role", word(role))
            .param("person", person)
            .update();
    note("role_taken", taken, person, role);
  }

  /** A power user's role follows from a mandate, and that has notes of its own. */
  private void note(String what, int rows, PersonId person, Role role) {
    if (rows > 0 && role != Role.POWER_USER) {
      audit.note(what, person.value(), Map.of("role", word(role)));
    }
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
