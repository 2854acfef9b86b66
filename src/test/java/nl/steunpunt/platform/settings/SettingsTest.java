package nl.steunpunt.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.CalendarSettings.Hours;
import nl.steunpunt.platform.time.CalendarSettings.LiberationDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
class SettingsTest {

  record Branding(String accent, int corner) {}

  private static final Branding BLUE = new Branding("blue", 4);
  private static final Branding RED = new Branding("red", 0);

  @Autowired JdbcClient sql;
  @Autowired AuditTrail audit;
  @Autowired TransactionTemplate transactions;
  private Settings settings;
  private Settings otherNode;

  @BeforeEach
  void twoNodes() {
    settings = new Settings(sql, audit);
    otherNode = new Settings(sql, audit);
  }

  @AfterEach
  void clean() {
    sql.sql("delete from platform.setting where name like 'test-%'").update();
  }

  @Test
  void givesWhatWasPutElseTheDefault() {
    assertThat(settings.get("test-branding", Branding.class, BLUE)).isEqualTo(BLUE);
    settings.put("test-branding", RED);
    assertThat(settings.get("test-branding", Branding.class, BLUE)).isEqualTo(RED);
  }

  @Test
  void anotherNodeSeesAChangeWithinSeconds() throws InterruptedException {
    assertThat(otherNode.get("test-branding", Branding.class, BLUE)).isEqualTo(BLUE);
    settings.put("test-branding", RED);
    assertThat(otherNode.get("test-branding", Branding.class, BLUE)).isEqualTo(BLUE);
    Thread.sleep(Settings.KEPT_SECONDS * 1000 + 50);
    assertThat(otherNode.get("test-branding", Branding.class, BLUE)).isEqualTo(RED);
  }

  @Test
  void aChangeThatWasRolledBackNeverWas() {
    transactions.executeWithoutResult(status -> {
      settings.put("test-branding", RED);
      assertThat(settings.get("test-branding", Branding.class, BLUE)).isEqualTo(RED);
      status.setRollbackOnly();
    });
    assertThat(settings.get("test-branding", Branding.class, BLUE)).isEqualTo(BLUE);
  }

  @Test
  void anOlderDocumentWithoutANewFieldStillReads() {
    sql.sql(
            """
            insert into platform.setting values
              ('test-calendar', '{"week": {"MONDAY": {"from": "09:00:00", "until": "12:00:00"}}, "gone": 1}')
            """)
        .update();
    var read = settings.get("test-calendar", CalendarSettings.class, CalendarSettings.USUAL);
    assertThat(read.week())
        .containsExactly(
            Map.entry(DayOfWeek.MONDAY, new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0))));
    assertThat(read.zone()).isEqualTo(CalendarSettings.AMSTERDAM);
  }

  @Test
  void aCalendarComesBackAsItWas() {
    var calendar =
        new CalendarSettings(
            CalendarSettings.weekdays(LocalTime.of(7, 30), LocalTime.MIDNIGHT),
            Map.of(LocalDate.of(2026, 12, 24), "Brug"),
            false,
            LiberationDay.NEVER,
            true,
            CalendarSettings.AMSTERDAM);
    settings.put("test-calendar", calendar);
    assertThat(otherNode.get("test-calendar", CalendarSettings.class, CalendarSettings.USUAL))
        .isEqualTo(calendar);
  }
}
