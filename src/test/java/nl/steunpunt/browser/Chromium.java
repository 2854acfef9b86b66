package nl.steunpunt.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import jakarta.annotation.PreDestroy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.assertj.core.api.Assumptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Debian's Chromium, started once for all browser tests. Each person has a window of their own,
 * gone after the test; an error in a console, a refused script or style among them, fails the test.
 */
@Component
@Lazy
class Chromium {
  private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);

  private static final String EXECUTABLE =
      Objects.requireNonNullElse(System.getenv("STEUNPUNT_CHROMIUM"), "/usr/bin/chromium");

  private final World world;
  private final Playwright playwright;
  private final Browser browser;
  private @Nullable Browser showing;
  private final String address;
  private final List<BrowserContext> windows = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();

  Chromium(World world, @Value("${local.server.port}") int port) {
    this.world = world;
    address = "http://127.0.0.1:" + port;
    // A busy machine is slow, not wrong.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = launch(Path.of(EXECUTABLE));
  }

  private Browser launch(Path executable) {
    return playwright
        .chromium()
        .launch(
            new LaunchOptions()
                .setExecutablePath(executable)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  BrowserContext desk(Colleague colleague) {
    return window(colleague, new NewContextOptions().setViewportSize(1280, 900));
  }

  BrowserContext phone(Colleague colleague) {
    return window(
        colleague,
        new NewContextOptions()
            .setViewportSize(390, 844)
            .setIsMobile(true)
            .setHasTouch(true)
            .setColorScheme(ColorScheme.DARK));
  }

  /**
   * A phone that can show notices, which the Chromium without windows (headless shell) cannot:
   * there they are forbidden whatever is allowed. Without another one the test is left out.
   */
  BrowserContext phoneThatShowsNotices(Colleague colleague) {
    if (showing == null) {
      var whole =
          Stream.of(EXECUTABLE, "/usr/bin/chromium", "/usr/bin/google-chrome")
              .filter(name -> !name.contains("headless-shell"))
              .map(Path::of)
              .filter(Files::isExecutable)
              .findFirst();
      Assumptions.assumeThat(whole).as("a Chromium that can show notices").isPresent();
      showing = launch(whole.orElseThrow());
    }
    var options =
        new NewContextOptions().setViewportSize(390, 844).setIsMobile(true).setHasTouch(true);
    var window = window(colleague, showing.newContext(options.setBaseURL(address)));
    window.grantPermissions(List.of("notifications"));
    return window;
  }

  BrowserContext withoutScripts(Colleague colleague) {
    return window(
        colleague, new NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false));
  }

  /** Somebody's own phone, on which nobody is signed in. */
  BrowserContext phoneOfNobody() {
    return window(
        new NewContextOptions()
            .setViewportSize(390, 844)
            .setIsMobile(true)
            .setHasTouch(true)
            .setLocale("nl-NL"));
  }

  /** Nobody is signed in, and the browser prefers Dutch. */
  BrowserContext stranger() {
    return window(new NewContextOptions().setViewportSize(1280, 900).setLocale("nl-NL"));
  }

  BrowserContext strangerWithoutScripts() {
    return window(
        new NewContextOptions()
            .setViewportSize(1280, 900)
            .setLocale("nl-NL")
            .setJavaScriptEnabled(false));
  }

  private BrowserContext window(Colleague colleague, NewContextOptions options) {
    return window(colleague, browser.newContext(options.setBaseURL(address)));
  }

  private BrowserContext window(Colleague colleague, BrowserContext fresh) {
    var window = watched(fresh);
    var signIn = world.as(colleague).cookie();
    window.addCookies(List.of(new Cookie(signIn.getName(), signIn.getValue()).setUrl(address)));
    return window;
  }

  private BrowserContext window(NewContextOptions options) {
    return watched(browser.newContext(options.setBaseURL(address)));
  }

  private BrowserContext watched(BrowserContext window) {
    windows.add(window);
    window.setDefaultTimeout(20_000);
    window.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.page().url() + ": " + message.text());
      }
    });
    window.onPage(page -> page.onPageError(error -> errors.add(page.url() + ": " + error)));
    return window;
  }

  /** What this test brings about itself, such as a connection it cuts. */
  void expect(String error) {
    expected.add(Pattern.compile(error));
  }

  /** Closes all windows; answers the errors that no test expected. */
  List<String> endOfTest() {
    windows.forEach(BrowserContext::close);
    windows.clear();
    var left =
        errors.stream()
            .filter(error -> expected.stream().noneMatch(known -> known.matcher(error).find()))
            .toList();
    errors.clear();
    expected.clear();
    return left;
  }

  /** A picture to look at afterwards: a busy machine that cannot make one fails no test by it. */
  static void look(Page page, String name) {
    try {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
    } catch (PlaywrightException noPicture) {
      LOG.warn("no picture of {}: {}", name, noPicture.getMessage());
    }
  }

  @PreDestroy
  void close() {
    if (showing != null) {
      showing.close();
    }
    browser.close();
    playwright.close();
  }
}
