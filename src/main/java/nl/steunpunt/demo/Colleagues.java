package nl.steunpunt.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers in the database of what the demo knows by name. */
@Component
class Colleagues {

  private record Numbered(String name, long id) {}

  private final JdbcClient sql;

  Colleagues(JdbcClient sql) {
    this.sql = sql;
  }

  /** Persons by employee number. */
  Found people() {
    return found(
        "select employee_number as name, id from people.pub_person where employee_number is not null");
  }

  /** Departments by path. */
  Found departments() {
    return found("select path as name, id from people.pub_department");
  }

  /** Locations by path. */
  Found locations() {
    return found("select path as name, id from people.pub_location");
  }

  private Found found(String statement) {
    var ids = new HashMap<String, Long>();
    sql.sql(statement).query(Numbered.class).list().forEach(n -> ids.put(n.name, n.id));
    return new Found(ids);
  }

  record Found(Map<String, Long> ids) {

    long id(String name) {
      return Objects.requireNonNull(ids.get(name), name);
    }

    PersonId person(Employee employee) {
      return new PersonId(id(employee.employeeNumber()));
    }
  }
}
