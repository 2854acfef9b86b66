package nl.steunpunt.people.account;

import java.util.Optional;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Accounts {
  private final JdbcClient sql;

  Accounts(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Account> withEmail(String email) {
    return sql.sql(
            """
            select id, name, email, coalesce(chosen_language, language) as language, password_hash from people.person
             where email = :email::citext and active
            """)
        .param("email", email)
        .query(Account.class)
        .optional();
  }

  Optional<Account> of(PersonId person) {
    return sql.sql(
            "select id, name, email, coalesce(chosen_language, language) as language, password_hash from people.person where id = :person and active")
        .param("person", person)
        .query(Account.class)
        .optional();
  }

  void setPassword(PersonId person, String hash) {
    sql.sql("update people.person set password_hash = :hash where id = :person and active")
        .param("hash", hash)
        .param("person", person)
        .update();
  }
}
