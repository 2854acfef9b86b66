package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.ask;
import static nl.steunpunt.browser.Screen.button;

import com.microsoft.playwright.Page;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A power user looks at the week on the phone and puts it right; the manager at the desk. */
@BrowserTest
class HoursOnAPhoneTest {
  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired JdbcClient sql;

  @Test
  void whatWasDoneStandsThereAndIsPutRightAndBack() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Waar vind ik mijn rapport " + System.nanoTime());
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    button(fatima, "Ik pak hem op").click();
    assertThat(asker.locator("#situation")).containsText("Fatima is ermee bezig");

    fatima.navigate("/inbox");
    fatima.locator(".inbox-tools a[href='/hours']").click();
    assertThat(fatima.locator("h1")).hasText("Mijn uren");
    var piece =
        fatima.locator(
            ".hours-piece", has("Vraag " + question.substring(question.lastIndexOf('/') + 1)));
    piece.locator("summary").click();
    piece.locator("input[name=minutes]").fill("12");
    button(fatima, "Opslaan").locator("visible=true").click();
    assertThat(piece.locator("summary")).containsText("12 min");
    assertThat(piece.locator("summary")).containsText("door jou aangepast");
    piece.locator("summary").click();
    button(fatima, "Zet terug").locator("visible=true").click();
    assertThat(fatima.locator("#notices")).containsText("Het staat weer zoals het was");
    assertThat(piece.locator("summary")).not().containsText("aangepast");
  }

  @Test
  void anOwnEntryOnTheWayAndQuietHoursAndAWeekBack() {
    var joost = chromium.phone(world.joost()).newPage();
    joost.navigate("/hours");
    var note = "Ronde " + System.nanoTime();
    joost.locator("#entry-minutes").fill("20");
    joost.locator("#entry-note").fill(note);
    button(joost, "Toevoegen").click();
    var piece = joost.locator(".hours-piece", has(note));
    assertThat(piece.locator("summary")).containsText("20 min");
    piece.locator("summary").click();
    button(joost, "Verwijderen").locator("visible=true").click();
    assertThat(joost.locator("#notices")).containsText("Verwijderd");
    assertThat(piece).hasCount(0);

    joost.locator("a[aria-label='De week ervoor']").click();
    assertThat(joost.locator(".week-nav")).containsText("Deze week");
    joost.locator("a[href='/availability']").last().click();
    joost.locator("#quiet .chip", has("zo")).click();
    joost.locator("#quiet-from").fill("05:00");
    joost.locator("#quiet-until").fill("06:00");
    button(joost, "Stille uren toevoegen").click();
    var row = joost.locator("#quiet form", has("05:00 tot 06:00"));
    assertThat(row).containsText("Zondag");
    row.locator("button").click();
    assertThat(row).hasCount(0);
  }

  /** Its days are told with the year, and are longer than those of now. */
  @Test
  void aWeekOfAnotherYearFitsBetweenItsArrows() {
    var liam = chromium.phone(world.liam()).newPage();
    liam.navigate("/hours?week=2024-W47");
    var days = liam.locator(".week-nav p span").boundingBox();
    var after = liam.locator("a[aria-label='The week after']").boundingBox();
    Assertions.assertThat(days.x + days.width).isLessThanOrEqualTo(after.x);
  }

  @Test
  void theManagerReadsTheTeamAtTheDeskInEnglish() {
    var noor = world.noor();
    language(noor, "en");
    try {
      var desk = chromium.desk(noor).newPage();
      desk.navigate("/mandate-requests");
      desk.locator("a[href='/team-hours']").click();
      assertThat(desk.locator("h1")).hasText("Hours of my people");
      assertThat(desk.locator("section h2", has("Fatima El Idrissi"))).isVisible();
    } finally {
      language(noor, "nl");
    }
  }

  private void language(Colleague person, String language) {
    sql.sql("update people.person set language = :language where id = :id")
        .param("language", language)
        .param("id", person.id())
        .update();
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
