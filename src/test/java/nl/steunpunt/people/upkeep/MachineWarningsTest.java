package nl.steunpunt.people.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.platform.mail.MailSettings.Tls;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.ClockJump;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is wrong with the machine stands on the administrator's page, with where to look. */
@SteunpuntTest
class MachineWarningsTest {
  @Autowired World world;
  @Autowired Settings settings;
  @Autowired MailSetup mail;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;

  Browser admin;

  @BeforeEach
  void signIn() {
    admin = world.as(world.willemijn());
    sql.sql("delete from platform.mail").update();
    settings.put("clock-jump", new ClockJump(Instant.EPOCH, 0));
    mail.save("mail.toets.example", 25, Tls.NONE, "", null, "a@toets.example", "https://s.example");
  }

  @Test
  void saysNothingWhenAllIsWell() {
    wait("sent", true, null, Duration.ofDays(2));
    wait("waits", false, null, Duration.ofMinutes(14));
    assertThat(warnings()).isEmpty();
  }

  @Test
  void saysThatTheClockJumped() {
    settings.put("clock-jump", new ClockJump(Instant.now(), 600));
    assertThat(warnings()).containsExactly("/admin/calendar");
    settings.put("clock-jump", new ClockJump(Instant.now(), -600));
    assertThat(warnings()).containsExactly("/admin/calendar");
  }

  @Test
  void saysThatAMailServerRefusesOrIsSlowUntilItIsNot() {
    wait("refused", false, "refused", Duration.ofMinutes(1));
    assertThat(warnings()).containsExactly("/admin/mail");
    sql.sql("update platform.mail set sent_at = :now").param("now", clock.instant()).update();
    assertThat(warnings()).isEmpty();

    wait("slow", false, null, Duration.ofMinutes(16));
    assertThat(warnings()).containsExactly("/admin/mail");
  }

  @Test
  void saysForADayThatAMailWasGivenUp() {
    wait("given up", false, "recipient", Duration.ofMinutes(1));
    giveUp(Duration.ofHours(23));
    assertThat(warnings()).containsExactly("/admin/mail");
    giveUp(Duration.ofHours(25));
    assertThat(warnings()).isEmpty();
  }

  @Test
  void saysThatTheDiskIsNearlyFull() {
    var here = Path.of("target");
    var machine = new MachineWarnings();
    assertThat(machine.diskWarning(here, Long.MAX_VALUE).notice()).isPresent();
    assertThat(machine.diskWarning(here, 0).notice()).isEmpty();
    assertThat(machine.diskWarning(here.resolve("no-embedded-database"), Long.MAX_VALUE).notice())
        .as("the database is on another machine")
        .isEmpty();
  }

  private void giveUp(Duration ago) {
    sql.sql("update platform.mail set gave_up_at = :at")
        .param("at", clock.instant().minus(ago))
        .update();
  }

  private List<String> warnings() {
    return admin.page("/admin").select(".alert-danger a").eachAttr("href");
  }

  private void wait(String subject, boolean sent, @Nullable String trouble, Duration since) {
    sql.sql(
            """
            insert into platform.mail
              (message_id, recipient, language, subject, text_body, html_body, created_at, due_at, sent_at, trouble)
            values (:subject, 'a@toets.example', 'nl', :subject, 'x', 'x', :created, :due, :sent, :trouble)
            """)
        .param("subject", subject)
        .param("created", clock.instant().minus(since))
        .param("due", clock.instant().plus(Duration.ofHours(1)))
        .param("sent", sent ? clock.instant() : null)
        .param("trouble", trouble)
        .update();
  }
}
