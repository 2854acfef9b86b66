package nl.steunpunt.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.steunpunt.platform.db.SqlFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 100,000 people, 2,000 power users, and the worst case: everyone has three deputies, so 400,000
 * rows come of it. The promise is five seconds on a machine of its own; a test shares its machine.
 */
@Tag("size")
class ConstituencySizeTest extends NetworkTest {

  @Test
  void recomputesALargeOrganisation() {
    sql.sql(SqlFile.beside(ConstituencySizeTest.class, "large-organisation.sql")).update();

    var first = timed("first", () -> assertThat(constituencies.recompute()).isGreaterThan(100_000));
    var unchanged = timed("unchanged", () -> assertThat(constituencies.recompute()).isZero());
    timed("its cover counted alone", constituencies::countCover);
    sql.sql(
            "update people.person set department_id = department_id + 1 where id % 50 = 0 and email like 'p%@size.test'")
        .update();
    var moved =
        timed("2 % of people moved", () -> assertThat(constituencies.recompute()).isPositive());

    assertThat(first).isLessThan(Duration.ofSeconds(40));
    assertThat(unchanged).isLessThan(Duration.ofSeconds(40));
    assertThat(moved).isLessThan(Duration.ofSeconds(40));
  }

  private static Duration timed(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    var took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf("constituency of 100,000 people, %s: %d ms%n", what, took.toMillis());
    return took;
  }
}
