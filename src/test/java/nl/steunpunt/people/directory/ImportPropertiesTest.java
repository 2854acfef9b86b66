package nl.steunpunt.people.directory;

import static nl.steunpunt.people.directory.Office.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold for any two files of an organisation, also bad ones: the same file again writes
 * nothing, and undo gives every row back. The seed of a failing case is its name.
 */
@DirectoryTest
class ImportPropertiesTest {

  @Autowired DirectoryImporting importing;
  @Autowired JdbcClient sql;

  static IntStream seeds() {
    return IntStream.range(0, 25);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameFileAgainWritesNothingAndUndoGivesEverythingBack(int seed) {
    var office = new Office(sql);
    var random = new Random(seed);
    var people = new ArrayList<Row>();
    for (int i = 0; i < 5 + random.nextInt(25); i++) {
      people.add(Row.any(random, i));
    }
    load(office, people);
    assertLoadingAgainWritesNothing(office, people);
    var before = office.everything(false);

    var later = changed(random, people);
    var run = load(office, later);
    assertLoadingAgainWritesNothing(office, later);

    if (!run.changesNothing()) {
      importing.undo(run.id());
    }
    assertThat(office.everything(false)).isEqualTo(before);
  }

  private ImportRun load(Office office, List<Row> people) {
    return importing.run(office.ada, "people.csv", file(csv(people)), true, true);
  }

  private void assertLoadingAgainWritesNothing(Office office, List<Row> people) {
    var before = office.everything(true);
    var again = load(office, people);
    assertThat(again.changesNothing()).isTrue();
    assertThat(office.everything(true)).isEqualTo(before);
  }

  private static String csv(List<Row> people) {
    var text = new StringBuilder(Office.HEADER);
    people.forEach(row -> text.append(row.csv()).append('\n'));
    return text.toString();
  }

  /**
   * A day at HR: people go, come, move, marry, take over each other's address, and typing errors.
   */
  private static List<Row> changed(Random random, List<Row> people) {
    var later = new ArrayList<Row>();
    for (var row : people) {
      switch (random.nextInt(8)) {
        case 0 -> {} // left
        case 1 -> later.add(row.with(random, "moved"));
        case 2 -> later.add(row.addressOf(people.get(random.nextInt(people.size()))));
        case 3 -> later.add(row.reportingTo(random.nextInt(people.size() + 1)));
        case 4 -> later.add(row.inactive());
        default -> later.add(row);
      }
    }
    for (int i = 0; i < random.nextInt(6); i++) {
      later.add(Row.any(random, people.size() + i));
    }
    if (random.nextBoolean() && later.size() > 1) {
      var first = later.get(0);
      later.set(0, first.addressOf(later.get(1)));
      later.set(1, later.get(1).addressOf(first));
    }
    Collections.shuffle(later, random);
    return later;
  }

  private record Row(
      String number,
      String email,
      String name,
      String department,
      String location,
      String manager,
      String active) {

    static Row any(Random random, int i) {
      return new Row(
          random.nextInt(5) == 0 ? "" : String.valueOf(i),
          random.nextInt(20) == 0 ? "no address" : "p" + i + "@a.nl",
          "Persoon " + i,
          List.of("Finance", "finance/Crediteuren", "HR", "Sales/Noord/Team A")
              .get(random.nextInt(4)),
          List.of("", "Utrecht/A/1", "utrecht/A/2/2.01", "Groningen").get(random.nextInt(4)),
          random.nextInt(3) == 0 ? "" : String.valueOf(random.nextInt(i + 1)),
          "");
    }

    Row with(Random random, String name) {
      var other = any(random, 0);
      return new Row(number, email, name, other.department, other.location, manager, active);
    }

    Row addressOf(Row other) {
      return new Row(number, other.email, name, department, location, manager, active);
    }

    Row reportingTo(int boss) {
      return new Row(number, email, name, department, location, String.valueOf(boss), active);
    }

    Row inactive() {
      return new Row(number, email, name, department, location, manager, "nee");
    }

    String csv() {
      return String.join(
          ",", number, email, name, "", department, location, manager, "", "", "", active);
    }
  }
}
