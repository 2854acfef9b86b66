package nl.steunpunt.bench.large;

import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Departments, places and people. */
final class PeopleWriting {
  private static final List<String> DIRECTORATES =
      List.of(
          "Finance",
          "Inkoop",
          "Logistiek",
          "Verkoop",
          "Service",
          "Productie",
          "Techniek",
          "Mens en Organisatie",
          "Bedrijfsvoering",
          "Kwaliteit",
          "Projecten");
  private static final List<String> SITES =
      List.of("Utrecht", "Groningen", "Eindhoven", "Zwolle", "Den Haag");

  private final Database database;
  private final Crowd crowd;
  private final Instant now;
  private final SplittableRandom random = new SplittableRandom(1);

  PeopleWriting(Database database, Crowd crowd, Instant now) {
    this.database = database;
    this.crowd = crowd;
    this.now = now;
  }

  void write() throws SQLException {
    departments();
    locations();
    people();
  }

  private void departments() throws SQLException {
    try (var table =
        new CopyTable(database, "people.department (id, parent_id, name, path, depth)")) {
      for (int d = 1; d <= crowd.directorates(); d++) {
        table.row(d, null, directorate(d), directorate(d), 0);
      }
      for (int d = 1; d <= crowd.departments(); d++) {
        table.row(
            crowd.directorates() + d, (d - 1) / 10 + 1, name("Afdeling", d), departmentPath(d), 1);
      }
      for (int team = 1; team <= crowd.teams(); team++) {
        var department = Crowd.departmentOf(team);
        table.row(
            crowd.teamDepartment(team),
            crowd.directorates() + department,
            name("Team", team),
            departmentPath(department) + "/" + name("Team", team),
            2);
      }
    }
  }

  private static String directorate(int number) {
    return DIRECTORATES.get(number - 1);
  }

  private static String departmentPath(int department) {
    return directorate((department - 1) / 10 + 1) + "/" + name("Afdeling", department);
  }

  private static String name(String kind, int number) {
    return kind + " " + number;
  }

  private void locations() throws SQLException {
    try (var table =
        new CopyTable(database, "people.location (id, parent_id, name, path, depth)")) {
      int id = 0;
      for (var site : SITES) {
        table.row(++id, null, site, site, 0);
      }
      id = level(table, id, Crowd.BUILDINGS, 0, 5, 1);
      id = level(table, id, Crowd.FLOORS, Crowd.SITES, 5, 2);
      level(table, id, Crowd.ZONES, Crowd.SITES + Crowd.BUILDINGS, 8, 3);
    }
  }

  private static int level(CopyTable table, int from, int many, int parents, int each, int depth)
      throws SQLException {
    for (int n = 0; n < many; n++) {
      var path = place(n, depth);
      table.row(
          from + n + 1,
          parents + n / each + 1,
          path.substring(path.lastIndexOf('/') + 1),
          path,
          depth);
    }
    return from + many;
  }

  private static String place(int n, int depth) {
    return switch (depth) {
      case 0 -> SITES.get(n);
      case 1 -> place(n / 5, 0) + "/Gebouw " + (char) ('A' + n % 5);
      case 2 -> place(n / 5, 1) + "/" + n % 5;
      default -> place(n / 8, 2) + "/Z" + n % 8;
    };
  }

  private void people() throws SQLException {
    var families =
        Speech.lines("names.txt").stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    try (var table =
        new CopyTable(
            database,
            "people.person (id, employee_number, email, name, function, department_id, location_id, manager_id,"
                + " language, phone, contract_hours, roles, created_at)")) {
      for (long person = 1; person <= crowd.people(); person++) {
        var family = random.nextInt(families.size() / 3) * 3;
        var name =
            one(families.get(family + 1).split(" "))
                + " "
                + one(families.get(family + 2).split(","));
        table.row(
            person,
            "L" + (100_000 + person),
            address(name, person),
            name,
            person <= crowd.teams() ? "Teamleider" : "Medewerker",
            crowd.teamDepartment(crowd.team(person)),
            crowd.zone(person),
            person == 1 ? null : crowd.managerOf(person),
            person % 8 == 0 ? "en" : "nl",
            "+31 6 0000 " + person,
            36,
            roles(person),
            now);
      }
    }
  }

  private String one(String[] choice) {
    return choice[random.nextInt(choice.length)];
  }

  private static String address(String name, long person) {
    var letters =
        Normalizer.normalize(name.replace('ı', 'i').replace('ł', 'l'), Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z ]", "")
            .replace(' ', '.');
    return letters + "." + person + "@large.example";
  }

  private String roles(long person) {
    if (crowd.isPowerUser(person)) {
      return "{power_user}";
    }
    if (crowd.isAtDesk(person)) {
      return "{helpdesk}";
    }
    return switch ((int) (person - crowd.lead())) {
      case 0 -> "{network_lead}";
      case 1 -> "{administrator}";
      case 2 -> "{hr}";
      default -> "{}";
    };
  }
}
