package nl.steunpunt.people.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.steunpunt.network.Grant;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.MailSettings.Tls;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.platform.retention.Retention;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class AuditTest {
  @Autowired World world;
  @Autowired AuditTrail audit;
  @Autowired Mandates mandates;
  @Autowired MailSetup mail;
  @Autowired Retention retention;
  @Autowired Messages messages;
  @Autowired JdbcClient sql;

  Browser admin;

  @BeforeEach
  void signIn() {
    admin = world.as(world.willemijn());
  }

  private Element latest() {
    return admin.page("/admin/audit").expectFirst(".lines > li");
  }

  @Test
  void aRoleIsNotedWithWhoGaveItToWhom() {
    admin.post("/admin/accounts/" + world.sanne().id() + "/roles", "role", "HELPDESK");
    assertThat(latest().text())
        .contains("Rol gegeven · " + world.sanne().name(), "Helpdesk", world.willemijn().name());
    admin.post("/admin/accounts/" + world.sanne().id() + "/roles", "role", "");
    assertThat(latest().text()).contains("Rol afgenomen");
    admin.post("/admin/accounts/" + world.sanne().id() + "/roles", "role", "");
    assertThat(admin.page("/admin/audit?kind=ROLES").select(".lines > li:contains(Rol afgenomen)"))
        .as("what changed nothing is no change")
        .hasSize(1);
  }

  @Test
  void aSettingIsNotedByWhatBecameWhat() {
    admin.post(
        "/admin/routing",
        "silentMinutes",
        "45",
        "silentMinutesStuck",
        "5",
        "mostPowerUsers",
        "2",
        "openAtTenPercent",
        "15");
    admin.post(
        "/admin/routing",
        "silentMinutes",
        "50",
        "silentMinutesStuck",
        "5",
        "mostPowerUsers",
        "2",
        "openAtTenPercent",
        "15");
    assertThat(latest().text()).contains("Instelling gewijzigd · Hoe vragen doorgaan");
    assertThat(latest().select(".audit-facts li").eachText())
        .containsExactly("silentMinutes 45 → 50");
  }

  @Test
  void aSecretIsNotedAsChangedAndNeverByItsValue() {
    mail.save(
        "mail.test",
        25,
        Tls.NONE,
        "user",
        "hunter2hunter2",
        "from@novum.test",
        "https://novum.test");
    var stored =
        sql.sql("select value ->> 'sealedPassword' from platform.setting where name = 'mail'")
            .query(String.class)
            .single();
    var noted =
        sql.sql("select string_agg(detail::text, ' ') from platform.audit")
            .query(String.class)
            .single();
    assertThat(noted).contains("sealedPassword").doesNotContain(stored, "hunter2hunter2");
  }

  @Test
  void systemsAndMandatesAreNoted() {
    admin.post("/admin/systems/" + world.nova(), "name", "Nova 2", "liveOn", "");
    assertThat(latest().text()).contains("Systeem gewijzigd", "Nova 2");
    admin.post("/admin/systems/" + world.nova() + "/activity", "active", "false");
    assertThat(latest().text()).contains("Systeem buiten gebruik gesteld");
    mandates.grant(
        new Grant(world.lotte().id(), world.nova(), 20, Set.of(), Set.of()), Instant.now());
    assertThat(latest().text())
        .contains("Mandaat gegeven · " + world.lotte().name(), "Deel van de werktijd (%) 20")
        .contains("Steunpunt zelf");
  }

  @Test
  void anImportIsNotedWithItsNumbers() {
    assertThat(admin.page("/admin/audit?kind=IMPORTS").select(".lines > li").eachText())
        .anyMatch(line -> line.contains("Import uitgevoerd") && line.contains("Nieuw"));
  }

  @Test
  void nobodyCanChangeOrRemoveWhatIsNoted() {
    audit.note("invited", world.sanne().id().value(), Map.of());
    assertThatThrownBy(() -> sql.sql("update platform.audit set actor_id = 1").update())
        .hasMessageContaining("only added to");
  }

  @Test
  void removingIsForTheTimeOfKeepingAlone() {
    audit.note("invited", world.sanne().id().value(), Map.of());
    assertThatThrownBy(() -> sql.sql("delete from platform.audit").update())
        .hasMessageContaining("only added to");
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    for (var number = 0; number < 60; number++) {
      audit.note("system_added", null, Map.of("key", "test-" + number, "name", "Test"));
    }
    var first = admin.page("/admin/audit?kind=SYSTEMS");
    assertThat(first.select(".lines > li")).hasSize(AuditScreens.PER_PAGE);
    assertThat(first.expectFirst(".lines > li").text()).contains("test-59");
    var second = admin.page(first.expectFirst("a.push").attr("href"));
    assertThat(second.expectFirst(".lines > li").text()).contains("test-9");
  }

  @Test
  void everyWordHasATextInBothLanguages() {
    for (var language : Messages.LANGUAGES) {
      for (var kind : AuditKind.values()) {
        assertThat(messages.keys(language)).contains("audit.kind." + kind.word());
        kind.words().stream()
            .filter(word -> kind != AuditKind.ALL)
            .forEach(word -> assertThat(messages.keys(language)).contains("audit.what." + word));
      }
      for (var rule : retention.rules()) {
        assertThat(messages.keys(language))
            .containsAll(
                List.of("retention.kind." + rule.name(), "retention.about." + rule.name()));
      }
    }
  }

  @Test
  void isForTheAdministratorAlone() {
    assertThat(world.as(world.marieke()).get("/admin/audit")).hasStatus(404);
    assertThat(admin.get("/admin/audit?kind=NONSENSE")).hasStatus(404);
  }
}
