package nl.steunpunt.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The hand-made log, played as bin/replay does: against a server that nobody has used. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "steunpunt.data=target/test-data-replay",
      "steunpunt.demo=true",
      "steunpunt.demo.seed=false"
    })
class ReplayTest {
  static {
    try {
      FileSystemUtils.deleteRecursively(Path.of("target/test-data-replay"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @LocalServerPort int port;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  /** As the server's log gives it to who started it. */
  private URI setUpLink() {
    var now = clock.instant();
    sql.sql(
            """
            insert into people.password_link (secret_hash, purpose, created_at, expires_at)
            values (sha256('replay'), 'set_up', :now, :until)
            """)
        .param("now", now)
        .param("until", now.plus(Duration.ofHours(1)))
        .update();
    return URI.create("http://127.0.0.1:" + port + "/first-run/replay");
  }

  @Test
  void everyQuestionIsAccountedFor() throws IOException {
    var log = IncidentLog.read(IncidentLogTest.SAMPLE);
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    var replay = new Replay(URI.create("http://127.0.0.1:" + port), log, out);
    replay.furnish(new Office(log), setUpLink());
    var played = replay.askAll();

    assertThat(played).as(said.toString(StandardCharsets.UTF_8)).hasSize(26);
    assertThat(played).filteredOn(one -> one.course() == Course.ANSWERED).hasSize(17);
    assertThat(played).filteredOn(one -> one.course() == Course.HANDED_OVER).hasSize(9);
    assertThat(played).allMatch(one -> one.toScreenNanos() > 0);

    replay.letSilenceClose();
    assertThat(replay.accountFor(played)).isTrue();
    new Report(played).print(out);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Category 3                  21        14            7         0")
        .contains("Handed over: 34.6 %. This share is the log's")
        .contains("median")
        .contains("Of 26 questions that the server promised 26 are there");

    sql.sql("delete from support.question where id = :id")
        .param("id", played.getFirst().id())
        .update();
    assertThat(replay.accountFor(played)).as("one is gone").isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("promised 25 are there");
  }
}
