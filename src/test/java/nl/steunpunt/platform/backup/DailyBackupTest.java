package nl.steunpunt.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import nl.steunpunt.platform.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With nodes and a clock of its own; the running context's looks only every twenty seconds. */
@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
class DailyBackupTest {
  private static final Instant EVENING = Instant.parse("2031-03-03T19:00:00Z");
  private static final Instant NIGHT = Instant.parse("2031-03-04T01:00:00Z");

  @Autowired DataSource source;
  @Autowired Settings settings;
  @Autowired JdbcClient sql;
  @TempDir Path folder;

  @BeforeEach
  @AfterEach
  void forget() {
    sql.sql("delete from platform.backup_run").update();
    sql.sql("delete from platform.backup_plan").update();
    sql.sql("delete from platform.setting where name = 'backup'").update();
  }

  private Backups backupsAt(Instant now) {
    return new Backups(settings, sql, Clock.fixed(now, ZoneOffset.UTC), folder.toFile());
  }

  private void look(Instant now) {
    new BackupMaking(backupsAt(now), source, Clock.fixed(now, ZoneOffset.UTC)).makeDue();
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void comesOnceANightOnWhicheverNodeLooksFirst() throws Exception {
    look(EVENING);
    assertThat(files()).isEmpty();
    assertThat(backupsAt(EVENING).next()).hasValue(NIGHT);
    look(NIGHT);
    look(NIGHT.plusSeconds(20));
    assertThat(files()).containsExactly("steunpunt-20310304T010000Z.backup");
    BackupFile.open(folder.resolve(files().getFirst())).close();
    assertThat(backupsAt(NIGHT.plusSeconds(40)).next()).hasValue(NIGHT.plus(Duration.ofDays(1)));
    assertThat(backupsAt(NIGHT).isInTrouble()).isFalse();
  }

  @Test
  void theOldestGoWhenANewOneIsGoodAndOthersFilesStay() throws Exception {
    backupsAt(EVENING).change(new BackupSettings(true, 2, 2));
    Files.writeString(
        folder.resolve("steunpunt-before-the-upgrade.backup"), "an administrator's own");
    look(EVENING);
    for (var day = 0; day < 4; day++) {
      look(NIGHT.plus(Duration.ofDays(day)));
    }
    assertThat(files())
        .containsExactly(
            "steunpunt-20310306T010000Z.backup",
            "steunpunt-20310307T010000Z.backup",
            "steunpunt-before-the-upgrade.backup");
  }

  @Test
  void aBadNightIsSaidAndTriedAgainAnHourLater() throws Exception {
    look(EVENING);
    Files.delete(folder);
    Files.writeString(folder, "no folder");
    look(NIGHT);
    var after = backupsAt(NIGHT.plusSeconds(60));
    assertThat(after.isInTrouble()).isTrue();
    assertThat(after.recent().getFirst().trouble()).contains("FileAlreadyExistsException");
    Files.delete(folder);
    look(NIGHT.plusSeconds(1800));
    assertThat(folder).doesNotExist();
    look(NIGHT.plusSeconds(3600));
    assertThat(files()).hasSize(1);
    assertThat(backupsAt(NIGHT.plusSeconds(3600)).isInTrouble()).isFalse();
  }

  @Test
  void aClockThatWasAheadDoesNotEndTheBackups() throws Exception {
    look(EVENING.plus(Duration.ofDays(400)));
    look(EVENING);
    assertThat(files()).hasSize(1);
  }

  @Test
  void whatWasCutOffIsNotCalledRunningForEver() {
    backupsAt(EVENING).begun("lost.backup");
    look(EVENING);
    look(NIGHT);
    assertThat(backupsAt(NIGHT).recent())
        .extracting(BackupRun::trouble)
        .containsExactly(null, "cut off");
  }

  @Test
  void offMeansNone() throws Exception {
    backupsAt(EVENING).change(new BackupSettings(false, 2, 2));
    look(EVENING);
    look(NIGHT);
    assertThat(files()).isEmpty();
    assertThat(backupsAt(NIGHT).next()).isEmpty();
  }
}
