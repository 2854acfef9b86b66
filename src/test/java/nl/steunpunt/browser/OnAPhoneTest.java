package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands where on a small window: the conversation, what can be done, and what sticks. */
@BrowserTest
class OnAPhoneTest extends ScreensWorld {
  @Test
  void onAPhoneTheConversationComesFirstAndWhatCanBeDoneLiesUnderTheThumb() {
    var question = ask(world.sanne(), LONG);
    post(world.sanne(), question + "/messages", "text", "Ben je er");
    var page = chromium.phone(world.fatima()).newPage();
    page.navigate(question);
    assertThat(page.getByText("Ben je er")).isInViewport();
    assertThat(page.locator(".composer")).isInViewport();
    assertThat(top(page, ".acts")).isGreaterThan(top(page, ".composer"));
    assertThat(page.locator("#answer-text")).isHidden();

    var answer = page.locator("summary", new Page.LocatorOptions().setHasText("Geef het antwoord"));
    answer.click();
    page.locator("#answer-text").fill("Zet het filter uit");
    page.keyboard().press("Escape");
    assertThat(page.locator("#answer-text")).isHidden();
    assertThat(answer).isFocused();

    var folded = height(page, ".question-text");
    page.locator(".question-asked .fold").click();
    assertThat(height(page, ".question-text")).isGreaterThan(folded * 1.3);
  }

  /**
   * At 390 and at 320: two acts and a menu, each whole in sight; what lies in the menu can be done.
   */
  @Test
  void whatCanBeDoneFitsThePhoneAndTheRestLiesUnderOneButton() {
    var question = ask(world.sanne(), "Past het op de balk");
    var handed = ask(world.sanne(), "Bij de helpdesk");
    post(world.fatima(), handed + "/handover", "tried", "Opnieuw ingelogd");
    post(world.pieter(), "/desk" + handed + "/taking");
    var solved = ask(world.sanne(), "Is het zo goed");
    post(world.fatima(), solved + "/answer", "text", "Zo");
    // Dutch the last: who comes after this test reads Dutch.
    for (var language : List.of("en", "nl")) {
      for (var width : new int[] {390, 320}) {
        for (var one :
            Map.of(
                    world.fatima(), List.of(question),
                    world.sanne(), List.of(question, solved),
                    world.pieter(), List.of(handed))
                .entrySet()) {
          speak(one.getKey(), language);
          var page = chromium.phone(one.getKey()).newPage();
          page.setViewportSize(width, 844);
          for (var address : one.getValue()) {
            page.navigate(address);
            barFits(page, one.getKey().name() + " " + address);
          }
        }
      }
    }
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.navigate(question);
    var pass = fatima.getByText("Vraag een collega mee, of geef door");
    assertThat(pass).isHidden();
    fatima.getByText("Meer", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(pass).isVisible();
    fatima.getByText("Geef door aan de helpdesk").click();
    fatima.locator("#tried-text").fill("Al opnieuw ingelogd");
    Chromium.look(fatima, "acts-more-phone");
    post(world.sanne(), question + "/messages", "text", "Lukt het");
    assertThat(fatima.locator(".message-text").last()).hasText("Lukt het");
    assertThat(fatima.locator("#tried-text")).isVisible();
    assertThat(fatima.locator("#tried-text")).hasValue("Al opnieuw ingelogd");
    fatima.locator(".acts-rest form button").first().click();
    assertThat(fatima.locator("#situation")).containsText("helpdesk");
    assertThat(wrong).isEmpty();
  }

  private void barFits(Page page, String who) {
    page.locator(".acts").waitFor();
    var outside =
        page.evaluate(
            """
            () => [...document.querySelectorAll(".acts > *, .acts .act, .acts-menu")]
              .filter((part) => part.checkVisibility())
              .filter((part) => {
                const box = part.getBoundingClientRect();
                return box.left < 0 || box.right > innerWidth || part.scrollWidth > part.clientWidth + 1;
              })
              .map((part) => part.textContent.trim().slice(0, 40))
              .join("; ")
            """);
    if (!outside.toString().isEmpty()) {
      wrong.add(who + " at " + page.viewportSize().width + ": " + outside);
    }
    fits(page, who);
    assertThat(page.locator(".acts").boundingBox().height).isLessThanOrEqualTo(77);
  }

  /** Under one short question, where the bar would lie in the middle of the screen. */
  @Test
  void whatOpensStandsOnTheBarAndNotOverIt() {
    var question = ask(world.sanne(), "Kort");
    for (var width : new int[] {390, 320}) {
      var page = chromium.phone(world.sanne()).newPage();
      page.setViewportSize(width, 844);
      page.navigate(question);
      page.locator(".acts summary").first().click();
      var form = page.locator(".acts details[open] > form").boundingBox();
      var bar = page.locator(".acts").boundingBox();
      assertThat(form.y + form.height).as("at %s", width).isLessThanOrEqualTo(bar.y + 1);
      assertThat(page.locator(".composer").boundingBox().y).isLessThan(bar.y);
      assertThat(bar.y + bar.height).isCloseTo(page.locator(".menu").boundingBox().y, within(2.0));
      Chromium.look(page, "acts-short-" + width);
    }
  }

  /** What folds out is tapped with a thumb; what a field asks for is read to its end. */
  @Test
  void whatFoldsOutIsLargeEnoughAndWhatStandsInAFieldIsWhole() {
    for (var one :
        Map.of(
                world.fatima(),
                    List.of(
                        "/", "/inbox", "/who-helps", "/my-people", "/search", "/posters/hanging"),
                world.pieter(), List.of("/issues", "/desk"),
                world.marieke(), List.of("/posters", "/floor-plans", "/network/candidates"))
            .entrySet()) {
      var page = chromium.phone(one.getKey()).newPage();
      for (var address : one.getValue()) {
        page.navigate(address);
        for (var width : new int[] {390, 320}) {
          page.setViewportSize(width, 844);
          var small =
              page.evaluate(
                  """
                  () => {
                    const words = document.createElement("canvas").getContext("2d");
                    const cut = (field) => {
                      const style = getComputedStyle(field);
                      words.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
                      const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                      return words.measureText(field.placeholder).width > room + 1;
                    };
                    const low = ({ offsetWidth, offsetHeight }) => offsetWidth < 44 || offsetHeight < 44;
                    return [
                      ...[...document.querySelectorAll("summary")].filter((it) => it.checkVisibility() && low(it)).map((it) => it.textContent.trim()),
                      ...[...document.querySelectorAll("input[placeholder]")].filter((it) => it.checkVisibility() && cut(it)).map((it) => it.placeholder),
                    ].join("; ");
                  }
                  """);
          if (!small.toString().isEmpty()) {
            wrong.add(address + " at " + width + ": " + small);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void onAPhoneTheTabThatIsOpenIsInSight() {
    var page = chromium.phone(world.marieke()).newPage();
    page.navigate("/network/changes");
    assertThat(page.locator(".tabs [aria-current]"))
        .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
  }

  /** Nothing could close it: what is open from the beginning stands in the page. */
  @Test
  void withoutScriptsAPhoneShowsTheConversationAndBelowItWhatCanBeDone() {
    var text = "Zonder scripts " + UUID.randomUUID();
    var question = ask(world.sanne(), text);
    post(world.fatima(), question + "/messages", "text", "Ik kijk");
    post(world.sanne(), question + "/messages", "text", "Graag");
    var page = chromium.withoutScripts(world.fatima()).newPage();
    page.setViewportSize(390, 844);
    page.navigate(question);
    var answer = page.locator("#answer-text").boundingBox();
    var composer = page.locator(".composer").boundingBox();
    assertThat(answer.y).isGreaterThan(composer.y + composer.height);
    Chromium.look(page, "acts-without-scripts");
    page.navigate("/inbox");
    assertThat(page.locator(".inbox-row", new Page.LocatorOptions().setHasText(text)))
        .not()
        .containsText("nieuw");
  }

  @Test
  void theListBesideAQuestionIsAskedForWhereThereIsRoomForIt() {
    var question = ask(world.sanne(), "Naast de lijst " + UUID.randomUUID());
    var page = chromium.phone(world.fatima()).newPage();
    var asked = new ArrayList<String>();
    page.onRequest(request -> asked.add(request.url()));
    page.navigate(question);
    assertThat(page.locator("form[action$='/taking'] button").first()).isVisible();
    assertThat(asked).noneMatch(url -> url.contains("/inbox"));
    page.setViewportSize(1280, 900);
    assertThat(page.locator(".question-inbox .inbox-row").first()).isVisible();
  }

  /** As at 200 % on a small desk: what sticks would leave a slit. */
  @Test
  void zoomedInNothingSticksOverTheText() {
    var page = chromium.desk(world.sanne()).newPage();
    page.setViewportSize(640, 450);
    page.navigate("/issues");
    for (var part : List.of(".top", ".menu")) {
      assertThat(page.locator(part)).hasCSS("position", "static");
    }
    page.setViewportSize(640, 900);
    assertThat(page.locator(".top")).hasCSS("position", "sticky");
    assertThat(page.locator(".menu")).hasCSS("position", "fixed");
  }

  private static double top(Page page, String selector) {
    return page.locator(selector).boundingBox().y;
  }

  private static double height(Page page, String selector) {
    return page.locator(selector).boundingBox().height;
  }
}
