package nl.steunpunt.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Debian's Chromium, started once a test class. Each person has a window of their own; an error in
 * the console, a refused script or style among them, fails the test when it closes.
 */
final class Chromium implements AutoCloseable {
  private static final String EXECUTABLE =
      Objects.requireNonNullElse(System.getenv("STEUNPUNT_CHROMIUM"), "/usr/bin/chromium");

  private final Playwright playwright;
  private final Browser browser;
  private final String address;
  private final List<String> errors = new ArrayList<>();

  Chromium(int port) {
    address = "http://127.0.0.1:" + port;
    // A busy machine is slow, not wrong.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(Path.of(EXECUTABLE))
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

  BrowserContext desk(jakarta.servlet.http.Cookie signIn) {
    return window(new Browser.NewContextOptions().setViewportSize(1280, 900), signIn);
  }

  BrowserContext phone(jakarta.servlet.http.Cookie signIn) {
    return window(
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setIsMobile(true)
            .setHasTouch(true)
            .setColorScheme(ColorScheme.DARK),
        signIn);
  }

  BrowserContext withoutScripts(jakarta.servlet.http.Cookie signIn) {
    return window(
        new Browser.NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false),
        signIn);
  }

  private BrowserContext window(
      Browser.NewContextOptions options, jakarta.servlet.http.Cookie signIn) {
    var window = browser.newContext(options.setBaseURL(address));
    window.addCookies(List.of(new Cookie(signIn.getName(), signIn.getValue()).setUrl(address)));
    window.setDefaultTimeout(20_000);
    window.onConsoleMessage(message -> {
      if (message.type().equals("error") && !isOffline(message.text())) {
        errors.add(message.page().url() + ": " + message.text());
      }
    });
    window.onPage(page -> page.onPageError(error -> errors.add(page.url() + ": " + error)));
    return window;
  }

  /** What a browser says of a connection that a test has cut itself. */
  private static boolean isOffline(String text) {
    return text.contains("ERR_INTERNET_DISCONNECTED");
  }

  static void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
  }

  List<String> errors() {
    return errors;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
