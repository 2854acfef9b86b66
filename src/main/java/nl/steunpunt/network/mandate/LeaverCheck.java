package nl.steunpunt.network.mandate;

import java.util.List;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of these does not work here now: the undo of an import may have come first. */
@Repository
class LeaverCheck {
  private final JdbcClient sql;

  LeaverCheck(JdbcClient sql) {
    this.sql = sql;
  }

  List<PersonId> among(List<PersonId> people) {
    return sql.sql(
            """
            select id from people.pub_person where id = any (:people::bigint[]) and not active order by id
            """)
        .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
        .query(PersonId.class)
        .list();
  }
}
