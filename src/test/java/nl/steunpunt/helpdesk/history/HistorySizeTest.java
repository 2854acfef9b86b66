package nl.steunpunt.helpdesk.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import nl.steunpunt.bench.large.HistoryFile;
import nl.steunpunt.people.PersonId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A million rows in two minutes, and no more memory than a batch of them. */
@SpringBootTest(properties = "steunpunt.data=target/history-data${test.fork:}")
@Tag("size")
class HistorySizeTest {
  private static final int ROWS = 1_000_000;

  @Autowired HistoryImporting importing;
  @Autowired HistoryScreens screens;
  @Autowired JdbcClient sql;

  @Test
  void aMillionRows() {
    long started = System.nanoTime();
    var run = importing.receive(new PersonId(1), "groot.csv", new HistoryFile(ROWS));
    System.out.printf("received: %.1f s%n", (System.nanoTime() - started) / 1e9);
    importing.check(run, null);
    System.out.printf("checked: %.1f s%n", (System.nanoTime() - started) / 1e9);
    var done = importing.apply(run, false);
    var took = Duration.ofNanos(System.nanoTime() - started);
    System.out.printf(
        "%,d rows, %,d tickets, %,d MB: %.1f s%n",
        done.rows(), done.tickets(), done.bytes() >> 20, took.toMillis() / 1e3);
    assertThat(done.rows()).isEqualTo(ROWS);
    assertThat(done.tickets()).isEqualTo(ROWS / 4);
    assertThat(took).isLessThan(Duration.ofMinutes(2));
    assertThat(screens.overview().baseline().load().mean()).isCloseTo(2_500, within(500.0));
    sql.sql("delete from helpdesk.history_run").update();
    sql.sql("delete from helpdesk.history_week").update();
    sql.sql("delete from helpdesk.history_sum").update();
  }
}
