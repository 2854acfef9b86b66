package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.ask;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.said;
import static nl.steunpunt.browser.Screen.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Talking, while connections, tabs and people come and go: nothing is lost, nothing comes twice.
 */
@BrowserTest
class TalkTest {
  private static final String CUT =
      "ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK_CHANGED|htmx:(sendError|afterRequest)";

  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired JdbcClient sql;

  /** By a colleague, from elsewhere. */
  private void writes(Colleague colleague, String question, String text) {
    assertThat(world.as(colleague).post(question + "/messages", "text", text))
        .hasStatus3xxRedirection();
  }

  private Page fatimaAt(String question) {
    var page = chromium.phone(world.fatima()).newPage();
    page.navigate(question);
    return page;
  }

  @Test
  void aLostConnectionLosesAndDoublesNothing() {
    chromium.expect(CUT);
    var window = chromium.desk(world.sanne());
    var asker = window.newPage();
    var question = ask(asker, "Zonder verbinding");
    window.setOffline(true);
    asker.locator("#message-text").fill("In de trein");
    button(asker, "Stuur").click();
    assertThat(asker.locator(".message-waiting")).hasText("In de trein");
    assertThat(asker.locator("#offline")).containsText("Geen verbinding");
    Chromium.look(asker, "offline-desk");
    writes(world.fatima(), question, "Ben je er nog?");
    window.setOffline(false);
    assertThat(asker.locator(".message-waiting")).hasCount(0);
    assertThat(said(asker)).hasText(new String[] {"Ben je er nog?", "In de trein"});
    assertThat(asker.locator("#offline")).hasText("");
    asker.reload();
    assertThat(said(asker)).hasText(new String[] {"Ben je er nog?", "In de trein"});
  }

  @Test
  void aMessageThatArrivedWithoutItsAnswerIsNotSentTwice() {
    chromium.expect(CUT);
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Het antwoord raakt weg");
    var sent = new AtomicInteger();
    asker.route(
        "**/messages",
        route -> {
          if (sent.incrementAndGet() == 1) {
            route.fetch();
            route.abort();
          } else {
            route.resume();
          }
        });
    asker.locator("#message-text").fill("Eén keer");
    button(asker, "Stuur").click();
    assertThat(asker.locator(".message-waiting")).hasCount(0);
    assertThat(said(asker)).hasText(new String[] {"Eén keer"});
    assertThat(sent.get()).isEqualTo(2);
    assertThat(said(fatimaAt(question))).hasText(new String[] {"Eén keer"});
  }

  @Test
  void whatCouldNotBeSentGoesFromTheNextPage() {
    chromium.expect(CUT);
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Doorgelopen");
    asker.route("**/messages", Route::abort);
    asker.locator("#message-text").fill("Nog even dit");
    button(asker, "Stuur").click();
    assertThat(asker.locator(".message-waiting")).hasText("Nog even dit");
    asker.unroute("**/messages");
    asker.navigate("/");
    assertThat(said(fatimaAt(question))).hasText(new String[] {"Nog even dit"});
  }

  @Test
  void aDoubleClickSendsOnce() {
    var asker = chromium.desk(world.sanne()).newPage();
    asker.navigate("/");
    var text = "Dubbel geklikt " + System.nanoTime();
    asker.locator("#ask-text").fill(text);
    button(asker, "Vraag het").dblclick();
    var question = Screen.arriveAtQuestion(asker);
    asker.locator("#message-text").fill("Hallo");
    button(asker, "Stuur").dblclick();
    assertThat(asker.locator(".message-waiting")).hasCount(0);
    assertThat(said(asker)).hasText(new String[] {"Hallo"});
    assertThat(said(fatimaAt(question))).hasText(new String[] {"Hallo"});
    asker.navigate("/");
    assertThat(asker.locator(".question-row", new Page.LocatorOptions().setHasText(text)))
        .hasCount(1);
  }

  @Test
  void eightTabsShareOneStreamAndAnotherTakesOver() {
    // Asked elsewhere: the pages that lead to a question each begin a stream of their own.
    var question = ask(chromium.desk(world.sanne()).newPage(), "Acht tabbladen");
    var window = chromium.desk(world.sanne());
    var first = window.newPage();
    var streams = new AtomicInteger();
    window.onRequest(request -> {
      if (request.url().endsWith("/events")) {
        streams.incrementAndGet();
      }
    });
    first.waitForRequest("**/events", () -> first.navigate(question));
    var before = streams.get();
    var others = new ArrayList<Page>();
    for (var tab = 0; tab < 7; tab++) {
      var page = window.newPage();
      page.navigate(question);
      others.add(page);
    }
    writes(world.fatima(), question, "Hoort iedereen dit?");
    others.forEach(tab -> assertThat(said(tab)).hasText(new String[] {"Hoort iedereen dit?"}));
    assertThat(streams.get()).as("streams of eight tabs").isEqualTo(before);

    first.close();
    writes(world.fatima(), question, "En dit?");
    others.forEach(
        tab -> assertThat(said(tab)).hasText(new String[] {"Hoort iedereen dit?", "En dit?"}));
    assertThat(streams.get()).as("streams after the reader closed").isEqualTo(before + 1);
  }

  @Test
  void whatHappensWhileAPageLoadsIsOnIt() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Net te vroeg");
    var fatima = chromium.phone(world.fatima()).newPage();
    fatima.route(
        "**/platform.js",
        route -> {
          // Her page is made, and hears nothing yet.
          writes(world.sanne(), question, "Ik zie het al");
          route.resume();
        });
    fatima.navigate(question);
    assertThat(said(fatima)).hasText(new String[] {"Ik zie het al"});
  }

  @Test
  void backShowsWhatWasSaidMeanwhile() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Heen en terug");
    say(asker, "Eerst dit");
    asker.navigate("/account");
    writes(world.fatima(), question, "Daarna dat");
    asker.goBack();
    assertThat(said(asker)).hasText(new String[] {"Eerst dit", "Daarna dat"});
    asker.goForward();
    asker.goBack();
    assertThat(said(asker)).hasText(new String[] {"Eerst dit", "Daarna dat"});
  }

  @Test
  void whoTypesAndWhoHasReadIsShown() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Wie leest dit");
    say(asker, "Ben je er?");
    assertThat(asker.locator(".message-seen")).hasCount(0);
    var fatima = fatimaAt(question);
    assertThat(asker.locator(".message-seen")).hasText("Gezien door Fatima");
    fatima.locator("#message-text").pressSequentially("Ja, ik");
    assertThat(asker.locator("#typing")).hasText("Fatima typt…");
    button(fatima, "Stuur").click();
    assertThat(said(asker).last()).hasText("Ja, ik");
    assertThat(asker.locator("#typing")).isHidden();
    assertThat(asker.locator("#heard")).containsText("Ja, ik");
  }

  @Test
  void presenceIsShownAndExpires() {
    var asker = chromium.desk(world.sanne()).newPage();
    var fatima = chromium.phone(world.fatima()).newPage();
    sql.sql("delete from network.presence where person_id = :id")
        .param("id", world.fatima().id())
        .update();
    fatima.navigate("/inbox");
    await().until(this::isFatimaSeen);
    asker.clock().install();
    ask(asker, "Is ze er");
    assertThat(asker.locator("#situation .presence-there")).isVisible();
    fatima.close();
    // What her phone sent while it closed may still arrive and count as a sign of life.
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          nobodySawFatimaForAMinute();
          asker.clock().fastForward(61_000);
          assertThat(asker.locator("#situation .presence-there"))
              .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(3_000));
        });
  }

  private boolean isFatimaSeen() {
    return sql.sql("select exists (select from network.presence where person_id = :id)")
        .param("id", world.fatima().id())
        .query(Boolean.class)
        .single();
  }

  private void nobodySawFatimaForAMinute() {
    sql.sql(
            "update network.presence set seen_at = seen_at - interval '61 seconds' where person_id = :id")
        .param("id", world.fatima().id())
        .update();
  }

  @Test
  void whatIsTypedElsewhereOnThePageStaysWhenAMessageArrives() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Blijft het staan");
    var fatima = fatimaAt(question);
    button(fatima, "Ik pak hem op").click();
    fatima.locator("summary", new Page.LocatorOptions().setHasText("Geef het antwoord")).click();
    var answer = fatima.locator("#answer-text");
    answer.fill("Zet het filter");
    fatima.locator("[name=keep]").check();
    answer.focus();
    say(asker, "Wacht, het lukt al bijna");
    assertThat(said(fatima)).hasText(new String[] {"Wacht, het lukt al bijna"});
    assertThat(answer).hasValue("Zet het filter");
    assertThat(fatima.locator("[name=keep]")).isChecked();
    assertThat(answer).isFocused();
    fatima.keyboard().type(" uit");
    assertThat(answer).hasValue("Zet het filter uit");
  }

  @Test
  void earlierMessagesComeWhenAskedFor() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Een lang gesprek");
    IntStream.rangeClosed(1, 65).forEach(n -> writes(world.sanne(), question, "Bericht " + n));
    var fatima = fatimaAt(question);
    assertThat(said(fatima)).hasCount(30);
    assertThat(said(fatima).first()).hasText("Bericht 36");
    fatima.locator("#earlier a").click();
    assertThat(said(fatima)).hasCount(60);
    fatima.locator("#earlier a").click();
    assertThat(said(fatima)).hasCount(65);
    assertThat(fatima.locator("#earlier")).hasCount(0);
    say(asker, "Bericht 66");
    assertThat(said(fatima)).hasCount(66);
    assertThat(said(fatima).allTextContents())
        .isEqualTo(IntStream.rangeClosed(1, 66).mapToObj(n -> "Bericht " + n).toList());

    var plain = chromium.withoutScripts(world.fatima()).newPage();
    plain.navigate(question);
    plain.locator("#earlier a").click();
    assertThat(said(plain)).hasCount(30);
    assertThat(said(plain).last()).hasText("Bericht 36");
  }

  @Test
  void theLastWordStaysInSightAndAnOlderOneIsNotTakenAway() {
    var asker = chromium.desk(world.sanne()).newPage();
    var question = ask(asker, "Waar was ik");
    IntStream.rangeClosed(1, 30).forEach(n -> writes(world.sanne(), question, "Bericht " + n));
    var fatima = fatimaAt(question);
    assertThat(said(fatima).last()).isInViewport();
    say(asker, "Nog een");
    assertThat(said(fatima).last()).hasText("Nog een");
    assertThat(said(fatima).last()).isInViewport();
    // The page grows before the browser has told that it was scrolled.
    fatima.evaluate(
        """
        () => {
          document.querySelector(".message").scrollIntoView();
          document.getElementById("typing").hidden = false;
          return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        }\
        """);
    assertThat(said(fatima).first()).isInViewport();
    say(asker, "En nog een");
    assertThat(button(fatima, "Nieuw bericht")).isVisible();
    assertThat(said(fatima).last()).not().isInViewport();
    button(fatima, "Nieuw bericht").click();
    assertThat(said(fatima).last()).isInViewport();
    assertThat(button(fatima, "Nieuw bericht")).isHidden();
  }

  @Test
  void signingOutInOneTabEmptiesTheOthers() {
    var window = chromium.desk(world.sanne());
    var one = window.newPage();
    var question = ask(one, "Op een gedeelde computer");
    var other = window.newPage();
    other.navigate(question);
    one.locator("details.me summary").click();
    button(one, "Uitloggen").click();
    assertThat(other.locator("input[type=password]")).isVisible();
    assertThat(other.locator("body")).not().containsText("Op een gedeelde computer");
  }

  @Test
  void linksAreLinksAndNothingElseIs() {
    var asker = chromium.desk(world.sanne()).newPage();
    ask(asker, "Kijk op https://nova.example/f03.");
    say(asker, "<b>vet</b> javascript:alert(1) (https://nova.example/a_(b))");
    assertThat(said(asker).locator("a")).hasText(new String[] {"https://nova.example/a_(b)"});
    assertThat(said(asker).locator("a")).hasAttribute("rel", "noopener noreferrer nofollow");
    assertThat(asker.locator(".question-text a")).hasText("https://nova.example/f03");
  }
}
