package nl.steunpunt.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Fills the seats of {@code teams.csv}: first who has a name already, then whom the seed brings.
 */
final class Hiring {

  /** Nobody leads more people than this; above it, the team gets group leads. */
  private static final int SPAN = 16;

  private static final String BOARD = "Bedrijfsvoering/Directie";
  private static final List<Integer> HOURS = List.of(40, 40, 36, 36, 36, 32, 32, 28, 24, 20);

  /** Someone whose name, function and team are given. */
  private record Named(String name, String function, String team, @Nullable CastMember cast) {}

  // java.util.Random, because its sequence is specified: no JDK may change who works here.
  private final RandomGenerator random;
  private final Names names = Names.load();
  private final Map<String, List<Named>> named = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> namesakes = new HashMap<>();
  private final List<Employee> hired = new ArrayList<>();
  private int nextNumber = 1101;

  Hiring(long seed) {
    random = new Random(seed);
    for (var member : Cast.ALL) {
      reserve(new Named(member.name(), member.function(), member.team(), member));
    }
    for (var row : Tables.rows("power-users.csv")) {
      if (!taken.contains(row.get("name"))) {
        reserve(new Named(row.get("name"), row.get("function"), row.get("team"), null));
      }
    }
  }

  private void reserve(Named person) {
    taken.add(person.name);
    named.computeIfAbsent(person.team, team -> new ArrayList<>()).add(person);
  }

  Organisation organisation() {
    var teams = Tables.rows("teams.csv");
    var board = teams.stream().filter(t -> t.get("team").equals(BOARD)).findFirst().orElseThrow();
    var director = newcomer(board, board.get("lead"), null);
    var heads = new HashMap<String, String>();
    for (var team : teams) {
      var department = team.get("team").substring(0, team.get("team").indexOf('/'));
      var head =
          heads.computeIfAbsent(department, name -> head(name, board, director).employeeNumber());
      if (team.equals(board)) {
        staff(team, director.employeeNumber());
      } else {
        staff(team, leadOf(team, head).employeeNumber());
      }
    }
    return new Organisation(List.copyOf(hired), powerUsers());
  }

  /** The head of a department sits with the board, and belongs to the department and to no team. */
  private Employee head(String department, CSVRecord board, Employee director) {
    var drawn = draw();
    return hire(
        drawn,
        "Directeur " + department,
        department,
        zone(board),
        director.employeeNumber(),
        40,
        Set.of(),
        null);
  }

  private Employee leadOf(CSVRecord team, String manager) {
    var known =
        named.getOrDefault(team.get("team"), List.of()).stream()
            .filter(n -> n.function.equals(team.get("lead")))
            .findFirst();
    return known.isPresent()
        ? seat(team, known.get(), manager)
        : newcomer(team, team.get("lead"), manager);
  }

  private void staff(CSVRecord team, String lead) {
    var seated = 1;
    var size = Integer.parseInt(team.get("size"));
    var managers = new ArrayList<String>(List.of(lead));
    if (size > SPAN + 1) {
      managers.clear();
      for (var group = 0; group < (size - 2) / SPAN + 1; group++) {
        managers.add(newcomer(team, "Groepsleider", lead).employeeNumber());
        seated++;
      }
    }
    for (var person : named.getOrDefault(team.get("team"), List.of())) {
      if (!person.function.equals(team.get("lead"))) {
        seat(team, person, managers.get(seated++ % managers.size()));
      }
    }
    var functions = Tables.parts(team.get("functions"));
    while (seated < size) {
      newcomer(team, Names.one(functions, random), managers.get(seated++ % managers.size()));
    }
  }

  private Employee seat(CSVRecord team, Named person, String manager) {
    var cast = person.cast;
    return cast == null
        ? hire(
            new Names.Drawn(person.name, "nl"),
            person.function,
            person.team,
            zone(team),
            manager,
            36,
            Set.of(),
            null)
        : hire(
            new Names.Drawn(person.name, cast.language()),
            person.function,
            person.team,
            cast.location(),
            manager,
            cast.contractHours(),
            cast.roles(),
            cast.employeeNumber());
  }

  private Employee newcomer(CSVRecord team, String function, @Nullable String manager) {
    return hire(
        draw(),
        function,
        team.get("team"),
        zone(team),
        manager,
        Names.one(HOURS, random),
        Set.of(),
        null);
  }

  private Employee hire(
      Names.Drawn person,
      String function,
      String department,
      String location,
      @Nullable String manager,
      int hours,
      Set<String> roles,
      @Nullable String givenNumber) {
    var number = givenNumber == null ? Integer.toString(nextNumber++) : givenNumber;
    var occurrence = namesakes.merge(Addresses.of(person.name()), 1, Integer::sum);
    var email = Addresses.of(person.name(), occurrence);
    var mobile = department.contains("Monteurs") || department.endsWith("Buitendienst");
    var employee =
        new Employee(
            number,
            email,
            person.name(),
            function,
            department,
            location,
            manager,
            person.language(),
            Addresses.phone(location, mobile, number),
            hours,
            roles);
    hired.add(employee);
    return employee;
  }

  /** Few colleagues share a name; nobody shares it with someone the demo calls by name. */
  private Names.Drawn draw() {
    var drawn = names.draw(random);
    if (namesakes.containsKey(Addresses.of(drawn.name()))) {
      drawn = names.draw(random);
    }
    return taken.contains(drawn.name()) ? draw() : drawn;
  }

  private String zone(CSVRecord team) {
    return team.get("site_floor") + "/" + Names.one(Tables.parts(team.get("zones")), random);
  }

  private List<PowerUser> powerUsers() {
    var people = new HashMap<String, Employee>();
    hired.forEach(e -> people.putIfAbsent(e.name(), e));
    var found = new ArrayList<PowerUser>();
    for (var row : Tables.rows("power-users.csv")) {
      found.add(
          new PowerUser(
              Objects.requireNonNull(people.get(row.get("name"))),
              Integer.parseInt(row.get("share_percent")),
              row.get("agreed"),
              row.get("weeks").isEmpty() ? null : Integer.valueOf(row.get("weeks")),
              Integer.parseInt(row.get("busy")),
              Tables.parts(row.get("departments")),
              Tables.parts(row.get("locations")),
              Tables.parts(row.get("topics"))));
    }
    return List.copyOf(found);
  }
}
