package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.platform.print.Pdf;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lead writes a text; Fatima writes for her appraisal and releases it; both languages. */
@BrowserTest
class PapersTest {
  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired Mandates mandates;
  @Autowired JdbcClient sql;
  MandateId fatimas = new MandateId(0);

  @BeforeEach
  void fatimasMandate() {
    fatimas = mandates.of(world.fatima().id(), world.nova()).orElseThrow().id();
  }

  /** These tests commit: the others find it as it was. */
  @AfterEach
  void forget() {
    for (var table : new String[] {"appraisal", "appraisal_release"}) {
      sql.sql("delete from network." + table + " where mandate_id = :id")
          .param("id", fatimas)
          .update();
    }
    sql.sql("delete from network.paper_bundle where by_id = :id")
        .param("id", world.erik().id())
        .update();
    sql.sql("update people.person set language = 'nl' where id = :id")
        .param("id", world.fatima().id())
        .update();
  }

  @Test
  void theLeadWritesAText() {
    chromium.expect("422");
    var lead = chromium.desk(world.marieke()).newPage();
    lead.navigate("/paper-texts");
    check(lead, "paper-texts-desk");
    lead.locator("a[href='/paper-texts/certificate/en']").click();
    check(lead, "paper-text-desk");
    lead.locator("#title").fill("Well done, {naam}");
    button(lead, "Bewaar").click();
    assertThat(lead.locator("#body-error")).containsText("{naam}");
    assertThat(lead.locator("#body-error")).containsText("{name}");
    lead.locator("#title").fill("Well done, {name}");
    var preview = lead.context().waitForPage(() -> button(lead, "Bekijk als pdf").click());
    preview.close();
    button(lead, "Bewaar").click();
    assertThat(lead.locator("#notices")).containsText("Bewaard");
    check(lead, "paper-text-saved-desk");
    button(lead, "Zet de tekst van Steunpunt terug").click();
    assertThat(lead.locator("#title")).hasValue("Thank you");
  }

  @Test
  void whatIsWrittenIsReadAfterItsRelease() {
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate("/mandate");
    check(fatima, "mandate-papers-phone");
    fatima
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Schrijf of bekijk"))
        .click();
    fatima.locator("#proactive").fill("Elke ochtend loop ik langs.");
    check(fatima, "appraisal-phone");
    button(fatima, "Bewaar").click();
    assertThat(fatima.locator("#notices")).containsText("Alleen jij leest het");
    var hr = chromium.desk(world.erik()).newPage();
    hr.navigate("/register?q=Fatima");
    assertThat(hr.locator("a[href$='/paper']")).hasCount(0);

    button(fatima, "Geef vrij aan HR en mijn leidinggevende").click();
    assertThat(fatima.locator("#notices")).containsText("Vrijgegeven");
    check(fatima, "appraisal-released-phone");
    hr.reload();
    check(hr, "register-papers-desk");
    var link = hr.locator("a[href$='/paper']");
    assertThat(link).hasCount(1);
    for (var language : new String[] {"nl", "en"}) {
      var answer =
          hr.context()
              .request()
              .get(
                  link.getAttribute("href"),
                  RequestOptions.create().setQueryParam("language", language));
      var pdf = new Pdf(answer.body());
      assertThat(pdf.text()).contains("Elke ochtend loop ik langs.");
      assertThat(pdf.language()).isEqualTo(language);
      pdf.draw("released-" + language);
    }
  }

  @Test
  void hrFetchesADepartment() {
    var hr = chromium.desk(world.erik()).newPage();
    hr.navigate("/paper-bundles");
    hr.locator("#kind").selectOption("role");
    hr.locator("#department").selectOption("Finance");
    check(hr, "paper-bundles-desk");
    button(hr, "Maak de stukken").click();
    hr.waitForURL("**/paper-bundles/*");
    hr.reload();
    var fetch =
        hr.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download als zip"));
    assertThat(fetch).isVisible();
    check(hr, "paper-bundle-desk");
    var file = hr.waitForDownload(fetch::click);
    assertThat(file.suggestedFilename()).endsWith("Finance.zip");
  }
}
