package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.steunpunt.browser.Screen.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a page of another origin, by the button and by the frame, to a question. */
@BrowserTest
class HelpButtonInPagesTest {
  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired Profiles profiles;
  @Autowired JdbcClient sql;

  @Value("${local.server.port}")
  int port;

  private HttpServer intranet;
  private String origin;
  private String code;

  @BeforeEach
  void aPageOfAnotherOrigin() throws IOException {
    intranet = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    origin = "http://127.0.0.1:" + intranet.getAddress().getPort();
    world.sanne();
    code =
        sql.sql(
                """
                select c.code from network.place_code c join people.location l on l.id = c.location_id
                 where l.path = 'Utrecht/Gebouw B/3' and c.withdrawn_at is null
                """)
            .query(String.class)
            .single();
    intranet.createContext(
        "/",
        exchange -> {
          var page = page(exchange.getRequestURI().getPath()).getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
          // Stricter than most: what the button needs must be enough.
          exchange
              .getResponseHeaders()
              .add(
                  "Content-Security-Policy",
                  "default-src 'none'; script-src %1$s; connect-src %1$s; frame-src %1$s; img-src 'self' data:; require-trusted-types-for 'script'"
                      .formatted(ours()));
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    intranet.start();
    var administrator = world.as(world.willemijn());
    administrator.post("/admin/help-button", "origins", origin);
    administrator.post("/admin/who-helps/open", "open", "true", "networks", "127.0.0.0/8");
    profiles.change(world.fatima().id(), new Profiles.Profile(List.of("nl"), false, true));
  }

  @AfterEach
  void leaveItAsItWas() {
    intranet.stop(0);
    sql.sql("delete from network.stated_presence").update();
    var administrator = world.as(world.willemijn());
    administrator.post("/admin/help-button", "origins", "");
    administrator.post("/admin/who-helps/open", "networks", "");
    profiles.change(world.fatima().id(), new Profiles.Profile(List.of("nl"), false, false));
  }

  private String ours() {
    return "http://127.0.0.1:" + port;
  }

  private String page(String path) {
    var given =
        "data-system=\"erp\" data-place=\"%s\" data-screen=\"Facturen\" data-error=\"E 42\""
            .formatted(code);
    return switch (path) {
      case "/frame" ->
          "<!doctype html><html lang=nl><title>x</title><iframe title=hulp width=400 height=700 src='%s/help-button/frame?system=erp&place=%s&screen=Facturen'></iframe>"
              .formatted(ours(), code);
      default ->
          "<!doctype html><html lang=%s><title>x</title><link rel=icon href='data:,'><h1>Intranet</h1><input id=own><script src='%s/assets/help.js' %s async></script>"
              .formatted(path.equals("/en") ? "en" : "nl", ours(), given);
    };
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
  }

  /** In no address: of so long a one nothing would be left after signing in. */
  @Test
  void withoutScriptsALongQuestionIsThereAfterSigningIn() {
    var text = "De btw-code is weg & “ik” zie 100% niets. ".repeat(100).substring(0, 4000).strip();
    for (var place : List.of(ours() + "/h/" + code, origin + "/frame")) {
      var page = chromium.strangerWithoutScripts().newPage();
      page.navigate(place);
      var from = page.frames().getLast();
      from.locator("[data-carry] textarea").fill(text);
      var send = from.locator("[data-carry] button");
      var asking =
          place.endsWith("/frame") ? page.context().waitForPage(send::click) : clicked(page, send);
      asking.waitForURL("**/sign-in**");
      assertThat(asking.locator("[data-carried]"))
          .hasText("Je vraag blijft bewaard. Log in om hem te versturen.");
      var to = URI.create(asking.url()).getQuery().replaceFirst("^to=", "");
      var signIn = world.as(world.sanne()).cookie();
      page.context()
          .addCookies(List.of(new Cookie(signIn.getName(), signIn.getValue()).setUrl(ours())));
      asking.navigate(ours() + to);
      assertThat(asking.locator("#ask-text")).hasValue(text);
    }
  }

  private static Page clicked(Page page, Locator button) {
    button.click();
    return page;
  }

  @Test
  void aStrangerTypesAQuestionAndFindsItBackAfterSigningIn() {
    var page = chromium.stranger().newPage();
    page.navigate(origin + "/boeken?token=geheim");
    press(page, "Loop je vast?");
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Fatima El Idrissi");
    assertThat(page.getByRole(AriaRole.DIALOG))
        .containsText("Gaat mee: Facturen · E 42 · " + origin + "/boeken");
    assertThat(page.getByLabel("Waar loop je vast?")).isFocused();

    page.keyboard().press("Escape");
    assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    assertThat(page.getByRole(AriaRole.BUTTON)).isFocused();
    page.keyboard().press("Enter");
    var text = "De btw-code is weg & “ik” zie 100% niets " + System.nanoTime();
    page.getByLabel("Waar loop je vast?").fill(text);
    page.keyboard().press("Escape");
    press(page, "Loop je vast?");
    assertThat(page.getByLabel("Waar loop je vast?")).hasValue(text);
    Chromium.look(page, "help-button-open");
    assertThat(page.evaluate("document.cookie + localStorage.length + sessionStorage.length"))
        .isEqualTo("00");

    var asking = page.context().waitForPage(() -> press(page, "Vraag het"));
    asking.waitForURL("**/sign-in**");
    asking.waitForFunction("!location.hash");
    assertThat(asking.url()).doesNotContain("btw", "geheim");
    var to = URI.create(asking.url()).getQuery().replaceFirst("^to=", "");
    var signIn = world.as(world.sanne()).cookie();
    page.context()
        .addCookies(List.of(new Cookie(signIn.getName(), signIn.getValue()).setUrl(ours())));
    asking.navigate(ours() + to);
    assertThat(asking.locator("#ask-text")).hasValue(text);
    assertThat(asking.locator("#ask-topic option:checked")).hasText("Facturen");
    assertThat(asking.locator(".ask-carried")).containsText("Pagina: " + origin + "/boeken");
    Screen.check(asking, "asked-from-elsewhere");
    button(asking, "Vraag het").click();
    Screen.arriveAtQuestion(asking);
    assertThat(asking.locator("main")).containsText(text);
    assertThat(asking.locator("main")).containsText("Foutcode: E 42");
  }

  @Test
  void whatSomebodySaysOfTheMomentIsSaidThere() {
    for (var says : List.of("round Loopt een ronde tot", "busy Bezet tot")) {
      var kind = says.substring(0, says.indexOf(' '));
      world
          .as(world.fatima())
          .post("/availability/presence", "kind", kind, "until", "half_hour", "to", "/inbox");
      var page = chromium.stranger().newPage();
      page.navigate(origin + "/boeken");
      press(page, "Loop je vast?");
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText(says.substring(kind.length() + 1));
      assertThat(page.locator(".when.now")).hasCount(kind.equals("round") ? 1 : 0);
    }
  }

  @Test
  void theButtonSpeaksTheLanguageOfThePageAndWorksWhereItIsNotNamed() {
    world.as(world.willemijn()).post("/admin/help-button", "origins", "https://elsewhere.example");
    chromium.expect("CORS|403|Failed to load");
    var page = chromium.stranger().newPage();
    page.navigate(origin + "/en");
    press(page, "Stuck?");
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("On sending you sign in");
    assertThat(page.getByRole(AriaRole.DIALOG)).not().containsText("Fatima");
    page.getByLabel("Where are you stuck?").fill("The VAT code is gone");
    var asking = page.context().waitForPage(() -> press(page, "Ask"));
    asking.waitForURL("**/sign-in**");
  }

  @Test
  void theFrameDoesTheSame() {
    var window = chromium.stranger();
    var page = window.newPage();
    page.navigate(origin + "/frame");
    var frame = page.frameLocator("iframe");
    assertThat(frame.locator("main")).containsText("Fatima El Idrissi");
    // Longer than a question may be: that is said where it is asked, and nothing is cut before.
    var text = "Vanuit een kader " + System.nanoTime() + " en nog veel meer".repeat(300);
    frame.locator("textarea").fill(text);
    var asking = window.waitForPage(() -> frame.getByRole(AriaRole.BUTTON).first().click());
    asking.waitForURL("**/sign-in**");
    asking.waitForFunction("!location.hash");
    var signIn = world.as(world.sanne()).cookie();
    window.addCookies(List.of(new Cookie(signIn.getName(), signIn.getValue()).setUrl(ours())));
    asking.navigate(ours() + URI.create(asking.url()).getQuery().replaceFirst("^to=", ""));
    assertThat(asking.locator("#ask-text")).hasValue(text);

    world.as(world.willemijn()).post("/admin/help-button", "origins", "");
    chromium.expect("frame-ancestors|Refused to frame|Framing");
    page.navigate(origin + "/frame");
    assertThat(page.frameLocator("iframe").locator("textarea")).hasCount(0);
  }
}
