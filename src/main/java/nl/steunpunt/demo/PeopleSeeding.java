package nl.steunpunt.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
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

  /** The same people again change nothing. */
  void seed(Collection<Employee> employees) {
    var file = file(employees).getBytes(StandardCharsets.UTF_8);
    directory.load("novum.csv", new ByteArrayInputStream(file));
    var found = colleagues.people();
    for (var employee : employees) {
      for (var role : employee.roles()) {
        people.give(found.person(employee), Role.valueOf(role.toUpperCase(Locale.ROOT)));
      }
    }
  }

  static String file(Collection<Employee> employees) {
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
            true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
