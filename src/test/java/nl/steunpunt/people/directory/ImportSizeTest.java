package nl.steunpunt.people.directory;

import static nl.steunpunt.people.directory.Office.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hundred thousand people. The promise is 30 seconds; the bound here leaves room for a machine
 * that does other work too.
 */
@DirectoryTest
@Tag("size")
class ImportSizeTest {

  private static final int PEOPLE = 100_000;
  private static final Duration BOUND = Duration.ofSeconds(60);

  @Autowired DirectoryImporting importing;
  @Autowired JdbcClient sql;

  @Test
  void aHundredThousandPeople() {
    var office = new Office(sql);
    var text = text();
    var first =
        timed(
            "first import",
            () -> importing.run(office.ada, "people.csv", file(text), false, false));
    assertThat(first.joiners()).isEqualTo(PEOPLE);
    var again =
        timed(
            "the same again",
            () -> importing.run(office.ada, "people.csv", file(text), false, false));
    assertThat(again.unchanged()).isEqualTo(PEOPLE);
    var next = text.replace("Team 17,", "Team 18,").replaceAll("\n99[0-9]{3},[^\n]*", "");
    var day =
        timed(
            "1,000 leave, 500 move",
            () -> importing.run(office.ada, "people.csv", file(next), false, false));
    assertThat(day.leavers()).isEqualTo(1_000);
    assertThat(day.movers()).isEqualTo(495);
    timed("undo of that", () -> importing.undoLast());
    assertThat(
            sql.sql("select count(*) from people.person where active").query(Long.class).single())
        .isEqualTo(PEOPLE + 1);
    timed("undo of the first", () -> importing.undoLast());
    assertThat(sql.sql("select count(*) from people.person").query(Long.class).single()).isOne();
  }

  /** Teams of a hundred, floors of two hundred, ten people to a manager. */
  private static String text() {
    var text = new StringBuilder(Office.HEADER);
    for (int i = 0; i < PEOPLE; i++) {
      text.append(
          "%d,medewerker%d@groot.example,Voornaam%d van den Achternaam%d,Medewerker,Divisie %d/Afdeling %d/Team %d,Stad %d/Gebouw %d/%d,%s,nl,030 %07d,%d,ja\n"
              .formatted(
                  i,
                  i,
                  i % 997,
                  i,
                  i % 10,
                  i % 100,
                  i % 200,
                  i % 5,
                  i % 25,
                  i % 500,
                  i == 0 ? "" : String.valueOf(i / 10),
                  i,
                  24 + i % 13));
    }
    return text.toString();
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    var outcome = work.get();
    var took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf("%,d people, %s: %.1f s%n", PEOPLE, what, took.toMillis() / 1000.0);
    assertThat(took).isLessThan(BOUND);
    return outcome;
  }

  /** The other tests begin with a small office. */
  @AfterEach
  void leave() {
    new Office(sql);
  }
}
