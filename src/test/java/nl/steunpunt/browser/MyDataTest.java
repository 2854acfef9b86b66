package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What everyone sees of themselves, and takes along. */
@BrowserTest
class MyDataTest {
  @Autowired World world;
  @Autowired Chromium chromium;

  @Test
  void everyoneTakesTheirDataAlong() throws Exception {
    var window = chromium.phone(world.emma());
    var page = window.newPage();
    page.navigate("/account");
    page.locator("a[href='/account/data']").click();
    assertThat(page.locator("h1")).hasText("What is stored about you");
    var file = page.waitForDownload(() -> take(page));
    assertThat(file.suggestedFilename()).isEqualTo("steunpunt.json");
    assertThat(Files.readString(file.path())).contains(world.emma().email());
    window.close();
  }

  private static void take(Page page) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Take it along")).click();
  }
}
