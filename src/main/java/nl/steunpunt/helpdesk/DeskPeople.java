package nl.steunpunt.helpdesk;

import java.util.List;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works at the desk. */
@Component
public class DeskPeople {
  private final JdbcClient sql;

  DeskPeople(JdbcClient sql) {
    this.sql = sql;
  }

  public List<PersonId> all() {
    return sql.sql("select id from people.pub_person where active and roles @> array['helpdesk']")
        .query(PersonId.class)
        .list();
  }

  public record Colleague(long id, String name) {}

  /** To choose from. */
  public List<Colleague> colleagues() {
    return sql.sql(
            """
            select id, name from people.pub_person where active and roles @> array['helpdesk'] order by name, id
            """)
        .query(Colleague.class)
        .list();
  }

  public List<PersonId> but(PersonId one) {
    return all().stream().filter(person -> !person.equals(one)).toList();
  }
}
