package nl.steunpunt.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentLogTest {
  static final Path SAMPLE = Path.of("src/test/resources/replay/incidents.csv");

  private static Path real() {
    var folder = Optional.ofNullable(System.getenv("STEUNPUNT_DATA")).orElse("../shared/data");
    return Path.of(folder, "incidents.csv");
  }

  private static Incident incident(IncidentLog log, String number) {
    return log.incidents().stream()
        .filter(one -> one.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anIncidentIsWhatAllItsEventsSay() throws IOException {
    var log = IncidentLog.read(SAMPLE);
    assertThat(log.events()).isEqualTo(57);
    assertThat(log.incidents()).hasSize(26);
    assertThat(incident(log, "INC01")).matches(Incident::kept).matches(Incident::settled);
    assertThat(incident(log, "INC02").kept()).as("reassigned later").isFalse();
    assertThat(incident(log, "INC02").tried()).isEqualTo("Group 1 passed it on");
    assertThat(incident(log, "INC04").settled()).as("opened again").isFalse();
  }

  @Test
  void unknownStaysUnknown() throws IOException {
    var log = IncidentLog.read(SAMPLE);
    var unknown = incident(log, "INC03");
    assertThat(unknown.category()).isEmpty();
    assertThat(unknown.question()).isEqualTo("INC03");
    assertThat(unknown.answer()).isEqualTo("Closed; the log does not say how");
    assertThat(incident(log, "INC02").question()).isEqualTo("INC02: Category 2, Subcategory 1");
    assertThat(log.homes()).doesNotContainKey("Caller 3");
    assertThat(new Office(log).peopleCsv())
        .contains("\"caller-3@replay.example\",\"Caller 3\",\"Callers/Location unknown\",\"\"")
        .doesNotContain("?");
    assertThat(Office.topics(log)).hasSize(3);
  }

  @Test
  void callersLiveWhereTheyAreSeenMostAndTwentyShareAPowerUser() throws IOException {
    var log = IncidentLog.read(SAMPLE);
    assertThat(log.homes()).containsEntry("Caller 1", "Location 2");
    var office = new Office(log);
    assertThat(office.callers()).isEqualTo(24);
    assertThat(office.locations()).isEqualTo(3);
    assertThat(office.powerUsers())
        .as("21 callers at Location 9 are two groups")
        .hasSize(4)
        .contains("power-user-2-of-location-9@replay.example");
    assertThat(office.powerUsersCsv().lines()).hasSize(5);
  }

  @Test
  void theRealLogIsRead() throws IOException {
    var file = real();
    if (!Files.exists(file)) {
      System.out.println("Skipped: no " + file + "; set STEUNPUNT_DATA to the folder of the log");
    }
    assumeTrue(Files.exists(file));
    var log = IncidentLog.read(file);
    assertThat(log.events()).isEqualTo(5_998);
    assertThat(log.incidents()).hasSize(890);
    assertThat(log.incidents().stream().filter(Incident::kept)).hasSize(499);
    assertThat(new Office(log).callers()).isEqualTo(639);
    assertThat(new Office(log).powerUsers()).hasSize(97);
  }

  @Test
  void theNinetyNinthOfAHundred() {
    var times = java.util.stream.LongStream.rangeClosed(1, 200).map(ms -> ms * 1_000_000).toArray();
    assertThat(Report.millis(times, 0.5)).isEqualTo(100);
    assertThat(Report.millis(times, 0.99)).isEqualTo(198);
    assertThat(Report.millis(times, 1)).isEqualTo(200);
    assertThat(Report.millis(new long[] {5_000_000}, 0.99)).isEqualTo(5);
  }
}
