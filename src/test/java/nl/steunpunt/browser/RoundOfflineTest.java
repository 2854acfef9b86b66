package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.button;
import static nl.steunpunt.browser.Screen.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round on a phone that loses its network, is closed, changes hands: nothing lost or doubled. */
@BrowserTest
class RoundOfflineTest {
  private static final String CUT =
      "ERR_INTERNET_DISCONNECTED|Failed to load resource|ERR_FAILED|htmx";

  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired JdbcClient sql;

  @Value("${local.server.port}")
  int port;

  @BeforeEach
  void theNetworkIsCut() {
    chromium.expect(CUT);
    forget();
  }

  /** What others look at in this database is as it was. */
  @AfterEach
  void forget() {
    for (var table : List.of("campaign.round", "campaign.tap_undone", "support.help_moment")) {
      sql.sql("delete from " + table).update();
    }
    sql.sql("delete from support.signal where heard_by_id is not null").update();
    sql.sql("delete from network.work where kind = 'round'").update();
    sql.sql("delete from network.stated_presence").update();
  }

  /**
   * Without Background Sync: when the worker tries is decided by the machine's network, which is
   * there all the time, and what a test wants unsent would be gone.
   */
  private BrowserContext phone(Colleague who) {
    var phone = chromium.phone(who);
    phone.addInitScript("if (self.SyncManager) SyncManager.prototype.register = async () => {};");
    return phone;
  }

  private Page begin(BrowserContext phone) {
    var page = phone.newPage();
    page.navigate("/round");
    page.waitForFunction(
        "async () => Boolean(await navigator.serviceWorker.ready) && Boolean(await"
            + " caches.match('/round'))");
    button(page, "Begin de ronde").click();
    // That all is sent stands there before the click as well.
    page.waitForCondition(() -> count("campaign.round") > 0);
    assertThat(unsent(page)).containsText("Alles is verstuurd");
    return page;
  }

  private static Locator unsent(Page page) {
    return page.locator("#round-unsent span");
  }

  private static Locator zone(Page page) {
    return page.locator(".round-zone:not([hidden])");
  }

  /**
   * Once what was tapped last has been tried in vain. A sending that is under way when its page
   * closes may outlive the test's lack of a network, which goes with the page.
   */
  private static void close(Page page) {
    page.waitForFunction(
        """
        async () => {
          const { held, pending } = await navigator.locks.query();
          const busy = [...held, ...pending].some(({ name }) => name === "round-sending");
          const taps = await roundQueue.all(document.body.dataset.viewer);
          return !busy && taps.every(({ state, tried }) => state !== "waiting" || tried);
        }
        """);
    page.close();
  }

  private static void helped(Page page, String minutes) {
    zone(page).getByText("Geholpen", new Locator.GetByTextOptions().setExact(true)).first().click();
    button(page, minutes + " min").click();
  }

  private static void heard(Page page, String text) {
    zone(page).getByText("Gehoord", new Locator.GetByTextOptions().setExact(true)).first().click();
    zone(page).locator("textarea").fill(text);
    button(page, "Noteer").click();
  }

  private int count(String from) {
    return sql.sql("select count(*) from " + from).query(Integer.class).single();
  }

  @Test
  void tappedWithoutANetworkClosedAndOpenedAgainItArrivesOnce() {
    var phone = phone(world.fatima());
    var page = begin(phone);
    phone.setOffline(true);
    button(page, "Gesproken").click();
    button(page, "Gesproken").click();
    helped(page, "15");
    heard(page, "Het scherm is traag. ".repeat(100));
    assertThat(zone(page).locator(".field-count")).containsText("Te lang: 2.100 tekens");
    Chromium.look(page, "round-too-long-phone");
    assertThat(zone(page).locator(".round-tap")).hasCount(3);
    zone(page).locator("textarea").fill("Het scherm is traag");
    button(page, "Noteer").click();
    assertThat(zone(page).locator(".round-tap")).hasCount(4);
    assertThat(unsent(page)).containsText("4 tikken nog niet verstuurd");
    Chromium.look(page, "round-offline-phone");
    assertThat(unsent(page)).containsText("Gehoord. ");
    assertThat(zone(page).locator(".round-tap button").nth(2))
        .hasAccessibleName("Toch niet Geholpen, 15 min");
    zone(page).locator(".round-tap").first().locator("button").click();
    assertThat(zone(page).locator(".round-tap")).hasCount(3);
    assertThat(zone(page).locator(".round-zone-name")).isFocused();
    assertThat(unsent(page)).containsText("Teruggenomen tik. ");
    close(page);

    page = phone.newPage();
    page.navigate("/round");
    assertThat(zone(page).locator(".round-tap")).hasCount(3);
    assertThat(unsent(page)).containsText("nog niet verstuurd");
    assertThat(unsent(page)).containsText("Er is geen netwerk");
    button(page, "Klaar hier, volgende").click();
    assertThat(page.locator("#round-progress")).containsText("1 van");
    // At "/" there is nothing without a network: the installed product opens on the round.
    var second = phone.newPage();
    second.navigate("/");
    assertThat(second.locator("#round-progress")).containsText("1 van");
    assertThat(count("campaign.tap")).isZero();

    phone.setOffline(false);
    assertThat(unsent(page)).containsText("Alles is verstuurd");
    assertThat(unsent(second)).containsText("Alles is verstuurd");
    page.reload();
    assertThat(page.locator(".round-tap")).hasCount(3);
    assertThat(count("campaign.round")).isOne();
    assertThat(count("campaign.tap where kind = 'talked' and not undone")).isOne();
    assertThat(count("campaign.tap where kind = 'helped'")).isOne();
    assertThat(count("campaign.tap where kind = 'heard'")).isOne();
    assertThat(count("campaign.tap where kind = 'walked'")).isOne();
    assertThat(count("support.help_moment")).isOne();
    assertThat(count("support.signal where heard_by_id is not null")).isOne();

    button(page, "Rond de ronde af").click();
    assertThat(page.locator(".round-pasts")).containsText("1 gesproken");
    check(page, "round-done-phone");
  }

  @Test
  void anAnswerThatWasLostDoublesNothing() {
    var phone = phone(world.fatima());
    var page = begin(phone);
    var lost = new AtomicInteger();
    page.route(
        "**/round/sending",
        route -> {
          route.fetch();
          route.abort();
          lost.incrementAndGet();
        });
    button(page, "Gesproken").click();
    helped(page, "5");
    assertThat(unsent(page)).containsText("2 tikken nog niet verstuurd");
    // A sending for each tap: one that is still on its way would arrive by itself below.
    page.waitForCondition(() -> lost.get() >= 2);
    page.unroute("**/round/sending");
    button(page, "Verstuur nu").click();
    assertThat(unsent(page)).containsText("Alles is verstuurd");
    assertThat(count("campaign.tap")).isEqualTo(2);
    assertThat(count("support.help_moment")).isOne();
  }

  @Test
  void aSignInThatExpiredKeepsTheTapsForThatPersonAlone() {
    var phone = phone(world.fatima());
    var page = begin(phone);
    phone.setOffline(true);
    button(page, "Gesproken").click();
    heard(page, "Alleen voor Fatima");
    assertThat(unsent(page)).containsText("2 tikken nog niet verstuurd");
    close(page);
    phone.clearCookies();
    phone.setOffline(false);

    page = phone.newPage();
    page.navigate("/round");
    assertThat(page.locator("h1")).not().hasText("Ronde");
    signIn(phone, world.joost());
    page.navigate("/round");
    assertThat(page.locator("h1")).hasText("Ronde");
    assertThat(page.locator("#round-begin")).isVisible();
    assertThat(page.locator("body")).not().containsText("nog niet verstuurd");
    assertThat(page.locator("body")).not().containsText("Alleen voor Fatima");
    var kept =
        page.evaluate("async () => (await (await caches.match('/round'))?.text()) ?? ''")
            .toString();
    assertThat(kept).doesNotContain("data-viewer=\"%s\"".formatted(world.fatima().id()));
    assertThat(count("campaign.tap")).isZero();

    phone.clearCookies();
    signIn(phone, world.fatima());
    page.navigate("/round");
    assertThat(unsent(page)).containsText("Alles is verstuurd");
    assertThat(count("campaign.tap")).isEqualTo(2);
    assertThat(count("campaign.round where person_id = " + world.fatima().id())).isOne();
  }

  @Test
  void aKeptPageMakesRoomForWhoHasThePhoneNow() {
    var phone = phone(world.fatima());
    var page = begin(phone);
    phone.setOffline(true);
    page.navigate("/round");
    button(page, "Gesproken").click();
    assertThat(unsent(page)).containsText("1 tik nog niet verstuurd");
    phone.clearCookies();
    signIn(phone, world.joost());
    phone.setOffline(false);

    assertThat(page.locator("body")).hasAttribute("data-viewer", world.joost().id().toString());
    assertThat(page.locator("body")).not().containsText("nog niet verstuurd");
    assertThat(count("campaign.tap")).isZero();
  }

  @Test
  void whatIsRefusedStaysWithItsReasonUntilItIsThrownAway() {
    var phone = phone(world.fatima());
    var page = begin(phone);
    phone.setOffline(true);
    heard(page, "Te laat gehoord");
    assertThat(unsent(page)).containsText("1 tik nog niet verstuurd");
    // Meanwhile the place went from the round.
    sql.sql("delete from campaign.round_zone").update();
    phone.setOffline(false);
    var refused = page.locator("#round-refused");
    assertThat(refused).containsText("Te laat gehoord");
    assertThat(refused).containsText("Deze plek hoort niet bij deze ronde.");
    check(page, "round-refused-phone");
    button(page, "Opnieuw").click();
    assertThat(refused).containsText("Deze plek hoort niet bij deze ronde.");
    button(page, "Gooi weg").click();
    assertThat(refused).isHidden();
    assertThat(count("campaign.tap")).isZero();
  }

  @Test
  void signingOutTakesTheScreensAlong() {
    var phone = phone(world.fatima());
    var page = begin(phone);
    check(page, "round-walking-phone");
    page.locator("details.me summary").click();
    button(page, "Uitloggen").click();
    page.waitForURL("**/sign-in");
    page.waitForFunction("async () => !(await caches.match('/round'))");
    phone.setOffline(true);
    try {
      page.navigate("/round");
    } catch (com.microsoft.playwright.PlaywrightException noPage) {
      // As it should be.
    }
    assertThat(page.locator(".round-zone")).hasCount(0);
  }

  /**
   * As the browser does it when the machine has a network again: of its own accord, without a page.
   */
  private void backgroundSync(BrowserContext phone) {
    var page = phone.newPage();
    page.navigate("about:blank");
    var session = phone.newCDPSession(page);
    var registered = new AtomicReference<String>();
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        event ->
            event
                .getAsJsonArray("registrations")
                .forEach(one ->
                    registered.set(one.getAsJsonObject().get("registrationId").getAsString())));
    session.send("ServiceWorker.enable");
    page.waitForCondition(() -> registered.get() != null);
    var sync = new JsonObject();
    sync.addProperty("origin", "http://127.0.0.1:" + port);
    sync.addProperty("registrationId", registered.get());
    sync.addProperty("tag", "round");
    sync.addProperty("lastChance", false);
    session.send("ServiceWorker.dispatchSyncEvent", sync);
  }

  @Test
  void withEveryPageClosedTheWorkerSendsWhatWaitsWhenTheNetworkReturns() {
    var phone = phone(world.fatima());
    var page = begin(phone);
    phone.setOffline(true);
    button(page, "Gesproken").click();
    helped(page, "15");
    assertThat(unsent(page)).containsText("2 tikken nog niet verstuurd");
    close(page);
    phone.setOffline(false);
    assertThat(count("campaign.tap")).isZero();

    backgroundSync(phone);
    var watch = phone.pages().getFirst();
    watch.waitForCondition(() -> count("campaign.tap") == 2);
    backgroundSync(phone);
    assertThat(count("campaign.tap")).as("once more it sends nothing").isEqualTo(2);
    assertThat(count("support.help_moment")).isOne();

    page = phone.newPage();
    page.navigate("/round");
    assertThat(zone(page).locator(".round-tap")).hasCount(2);
    assertThat(unsent(page)).containsText("Alles is verstuurd");
  }

  @Test
  void theWorkerSendsOnlyForWhoIsSignedIn() {
    var phone = phone(world.fatima());
    var page = begin(phone);
    phone.setOffline(true);
    button(page, "Gesproken").click();
    assertThat(unsent(page)).containsText("1 tik nog niet verstuurd");
    close(page);
    phone.clearCookies();
    signIn(phone, world.joost());
    phone.setOffline(false);
    backgroundSync(phone);
    page = phone.newPage();
    page.navigate("/round");
    assertThat(page.locator("h1")).hasText("Ronde");
    assertThat(count("campaign.tap")).isZero();
    phone.clearCookies();
    signIn(phone, world.fatima());
    backgroundSync(phone);
    page.waitForCondition(() -> count("campaign.tap") == 1);
  }

  @Test
  void withoutScriptsItIsAFormForEachTap() {
    var page = chromium.withoutScripts(world.fatima()).newPage();
    page.navigate("/round");
    button(page, "Begin de ronde").click();
    button(page, "Gesproken").click();
    assertThat(page.locator("#notices")).containsText("Genoteerd: gesproken.");
    helped(page, "15");
    assertThat(zone(page).locator(".round-tap")).hasCount(2);
    button(page, "Klaar hier, volgende").click();
    assertThat(page.locator("#round-progress")).containsText("1 van");
    button(page, "Rond de ronde af").click();
    assertThat(page.locator(".round-pasts")).containsText("1 gesproken · 1 geholpen");
    assertThat(count("campaign.tap")).isEqualTo(4);
  }

  private void signIn(BrowserContext phone, Colleague colleague) {
    var cookie = world.as(colleague).cookie();
    phone.addCookies(
        List.of(
            new Cookie(cookie.getName(), cookie.getValue()).setUrl("http://127.0.0.1:" + port)));
  }
}
