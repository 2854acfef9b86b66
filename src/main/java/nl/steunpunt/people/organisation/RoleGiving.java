package nl.steunpunt.people.organisation;

import java.util.List;
import java.util.Set;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes roles. There is always an administrator left. */
@Service
class RoleGiving {
  /** Without the power user's: that role follows from a mandate. */
  static final List<Role> GIVEN =
      List.of(Role.NETWORK_LEAD, Role.HELPDESK, Role.PRODUCT_OWNER, Role.HR, Role.ADMINISTRATOR);

  /** The number of the lock that keeps two administrators from taking each other's role at once. */
  private static final long LOCK = 7_302;

  private final People people;
  private final JdbcClient sql;

  RoleGiving(People people, JdbcClient sql) {
    this.people = people;
    this.sql = sql;
  }

  /**
   * @throws Refusal when nobody would administer any more
   */
  @Transactional
  void set(PersonId person, Set<@Nullable Role> wished) {
    sql.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
    if (!wished.contains(Role.ADMINISTRATOR) && !hasOtherAdministrator(person)) {
      throw Refusal.of("accounts.last_administrator");
    }
    for (var role : GIVEN) {
      if (wished.contains(role)) {
        people.give(person, role);
      } else {
        people.take(person, role);
      }
    }
  }

  private boolean hasOtherAdministrator(PersonId person) {
    return sql.sql(
            """
            select exists (select from people.person
             where 'administrator' = any (roles) and active and id <> :person)
            """)
        .param("person", person)
        .query(Boolean.class)
        .single();
  }
}
