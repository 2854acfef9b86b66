package nl.steunpunt.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Not rolled back: a backup sees what is committed, and a restore goes to a database of its own.
 */
@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
class BackupTest {
  /** Nothing is due then, and nothing is old enough to be forgotten by whatever the clock says. */
  private static final Instant FAR_AHEAD = Instant.parse("2999-01-01T00:00:00Z");

  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
  private static final String WAITING =
      """
      insert into support.question (asker_id, filed_by_id, system_id, text, status, power_user_id, asked_at, changed_at)
      select id, id, 1, 'backup-test', 'with_power_user', id, :at, :at from people.person limit 1
      """;

  private static final String PAIRED =
      "delete from platform.idempotent_request where key like 'backup-test-%'";

  @Autowired World world;
  @Autowired DataSource source;
  @Autowired JdbcClient sql;
  @Autowired JdbcConnectionDetails details;
  @Autowired TransactionTemplate transactions;
  @TempDir Path folder;

  DataSource target;

  @BeforeEach
  void emptyDatabase() {
    world.sanne();
    sql.sql("drop database if exists restore_test").update();
    sql.sql("create database restore_test").update();
    target =
        new DriverManagerDataSource(
            details.getJdbcUrl().replaceFirst("/[^/]*$", "/restore_test"),
            String.valueOf(details.getUsername()),
            String.valueOf(details.getPassword()));
  }

  @AfterEach
  void clean() {
    sql.sql(PAIRED).update();
    sql.sql("delete from support.question where text = 'backup-test'").update();
    sql.sql("delete from notify.pending where conversation like 'backup-test-%'").update();
    sql.sql("drop database if exists restore_test").update();
  }

  private Path backup(String name) throws SQLException, IOException {
    var file = folder.resolve(name);
    try (var connection = source.getConnection()) {
      BackupWriting.write(connection, file, AT);
    }
    return file;
  }

  private void restore(Path path, boolean overwrite) throws SQLException, IOException {
    try (var file = BackupFile.open(path)) {
      new Restoring(target).restore(file, overwrite);
    }
  }

  /** By other means than the backup's own: a sum over the sorted rows of every table there is. */
  private static TreeMap<String, String> content(JdbcClient sql) {
    var content = new TreeMap<String, String>();
    for (var table :
        sql.sql(
                """
                select table_schema || '.' || table_name from information_schema.tables
                 where table_type = 'BASE TABLE' and table_schema in
                       ('platform', 'people', 'network', 'notify', 'support', 'issues', 'helpdesk', 'campaign')
                   and table_name not in ('flyway_schema_history', 'live_event', 'live_forgotten', 'import_line', 'presence', 'stated_presence', 'agenda_reading', 'busy_time', 'load', 'awareness_open', 'awareness_spent', 'history_counted', 'history_file', 'history_line', 'title_word')
                """)
            .query(String.class)
            .list()) {
      content.put(
          table,
          sql.sql(
                  "select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') from "
                      + table
                      + " t")
              .query(String.class)
              .single());
    }
    return content;
  }

  /** Not in the file: the questions that are put back make it anew. */
  private static String load(JdbcClient sql) {
    return sql.sql(
            """
            select coalesce(string_agg(l::text, ' ' order by l::text), '')
              from (select system_id, power_user_id, sum(waiting) from support.load group by 1, 2 having sum(waiting) <> 0) l
            """)
        .query(String.class)
        .single();
  }

  @Test
  void whatIsRestoredIsWhatWas() throws Exception {
    // What runs beside all else may be noted meanwhile.
    sql.sql(
            "insert into platform.backup_plan (next_at) values ('2999-01-01') on conflict do nothing")
        .update();
    sql.sql(WAITING).param("at", AT.atOffset(ZoneOffset.UTC)).update();
    var before = content(sql);
    assertThat(before.get("people.person")).isNotEqualTo("0 ");
    restore(backup("all.backup"), false);
    var there = JdbcClient.create(target);
    assertThat(content(there)).isEqualTo(before);
    assertThat(load(there)).isEqualTo(load(sql)).isNotEmpty();
    sql.sql("delete from platform.backup_plan").update();
    var last = "select last_value from support.question_id_seq";
    assertThat(there.sql(last).query(Long.class).single())
        .isEqualTo(sql.sql(last).query(Long.class).single());
  }

  @Test
  void everyTableIsInTheFileThatHoldsMoreThanAMoment() throws Exception {
    try (var file = BackupFile.open(backup("all.backup"))) {
      assertThat(file.manifest().tables())
          .extracting(Manifest.TableContent::name)
          .containsExactlyInAnyOrderElementsOf(content(sql).keySet());
    }
    assertThat(Files.getPosixFilePermissions(folder.resolve("all.backup")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void whileOthersWriteItIsOfOneMoment() throws Exception {
    var running = new AtomicBoolean(true);
    var writing = new CountDownLatch(20);
    try (var writer = Executors.newVirtualThreadPerTaskExecutor()) {
      var written =
          writer.submit(() -> {
            var pairs = 0;
            for (; running.get(); pairs++) {
              writePair(pairs);
              writing.countDown();
            }
            return pairs;
          });
      writing.await();
      var file = backup("busy.backup");
      running.set(false);
      restore(file, false);
      var there = JdbcClient.create(target);
      var first = count(there, "platform.idempotent_request where key like 'backup-test-%'");
      var second = count(there, "notify.pending where conversation like 'backup-test-%'");
      assertThat(first).isEqualTo(second).isGreaterThanOrEqualTo(20).isLessThan(written.get());
    }
  }

  private void writePair(int number) {
    transactions.executeWithoutResult(status -> {
      sql.sql(
              "insert into platform.idempotent_request (person_id, key, body_hash, at) values (0, ?, ''::bytea, ?)")
          .params(List.of("backup-test-" + number, FAR_AHEAD))
          .update();
      sql.sql(
              "insert into notify.pending (person_id, conversation, since, due_at) values (0, ?, ?, ?)")
          .params(List.of("backup-test-" + number, AT, FAR_AHEAD))
          .update();
    });
  }

  private static long count(JdbcClient sql, String from) {
    return sql.sql("select count(*) from " + from).query(Long.class).single();
  }

  @Test
  void aDatabaseWithPeopleIsOverwrittenOnlyWhenTold() throws Exception {
    var file = backup("all.backup");
    restore(file, false);
    var there = JdbcClient.create(target);
    var asItWas = content(there);
    there.sql("update people.person set name = 'Changed since'").update();
    var changed = content(there);
    assertThatThrownBy(() -> restore(file, false))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("--overwrite");
    assertThat(content(there)).isEqualTo(changed);
    restore(file, true);
    assertThat(content(there)).isEqualTo(asItWas);
  }

  @Test
  void aDatabaseThatIsInUseIsLeftAlone() throws Exception {
    var file = backup("all.backup");
    try (var _ = target.getConnection()) {
      assertThatThrownBy(() -> restore(file, true))
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining("1 other connections");
    }
  }

  @Test
  void aFileThatIsCutShortIsRefusedBeforeAnythingIsWritten() throws Exception {
    var whole = backup("all.backup");
    var random = new Random(7);
    for (var length :
        new long[] {0, 1, random.nextLong(Files.size(whole)), Files.size(whole) - 1}) {
      var bad = Files.copy(whole, folder.resolve("bad"), StandardCopyOption.REPLACE_EXISTING);
      try (var file = new RandomAccessFile(bad.toFile(), "rw")) {
        file.setLength(length);
      }
      assertThatThrownBy(() -> restore(bad, true))
          .as("%d bytes", length)
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining("Nothing was changed");
    }
    assertThat(count(JdbcClient.create(target), "pg_tables where schemaname = 'people'")).isZero();
  }

  /** Some bytes of a zip say nothing, such as a date: then the content must be what it was. */
  @Test
  void aByteThatChangedIsRefusedUnlessItSaysNothing() throws Exception {
    var whole = backup("all.backup");
    var random = new Random(7);
    var refused = 0;
    for (var round = 0; round < 200; round++) {
      var bad = Files.copy(whole, folder.resolve("bad"), StandardCopyOption.REPLACE_EXISTING);
      flipOneByte(bad, random);
      try (var file = BackupFile.open(bad);
          var same = BackupFile.open(whole)) {
        assertThat(file.manifest()).isEqualTo(same.manifest());
      } catch (BackupRefused damaged) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  private static void flipOneByte(Path path, Random random) throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      var at = random.nextLong(file.length());
      file.seek(at);
      var was = file.read();
      file.seek(at);
      file.write(was ^ 0x55);
    }
  }

  @Test
  void aFileOfALaterReleaseIsRefused() throws Exception {
    var file = backup("all.backup");
    try (var zip = java.nio.file.FileSystems.newFileSystem(file)) {
      var manifest = zip.getPath(Manifest.ENTRY);
      var text = Files.readString(manifest);
      Files.writeString(
          manifest, text.replaceFirst("\"people\" : \\[ ", "\"people\" : [ \"9000\", "));
    }
    assertThatThrownBy(() -> restore(file, false))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("does not know");
  }

  @Test
  void tablesThatReferToEachOtherInACircleAreNotBackedUpInSilence() {
    assertThatThrownBy(() ->
            Catalog.inOrder(
                List.of("a", "b"),
                java.util.Map.of("a", java.util.Set.of("b"), "b", java.util.Set.of("a"))))
        .hasMessageContaining("circle");
  }
}
