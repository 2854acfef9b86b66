package nl.steunpunt.people.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountScreens {
  static final int PER_PAGE = 50;

  private static final String ROW =
      """
      select p.id, p.name, p.email, d.path as department, p.roles,
             p.password_hash is not null as has_password,
             exists (select from people.password_link l
                      where l.person_id = p.id and l.purpose = 'invitation'
                        and l.used_at is null and l.expires_at > :now) as is_invited
        from people.person p join people.department d on d.id = p.department_id
       where p.active
      """;

  private final JdbcClient sql;
  private final Clock clock;

  AccountScreens(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** One more than fits on a page, when there is more. */
  List<AccountRow> found(AccountSearch search) {
    return sql.sql(
            ROW
                + """
                  and (p.name ilike :pattern or p.email ilike :pattern)
                  and (:role = '' or :role = any (p.roles))
                  and (not :without or p.password_hash is null)
                  and (:after::bigint is null
                       or (p.name, p.id) > (select a.name, a.id from people.person a where a.id = :after::bigint))
                order by p.name, p.id limit :limit
                """)
        .param("pattern", search.pattern())
        .param("role", search.role())
        .param("without", search.without())
        .param("after", search.after())
        .param("now", clock.instant())
        .param("limit", PER_PAGE + 1)
        .query(AccountRow.class)
        .list();
  }

  Optional<AccountRow> of(PersonId person) {
    return sql.sql(ROW + " and p.id = :person")
        .param("person", person)
        .param("now", clock.instant())
        .query(AccountRow.class)
        .optional();
  }

  /** In how many browsers somebody is signed in, and how many keys they gave to programs. */
  record Entrances(int browsers, int keys) {}

  Entrances entrancesOf(PersonId person) {
    return sql.sql(
            """
            select count(*) filter (where kind = 'browser') as browsers, count(*) filter (where kind = 'token') as keys
              from people.sign_in
             where person_id = :person and revoked_at is null and expires_at > :now
            """)
        .param("person", person)
        .param("now", clock.instant())
        .query(Entrances.class)
        .single();
  }
}
