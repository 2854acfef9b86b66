package nl.steunpunt.people.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.platform.backup.BackupSettings;
import nl.steunpunt.platform.backup.Backups;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class BackupPageTest {
  @Autowired World world;
  @Autowired Backups backups;
  @Autowired JdbcClient sql;

  Browser admin;

  @BeforeEach
  void signIn() {
    admin = world.as(world.willemijn());
    sql.sql("delete from platform.backup_run").update();
  }

  private void run(String started, String ended, String trouble) {
    sql.sql(
            """
            insert into platform.backup_run (started_at, ended_at, file, bytes, rows, trouble)
            values (:started::timestamptz, :ended::timestamptz, '/somewhere/a.backup', 20480, 12345, nullif(:trouble, ''))
            """)
        .param("started", started)
        .param("ended", ended)
        .param("trouble", trouble)
        .update();
  }

  @ParameterizedTest
  @CsvSource({"nl, Back-ups, Nog geen", "en, Backups, None yet"})
  void standsOnTheAdministratorsPageInTheirLanguage(String language, String title, String none) {
    sql.sql("update people.person set language = :language where id = :id")
        .param("language", language)
        .param("id", world.willemijn().id())
        .update();
    assertThat(admin.page("/admin").select(".admin-card").eachAttr("href"))
        .contains("/admin/backups");
    assertThat(admin.page("/admin").select(".alert-danger")).isEmpty();
    var page = admin.page("/admin/backups");
    assertThat(page.expectFirst("h1").text()).isEqualTo(title);
    assertThat(page.expectFirst(".facts dd").text()).isEqualTo(none);
  }

  @Test
  void aFailureStandsThereWithItsReasonUntilOneIsGood() {
    run("2099-01-01T01:00:00Z", "2099-01-01T01:00:05Z", "IOException: No space left on device");
    assertThat(admin.page("/admin").select(".alert-danger a").attr("href"))
        .isEqualTo("/admin/backups");
    assertThat(admin.page("/admin/backups").expectFirst("[aria-labelledby=runs]").text())
        .contains("No space left on device");
    run("2099-01-01T02:00:00Z", "2099-01-01T02:00:05Z", "");
    assertThat(admin.page("/admin").select(".alert-danger")).isEmpty();
    assertThat(admin.page("/admin/backups").expectFirst(".facts").text())
        .contains("12.345 rijen, 20 kB");
  }

  @Test
  void anOldOneIsNoBackup() {
    run("2020-01-01T01:00:00Z", "2020-01-01T01:00:05Z", "");
    assertThat(admin.page("/admin").select(".alert-danger")).hasSize(1);
  }

  @Test
  void theNightIsTheOrganisations() {
    assertThat(admin.post("/admin/backups/settings", "daily", "true", "hour", "5", "kept", "30"))
        .hasStatus(303);
    assertThat(backups.settings()).isEqualTo(new BackupSettings(true, 5, 30));
    assertThat(admin.post("/admin/backups/settings", "hour", "5", "kept", "30")).hasStatus(303);
    assertThat(admin.page("/admin").select(".alert-danger")).as("said when off").hasSize(1);
    for (var kept : new String[] {"0", "", "400", "99999999999", "x"}) {
      var refused =
          admin.post("/admin/backups/settings", "daily", "true", "hour", "5", "kept", kept);
      assertThat(refused).as(kept).hasStatus(422);
      assertThat(Browser.html(refused).select("#kept").val()).isEqualTo(kept);
    }
    assertThat(backups.settings().kept()).isEqualTo(30);
  }

  @Test
  void isForTheAdministratorAlone() {
    assertThat(world.as(world.marieke()).get("/admin/backups")).hasStatus(404);
    assertThat(world.as(world.marieke()).post("/admin/backups")).hasStatus(404);
  }
}
