package nl.steunpunt.helpdesk.caller;

import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may be calling. */
@Repository
public class Callers {
  public record Caller(
      PersonId id,
      String name,
      String email,
      String departmentPath,
      @Nullable String locationPath) {}

  private static final int SHOWN = 8;
  private static final int SHORTEST = 2;

  private final JdbcClient sql;

  Callers(JdbcClient sql) {
    this.sql = sql;
  }

  /** By a part of the name or address, or the whole employee number. */
  List<Caller> find(String typed) {
    var sought = typed.strip();
    if (sought.length() < SHORTEST) {
      return List.of();
    }
    return sql.sql(
            """
            select id, name, email, department_path, location_path
              from people.pub_person
             where active
               and (name ilike :part or email ilike :start or employee_number = :whole)
             order by (name ilike :start) desc, name
             limit :shown
            """)
        .param("part", "%" + escaped(sought) + "%")
        .param("start", escaped(sought) + "%")
        .param("whole", sought)
        .param("shown", SHOWN)
        .query(Caller.class)
        .list();
  }

  Optional<Caller> one(PersonId id) {
    return sql.sql(
            "select id, name, email, department_path, location_path from people.pub_person where id = :id and active")
        .param("id", id)
        .query(Caller.class)
        .optional();
  }

  private static String escaped(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
