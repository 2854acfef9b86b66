package nl.steunpunt.support.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is typed before signing in; where it is typed is tested there. */
@SteunpuntTest
class CarriedTextsTest {
  @Autowired World world;
  @Autowired CarriedTexts texts;
  @Autowired Clock clock;

  private static int next = 1;

  /** Each test comes from an address of its own: what comes from one is counted. */
  private final String client = "203.0.113." + next++;

  /** Sent along with each. */
  private String header = "X-Of-No-Matter";

  private MvcTestResult send(String... fields) {
    var request =
        world
            .api()
            .post()
            .uri("/ask")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Accept-Language", "nl")
            .header(header, "1.1 somewhere")
            .with(it -> {
              it.setRemoteAddr(client);
              return it;
            });
    for (var i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return request.exchange();
  }

  private static String address(MvcTestResult answer) {
    return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
  }

  @Test
  void whereSomebodyWasStuckComesAlong() {
    var sent =
        send("text", "Btw-code weg", "system", "erp", "topic", "invoices", "screen", "FB 60 €");
    // Of a test's browser each address is encoded once more.
    var address = URLDecoder.decode(address(sent), StandardCharsets.UTF_8);
    var page = world.as(world.sanne()).page(address);
    assertThat(page.expectFirst("#ask-text").wholeText()).isEqualTo("Btw-code weg");
    assertThat(page.select("#ask-topic option[selected]").text()).isEqualTo("Facturen");
    assertThat(page.select(".ask-carried li").eachText()).containsExactly("Scherm: FB 60 €");
  }

  /** Rather the text without the rest than nothing of it. */
  @Test
  void ofMoreThanAnAddressHoldsTheTextComes() {
    var signs = "漢".repeat(300);
    var sent = send("text", "Btw-code weg", "screen", signs, "error", signs);
    assertThat(address(sent)).hasSizeLessThan(1500);
    assertThat(world.as(world.sanne()).page(address(sent)).expectFirst("#ask-text").wholeText())
        .isEqualTo("Btw-code weg");
  }

  @Test
  void whoIsSignedInFindsItInTheFieldAtOnce() {
    var text = "Btw-code weg. ".repeat(400);
    var shown = world.as(world.sanne()).post("/ask", "text", text, "system", "erp");
    assertThat(shown).hasStatusOk();
    var page = Browser.html(shown);
    assertThat(page.expectFirst("#ask-text").wholeText()).isEqualTo(text.strip());
    assertThat(texts.nextDue()).as("nothing had to wait").isEmpty();
  }

  @Test
  void isGoneAfterADayAndSaysSo() {
    var address = address(send("text", "Btw-code weg"));
    var due = texts.nextDue().orElseThrow();
    assertThat(due)
        .isBetween(
            clock.instant().plus(Duration.ofHours(23)), clock.instant().plus(Duration.ofHours(25)));
    assertThat(texts.fireDue(due.minusMillis(1))).isEmpty();
    assertThat(texts.fireDue(due)).hasSize(1);
    var gone = world.as(world.sanne()).get(address);
    assertThat(gone).hasStatus(303);
    assertThat(address(gone)).isEqualTo("/ask");
    assertThat(Objects.requireNonNull(gone.getResponse().getCookie("flash")).getValue())
        .contains("start.carried.gone");
  }

  @Test
  void aLinkThatWeDidNotMakeReadsNothing() {
    send("text", "Btw-code weg");
    for (var link : new String[] {"1", "x".repeat(32), "%00", "AAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAA"}) {
      assertThat(world.as(world.sanne()).get("/ask?kept=" + link)).hasStatus(303);
    }
  }

  @Test
  void whoSendsTooManyWaitsAndKeepsTheText() {
    for (var i = 0; i < CarriedTexts.MOST; i++) {
      assertThat(send("text", "Btw-code weg " + i)).hasStatus(303);
    }
    var refused = send("text", "En nog steeds is de btw-code weg");
    assertThat(refused).hasStatus(429);
    assertThat(Browser.html(refused).text())
        .contains("heel veel vragen tegelijk", "En nog steeds is de btw-code weg");
    header = "Via";
    assertThat(send("text", "Langs een proxy die niemand noemde")).hasStatus(429);
  }

  @Test
  void nothingTypedOnlySignsIn() {
    assertThat(address(send("text", " "))).isEqualTo("/ask");
    assertThat(texts.nextDue()).isEmpty();
  }
}
