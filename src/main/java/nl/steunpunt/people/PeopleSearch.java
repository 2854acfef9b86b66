package nl.steunpunt.people;

import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.db.Like;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What any colleague may see of another: never the address, phone or number in the directory. */
@Repository
public class PeopleSearch {
  private static final int ROWS = 20;

  public record Colleague(
      long id,
      String name,
      @Nullable String function,
      String department,
      @Nullable String location) {}

  private final JdbcClient sql;

  PeopleSearch(JdbcClient sql) {
    this.sql = sql;
  }

  /** One who still works here. */
  public Optional<Colleague> one(PersonId id) {
    return sql.sql(
            """
            select p.id, p.name, p.function, d.path as department, l.path as location
              from people.person p
              join people.department d on d.id = p.department_id
              left join people.location l on l.id = p.location_id
             where p.active and p.id = :id
            """)
        .param("id", id)
        .query(Colleague.class)
        .optional();
  }

  /** Whose name has this in it, or whose whole address it is; the beginning of a name first. */
  public List<Colleague> find(String typed) {
    return sql.sql(
            """
            select p.id, p.name, p.function, d.path as department, l.path as location
              from people.person p
              join people.department d on d.id = p.department_id
              left join people.location l on l.id = p.location_id
             where p.active and (p.name ilike :within or p.email = :typed::citext)
             order by p.name not ilike :beginning, p.name, p.id
             limit :rows
            """)
        .param("typed", typed)
        .param("within", Like.containing(typed))
        .param("beginning", Like.beginningWith(typed))
        .param("rows", ROWS)
        .query(Colleague.class)
        .list();
  }
}
