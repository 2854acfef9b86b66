package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The administrator looks into a file; the other tests' people stay, so it is discarded in the end.
 */
@BrowserTest
class ImportTest {
  private static final String FILE =
      """
      Personeelsnr;E-mailadres;Voornaam;Achternaam;Afdeling;Vestiging;Verdieping;Kostenplaats
      9001;nieuw@novum.example;Nina;Nieuw;Finance/Crediteuren;Utrecht;3;K1
      9002;geen adres;Kees;Fout;Inkoop;Groningen;1;K2
      """;

  @Autowired World world;
  @Autowired Chromium chromium;

  @Test
  void atADesk() {
    look(chromium.desk(world.willemijn()), "desk");
  }

  @Test
  void onAPhone() {
    look(chromium.phone(world.willemijn()), "phone");
  }

  private void look(BrowserContext window, String name) {
    var page = window.newPage();
    page.navigate("/admin");
    page.getByText("Import van medewerkers").click();
    check(page, "import-" + name);

    page.locator("#file")
        .setInputFiles(
            new FilePayload("novum.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
    click(page, "Bekijk het bestand");
    assertThat(page.locator("#header-2")).hasValue("name");
    assertThat(page.locator("#header-6")).hasValue("location");
    assertThat(page.locator("#header-7")).hasValue("");
    check(page, "import-columns-" + name);

    click(page, "Controleer het bestand");
    assertThat(page.locator(".import-bad strong")).hasText("1");
    check(page, "import-preview-" + name);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Komen erbij")).click();
    assertThat(page.locator(".lines")).containsText("Nina Nieuw");
    check(page, "import-joiners-" + name);

    click(page, "Weggooien");
    assertThat(page.locator("#notices")).containsText("weggegooid");
  }

  /** A preview, so nothing changes: a good row, and one that is put right on the spot. */
  @Test
  void powerUsersOnAPhone() {
    var page = chromium.phone(world.marieke()).newPage();
    page.navigate("/network/power-users");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Uit een bestand")).click();
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "power-users.csv",
                "text/csv",
                """
                email;system;share_percent;departments;locations
                %s;erp;15;Finance/Crediteuren;
                nobody@novum.example;erp;500;;
                """
                    .formatted(world.sanne().email())
                    .getBytes(StandardCharsets.UTF_8)));
    click(page, "Bekijk wat er gebeurt");
    assertThat(page.locator(".import-counts strong")).hasText(new String[] {"1", "0", "0", "1"});
    assertThat(page.getByText("wordt voorlopig power user")).isVisible();
    check(page, "power-users-preview-phone");

    var text = page.locator("#text");
    text.fill(text.inputValue().replaceFirst("nobody.*\n", ""));
    click(page, "Bekijk opnieuw");
    assertThat(page.locator(".import-counts strong")).hasText(new String[] {"1", "0", "0", "0"});
    check(page, "power-users-right-phone");
  }

  private static void click(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }
}
