package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.regex.Pattern;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a power user says of the moment is seen on pages that stand open, and in the other tab. */
@BrowserTest
class PresenceInPagesTest {
  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  @BeforeEach
  @AfterEach
  void nothingIsSaid() {
    sql.sql("delete from network.stated_presence").update();
    sql.sql("delete from network.busy_time").update();
  }

  private static Locator mine(Page page) {
    return page.locator(".saying summary .presence");
  }

  private static void say(Page page, String kind) {
    page.locator(".saying summary").click();
    page.locator(".saying form:has([value=" + kind + "]) button").first().click();
  }

  @Test
  void isSeenWhereAPageStandsOpenAndInTheOtherTab() {
    var fatima = chromium.desk(world.fatima());
    var one = fatima.newPage();
    one.navigate("/inbox");
    var other = fatima.newPage();
    other.navigate("/inbox");
    var sanne = chromium.phone(world.sanne());
    var start = sanne.newPage();
    start.navigate("/");
    var who = sanne.newPage();
    who.navigate("/who-helps");
    assertThat(start.locator(".helper .presence")).hasText("Nu aanwezig");
    assertThat(who.locator(".who-card .presence").first()).hasText("Is er nu");

    say(one, "busy");
    assertThat(mine(other)).containsText("Je bent bezet tot");
    assertThat(start.locator(".helper .presence")).containsText("Bezet tot");
    assertThat(who.locator(".who-card .presence").first()).containsText("Bezet tot");

    // What I am in the middle of stays unfolded while it changes elsewhere.
    other.locator(".saying summary").click();
    say(one, "round");
    assertThat(mine(other)).containsText("Je loopt je ronde tot");
    assertThat(other.locator(".saying details")).hasAttribute("open", Pattern.compile(".*"));
    assertThat(start.locator(".helper .presence")).containsText("Loopt een ronde tot");

    button(one, "Ik ben er weer").click();
    assertThat(mine(other)).hasText("Je bent er");
    assertThat(start.locator(".helper .presence")).hasText("Nu aanwezig");
    assertThat(who.locator(".who-card .presence").first()).hasText("Is er nu");
    Screen.check(other, "presence-inbox-desk");
  }

  @Test
  void aTimeInTheCalendarBeginsAndEndsByItself() {
    var fatima = chromium.desk(world.fatima());
    var inbox = fatima.newPage();
    inbox.navigate("/inbox");
    var start = chromium.phone(world.sanne()).newPage();
    start.navigate("/");
    assertThat(start.locator(".helper .presence")).hasText("Nu aanwezig");
    sql.sql(
            """
            insert into network.busy_time (person_id, from_at, until_at)
            select :me, :from, :until
            """)
        .param("from", clock.instant().minusSeconds(60))
        .param("until", clock.instant().plusSeconds(8))
        .param("me", world.fatima().id())
        .update();
    assertThat(start.locator(".helper .presence")).containsText("Bezet tot");
    assertThat(mine(inbox)).containsText("zegt je agenda");
    assertThat(start.locator(".helper .presence")).hasText("Nu aanwezig");
    assertThat(mine(inbox)).hasText("Je bent er");
  }

  /** Who closes the last page is seen to be gone, and who opens one to be there. */
  @Test
  void whoComesIsSeenToBeThere() {
    sql.sql("delete from network.presence where person_id = :me")
        .param("me", world.fatima().id())
        .update();
    var start = chromium.phone(world.sanne()).newPage();
    start.navigate("/");
    assertThat(start.locator(".helper .presence")).not().hasText("Nu aanwezig");
    chromium.desk(world.fatima()).newPage().navigate("/inbox");
    assertThat(start.locator(".helper .presence")).hasText("Nu aanwezig");
  }
}
