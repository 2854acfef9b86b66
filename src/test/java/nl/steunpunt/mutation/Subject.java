package nl.steunpunt.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A package whose comparisons are changed, and its tests that need no database. */
enum Subject {
  TIME(
      "nl.steunpunt.platform.time",
      "PublicHolidayTest",
      "WorkingCalendarTest",
      "OrganisationCalendarTest",
      "ClockWatchTest",
      "WorkingCalendarProperties",
      "OrganisationClockTest",
      "TickerTest"),
  ROUTING(
      "nl.steunpunt.support.routing",
      "ReasonTest",
      "PlaceTest",
      "RoutingFormTest",
      "RouterTest",
      "RouterProperties");

  private final String room;
  private final List<String> tests;

  Subject(String room, String... tests) {
    this.room = room;
    this.tests = List.of(tests);
  }

  /** Those that are about that file first: most mutants get no further. */
  List<String> tests(Path file) {
    var about = file.getFileName().toString().replace(".java", "");
    return tests.stream()
        .sorted(Comparator.comparing(test -> !test.startsWith(about)))
        .map(test -> room + "." + test)
        .toList();
  }

  private Path folder() {
    return Path.of("src/main/java", room.split("\\."));
  }

  static Subject of(Path file) {
    for (var subject : values()) {
      if (file.startsWith(subject.folder())) {
        return subject;
      }
    }
    throw new IllegalArgumentException(file.toString());
  }

  /**
   * In an order that is the same in each process.
   *
   * @param only of files with this in their name
   */
  static List<Mutant> mutants(String only) throws IOException {
    var mutants = new ArrayList<Mutant>();
    for (var subject : values()) {
      try (var files = Files.list(subject.folder())) {
        for (var file :
            files
                .filter(path -> path.toString().endsWith(".java"))
                .filter(path -> path.getFileName().toString().contains(only))
                .sorted(Comparator.naturalOrder())
                .toList()) {
          mutants.addAll(Mutants.of(file));
        }
      }
    }
    return mutants;
  }
}
