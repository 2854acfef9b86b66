package nl.steunpunt.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.steunpunt.people.DirectoryLoading;
import nl.steunpunt.people.People;
import nl.steunpunt.people.Role;
import org.apache.commons.csv.CSVFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings people in as every organisation does: by a file for the directory import. */
@Component
class PeopleSeeding {

  private final DirectoryLoading directory;
  private final People people;
  private final Colleagues colleagues;
  private final JdbcClient sql;

  PeopleSeeding(DirectoryLoading directory, People people, Colleagues colleagues, JdbcClient sql) {
    this.directory = directory;
    this.people = people;
    this.colleagues = colleagues;
    this.sql = sql;
  }

  boolean isEmpty() {
    return sql.sql("select not exists (select from people.pub_person)")
        .query(Boolean.class)
        .single();
  }

  void seed(Collection<Employee> employees) {
    seed(employees, Map.of());
  }

  /**
   * The same people again change nothing.
   *
   * @param lastDays of who leaves
   */
  void seed(Collection<Employee> employees, Map<Employee, LocalDate> lastDays) {
    var file = file(employees, lastDays).getBytes(StandardCharsets.UTF_8);
    directory.load("novum.csv", new ByteArrayInputStream(file));
    var found = colleagues.people();
    for (var employee : employees) {
      for (var role : employee.roles()) {
        people.give(found.person(employee), Role.valueOf(role.toUpperCase(Locale.ROOT)));
      }
    }
  }

  static String file(Collection<Employee> employees) {
    return file(employees, Map.of());
  }

  private static String file(Collection<Employee> employees, Map<Employee, LocalDate> lastDays) {
    var text = new StringBuilder();
    try (var file =
        CSVFormat.DEFAULT
            .builder()
            .setHeader(
                "employee_number",
                "email",
                "name",
                "function",
                "department",
                "location",
                "manager_number",
                "language",
                "phone",
                "contract_hours",
                "last_day",
                "active")
            .get()
            .print(text)) {
      for (var e : employees) {
        file.printRecord(
            e.employeeNumber(),
            e.email(),
            e.name(),
            e.function(),
            e.department(),
            e.location(),
            Objects.requireNonNullElse(e.managerNumber(), ""),
            e.language(),
            e.phone(),
            e.contractHours(),
            lastDays.get(e),
            true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
