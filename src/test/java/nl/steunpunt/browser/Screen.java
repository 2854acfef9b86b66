package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** What people do on a screen, by the words that stand there. */
final class Screen {
  private Screen() {}

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Unfolds what stands behind these words; leaves it when it is unfolded already. */
  static void open(Page page, String words) {
    var part =
        page.locator(
                "details",
                new Page.LocatorOptions()
                    .setHas(page.locator("summary", new Page.LocatorOptions().setHasText(words))))
            .last();
    if (part.isHidden()) {
      more(page);
    }
    assertThat(part).isVisible();
    if (part.getAttribute("open") == null) {
      part.locator("summary").click();
    }
  }

  /** On a phone what is done less often lies under one button; on a desk all of it is there. */
  static void more(Page page) {
    var menu = page.locator(".acts-menu");
    if (menu.isVisible() && page.locator(".acts-rest").isHidden()) {
      menu.click();
    }
  }

  /** Answers the question's path. */
  static String ask(Page page, String text) {
    page.navigate("/");
    page.locator("#ask-text").fill(text);
    button(page, "Vraag het").click();
    return arriveAtQuestion(page);
  }

  static String arriveAtQuestion(Page page) {
    page.waitForURL(Pattern.compile(".*/questions/\\d+"));
    return page.url().replaceFirst("https?://[^/]+", "");
  }

  static void say(Page page, String text) {
    page.locator("#message-text").fill(text);
    button(page, "Stuur").click();
    assertThat(page.locator(".message-mine:not(.message-waiting) .message-text").last())
        .hasText(text);
  }

  /** All that was said, as it stands there now. */
  static Locator said(Page page) {
    return page.locator(".message-text");
  }

  /** Fits its window and is in order for axe; its picture is kept. */
  static void check(Page page, String name) {
    Chromium.look(page, name);
    var width = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    Assertions.assertThat(((Number) width).intValue())
        .as("wider than the screen")
        .isLessThanOrEqualTo(0);
    Assertions.assertThat(new AxeBuilder(page).analyze().getViolations())
        .as(page.url())
        .extracting(violation -> violation.getId() + " " + violation.getNodes())
        .isEmpty();
  }
}
