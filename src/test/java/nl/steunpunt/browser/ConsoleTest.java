package nl.steunpunt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.steunpunt.people.access.AccessTable;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every screen that somebody can walk to, in a browser: none complains in the console, which {@link
 * EachTest} looks at when the test is over.
 */
@BrowserTest
class ConsoleTest {
  /** Streams, parts and pictures are no screens. */
  private static final Pattern NO_SCREEN =
      Pattern.compile(
          "/(events|suggestions|menu/counts|signals/mine|brand.*|health/.*|account/data/export|mandates/.*/papers/.*|appraisals/.*/(draft|paper)|paper-bundles/.*/file|posters/.*(picture|file|photo)|api/.*|assets/.*)|.*\\.(csv|xlsx)");

  private static final String QUIET = "() => !document.querySelector('.htmx-request')";

  @Autowired World world;
  @Autowired Chromium chromium;

  /** The screens that the access table knows without a record, and those that they lead to. */
  private TreeSet<String> walk(Page page, List<String> more) {
    var walked = new TreeSet<String>();
    var seen = new HashSet<String>();
    var ahead = new ArrayDeque<>(more);
    AccessTable.RULES.stream()
        .map(rule -> rule.route())
        .filter(route -> route.startsWith("GET /") && !route.contains("{"))
        .map(route -> route.substring("GET ".length()))
        .forEach(ahead::add);
    for (String address; (address = ahead.poll()) != null; ) {
      var shape = address.replaceAll("[?#].*", "").replaceAll("\\d+", "7");
      if (NO_SCREEN.matcher(shape).matches() || !seen.add(shape)) {
        continue;
      }
      var answer = page.context().request().head(address);
      // Not this person's, or nothing without what a link to it says.
      if (answer.status() == 404 || answer.status() == 400) {
        continue;
      }
      assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
      page.waitForFunction(QUIET);
      walked.add(shape);
      for (var link : page.locator("main a[href^='/']").all()) {
        var href = link.getAttribute("href");
        if (href != null && link.getAttribute("download") == null) {
          ahead.add(href);
        }
      }
    }
    return walked;
  }

  private TreeSet<String> walk(Colleague colleague, String... more) {
    var window = chromium.desk(colleague);
    var walked = walk(window.newPage(), List.of(more));
    window.close();
    return walked;
  }

  @Test
  void noScreenComplains() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = Screen.ask(asker, "De inkooporder blijft hangen");

    assertThat(walk(world.sanne(), question)).contains("/", "/questions/7", "/account", "/issues");
    assertThat(walk(world.fatima(), question))
        .contains(
            "/inbox", "/questions/7", "/questions/7/colleagues", "/questions/7/snooze", "/search");
    world.as(world.fatima()).post(question + "/handover", "tried", "Opnieuw aangemeld");
    assertThat(walk(world.pieter(), question, "/desk" + question))
        .contains("/desk", "/desk/caller", "/questions/7", "/desk/questions/7");
    assertThat(walk(world.marieke()))
        .contains("/network", "/network/cover", "/network/power-users/7");
    assertThat(walk(world.willemijn())).contains("/admin/accounts/7", "/admin/systems/7");
    assertThat(walk(world.daan())).contains("/issues");
    assertThat(walk(world.erik())).contains("/");
    assertThat(walk(world.noor())).contains("/");
  }
}
