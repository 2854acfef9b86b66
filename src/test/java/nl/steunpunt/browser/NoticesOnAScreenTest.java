package nl.steunpunt.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.steunpunt.browser.Screen.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import nl.steunpunt.notify.push.TestBrowser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notices in a browser: allowed by one tap, shown by the service worker, and a tap on one leads to
 * the conversation. No push service can be reached from a test: its address is given to the page,
 * and what it would deliver is delivered by the DevTools protocol.
 */
@BrowserTest
class NoticesOnAScreenTest {
  private static final String PAGE = "/account/notices";

  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired JdbcClient sql;

  @Value("${local.server.port}")
  int port;

  @AfterEach
  void leaveItAsItWas() {
    sql.sql("delete from notify.push_browser").update();
    sql.sql("delete from notify.choice").update();
    sql.sql("delete from notify.push_wish").update();
  }

  private BrowserContext phone(Colleague who) {
    var phone = chromium.phone(who);
    var keys = TestBrowser.fresh();
    phone.addInitScript(
        """
        (() => {
          Object.defineProperty(Notification, "permission", { get: () => "granted" });
          Notification.requestPermission = async () => "granted";
          const given = {
            endpoint: "https://fcm.googleapis.com/fcm/send/test-%s",
            options: {},
            toJSON: () => ({ endpoint: given.endpoint, keys: { p256dh: "%s", auth: "%s" } }),
            unsubscribe: async () => { localStorage.removeItem("test-subscribed"); return true; },
          };
          PushManager.prototype.subscribe = async () => { localStorage.setItem("test-subscribed", "yes"); return given; };
          PushManager.prototype.getSubscription = async () => (localStorage.getItem("test-subscribed") ? given : null);
        })();
        """
            .formatted(keys.auth(), keys.p256dh(), keys.auth()));
    return phone;
  }

  private long browsers(Colleague who) {
    return sql.sql(
            "select count(*) from notify.push_browser where person_id = :id and endpoint is not null")
        .param("id", who.id())
        .query(Long.class)
        .single();
  }

  private String ask(Colleague asker, String text) {
    var reply = world.as(asker).post("/questions", "system", world.nova().toString(), "text", text);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  @Test
  void allowedByOneTapListedAndGoneAfterSigningOut() {
    var phone = phone(world.fatima());
    var page = phone.newPage();
    page.navigate(PAGE);
    button(page, "Zet aan in deze browser").click();
    assertThat(page.locator("#notices")).containsText("Deze browser laat voortaan zien");
    assertThat(page.locator("#push .lines li")).hasCount(1);
    assertThat(page.locator("#push .lines li")).containsText("deze browser");
    assertThat(page.getByText("Deze browser laat je meldingen zien.")).isVisible();
    assertThat(button(page, "Zet aan in deze browser")).isHidden();
    Chromium.look(page, "notices-phone");
    assertThat(browsers(world.fatima())).isEqualTo(1);

    page.locator("details.me summary").click();
    button(page, "Uitloggen").click();
    page.waitForURL("**/sign-in");
    page.waitForCondition(() -> browsers(world.fatima()) == 0);
    assertThat(page.evaluate("() => localStorage.getItem('push-person')")).isNull();
  }

  /** On this browser it was allowed once: to sign in again is enough. */
  @Test
  void keptGoingAfterSigningInAgain() {
    var phone = phone(world.fatima());
    var page = phone.newPage();
    page.navigate(PAGE);
    button(page, "Zet aan in deze browser").click();
    assertThat(page.locator("#push .lines li")).hasCount(1);
    var other = world.as(world.fatima()).cookie();
    phone.clearCookies();
    phone.addCookies(
        List.of(
            new com.microsoft.playwright.options.Cookie(other.getName(), other.getValue())
                .setUrl("http://127.0.0.1:" + port)));
    sql.sql("delete from notify.push_browser").update();
    var later = phone.newPage();
    later.navigate("/inbox");
    later.waitForCondition(() -> browsers(world.fatima()) == 1);
  }

  @Test
  void whoSignsInAfterwardsOnTheSameBrowserIsNotShownTheFirstOnes() {
    var phone = phone(world.fatima());
    var page = phone.newPage();
    page.navigate(PAGE);
    button(page, "Zet aan in deze browser").click();
    assertThat(page.locator("#push .lines li")).hasCount(1);
    var other = world.as(world.joost()).cookie();
    phone.clearCookies();
    phone.addCookies(
        List.of(
            new com.microsoft.playwright.options.Cookie(other.getName(), other.getValue())
                .setUrl("http://127.0.0.1:" + port)));
    var later = phone.newPage();
    later.navigate("/inbox");
    later.waitForFunction(
        "() => !localStorage.getItem('push-person') && !localStorage.getItem('test-subscribed')");
    assertThat(browsers(world.joost())).isZero();
  }

  /**
   * @param finished how many pushes the worker is done with
   */
  private record Worker(
      Page page, CDPSession session, String registration, AtomicInteger finished) {}

  /** The page's service worker, as the DevTools know it. */
  private Worker worker(Page page) {
    page.evaluate("() => navigator.serviceWorker.register('/worker.js')");
    page.waitForFunction(
        "async () => Boolean((await navigator.serviceWorker.ready).active) && Boolean(navigator.serviceWorker.controller)");
    var session = page.context().newCDPSession(page);
    var registrations = new CopyOnWriteArrayList<String>();
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        event ->
            event
                .getAsJsonArray("registrations")
                .forEach(one -> {
                  var it = one.getAsJsonObject();
                  if (!it.get("isDeleted").getAsBoolean()
                      && it.get("scopeURL").getAsString().startsWith(origin())) {
                    registrations.add(it.get("registrationId").getAsString());
                  }
                }));
    session.send("ServiceWorker.enable");
    page.waitForCondition(() -> !registrations.isEmpty());
    var finished = new AtomicInteger();
    session.on(
        "BackgroundService.backgroundServiceEventReceived",
        event -> {
          if (event
              .getAsJsonObject("backgroundServiceEvent")
              .get("eventName")
              .getAsString()
              .equals("Push event completed")) {
            finished.incrementAndGet();
          }
        });
    var pushes = new JsonObject();
    pushes.addProperty("service", "pushMessaging");
    session.send("BackgroundService.startObserving", pushes);
    pushes.addProperty("shouldRecord", true);
    session.send("BackgroundService.setRecording", pushes);
    return new Worker(page, session, registrations.getLast(), finished);
  }

  private String origin() {
    return "http://127.0.0.1:" + port;
  }

  /**
   * Until the worker is done with it. Whoever asks for the notices before that can lose one: what
   * is stored and not on the screen yet, the browser takes for closed and forgets.
   */
  private void deliver(Worker worker, String data) {
    var before = worker.finished.get();
    var message = new JsonObject();
    message.addProperty("origin", origin());
    message.addProperty("registrationId", worker.registration);
    message.addProperty("data", data);
    worker.session.send("ServiceWorker.deliverPushMessage", message);
    worker.page.waitForCondition(() -> worker.finished.get() > before);
  }

  private static String shown(Page page) {
    return page.evaluate(
            "async () => (await (await navigator.serviceWorker.ready).getNotifications()).map((one) => [one.title, one.body, one.tag, one.data?.path].join('|')).join('\\n')")
        .toString();
  }

  private static void waitForShown(Page page, String text) {
    page.waitForCondition(() -> shown(page).equals(text));
  }

  /** As somebody who taps on the notice: no test can do that outside the page. */
  private void tap(Page page) {
    var browser = page.context().browser().newBrowserCDPSession();
    var target =
        StreamSupport.stream(
                browser.send("Target.getTargets").getAsJsonArray("targetInfos").spliterator(),
                false)
            .map(JsonElement::getAsJsonObject)
            .filter(it -> it.get("type").getAsString().equals("service_worker"))
            .filter(it -> it.get("url").getAsString().startsWith(origin()))
            .map(it -> it.get("targetId").getAsString())
            .findFirst()
            .orElseThrow();
    var attach = new JsonObject();
    attach.addProperty("targetId", target);
    attach.addProperty("flatten", false);
    var session = browser.send("Target.attachToTarget", attach).get("sessionId").getAsString();
    var what = new JsonObject();
    what.addProperty(
        "expression",
        """
        registration.getNotifications().then(([notification]) =>
          self.dispatchEvent(new NotificationEvent("notificationclick", { notification })))
        """);
    what.addProperty("awaitPromise", true);
    var evaluate = new JsonObject();
    evaluate.addProperty("id", 1);
    evaluate.addProperty("method", "Runtime.evaluate");
    evaluate.add("params", what);
    var send = new JsonObject();
    send.addProperty("sessionId", session);
    send.addProperty("message", evaluate.toString());
    browser.send("Target.sendMessageToTarget", send);
  }

  @Test
  void aPushIsShownAndATapOpensTheConversation() {
    var question = ask(world.sanne(), "De maand sluit niet");
    var phone = chromium.phoneThatShowsNotices(world.fatima());
    var page = phone.newPage();
    page.navigate(PAGE);
    var worker = worker(page);
    var tag = "question-" + question.substring(question.lastIndexOf('/') + 1);
    var news =
        """
        {"title":"Steunpunt","body":"Er is nieuws voor je in Steunpunt.","path":"%s","tag":"%s"}\
        """
            .formatted(question, tag);
    deliver(worker, news);
    var line = "Steunpunt|Er is nieuws voor je in Steunpunt.|" + tag + "|" + question;
    waitForShown(page, line);

    deliver(worker, news.replace("Er is nieuws", "Nog steeds nieuws"));
    // In the place of the first: one for each conversation.
    waitForShown(page, line.replace("Er is nieuws", "Nog steeds nieuws"));

    tap(page);
    page.waitForURL("**" + question);
    assertThat(page.locator("h1")).containsText("De maand sluit niet");
    waitForShown(page, "");
  }

  /** Pages that come to the front all the time take away what they show, and nothing else. */
  @Test
  void aNoticeThatComesWhileSomebodyLooksIsNotLost() {
    var phone = chromium.phoneThatShowsNotices(world.fatima());
    var page = phone.newPage();
    page.navigate("/inbox");
    var worker = worker(page);
    page.evaluate(
        """
        () => {
          localStorage.setItem("push-person", document.body.dataset.viewer);
          self.looking = setInterval(() => document.dispatchEvent(new Event("visibilitychange")), 1);
        }
        """);
    var paths =
        List.of("/posters", "/hours", "/round", "/signals", "/issues", "/answers", "/availability");
    for (var path : paths) {
      deliver(
          worker,
          "{\"title\":\"x\",\"body\":\"y\",\"path\":\"%1$s\",\"tag\":\"%1$s\"}".formatted(path));
    }
    page.evaluate("() => clearInterval(self.looking)");
    page.waitForTimeout(300);
    assertThat(shown(page).lines().map(line -> line.replaceAll(".*\\|", "")))
        .containsExactlyInAnyOrderElementsOf(paths);

    page.navigate("/posters");
    page.waitForCondition(() -> !shown(page).contains("/posters"));
    assertThat(shown(page).lines()).hasSize(paths.size() - 1);
  }

  @Test
  void whatIsNoPushOfOursLeadsNowhereElse() {
    var phone = chromium.phoneThatShowsNotices(world.fatima());
    var page = phone.newPage();
    page.navigate(PAGE);
    var worker = worker(page);
    deliver(worker, "no json");
    waitForShown(page, "Steunpunt||news|/");
    deliver(
        worker, "{\"title\":\"x\",\"body\":\"y\",\"path\":\"//evil.example/\",\"tag\":\"news\"}");
    waitForShown(page, "x|y|news|/");
  }

  /** In front of them: they see it there. */
  @Test
  void nothingIsShownOfThePageInFront() {
    var question = ask(world.sanne(), "De maand sluit niet");
    var phone = chromium.phoneThatShowsNotices(world.fatima());
    var page = phone.newPage();
    page.navigate(question);
    var worker = worker(page);
    deliver(
        worker,
        "{\"title\":\"a\",\"body\":\"\",\"path\":\"%s\",\"tag\":\"q\"}".formatted(question));
    deliver(worker, "{\"title\":\"b\",\"body\":\"\",\"path\":\"/elsewhere\",\"tag\":\"e\"}");
    waitForShown(page, "b||e|/elsewhere");
  }

  @Test
  void aBrowserThatBlocksThemSaysWhatToDo() {
    var phone = chromium.phone(world.fatima());
    phone.addInitScript(
        "Object.defineProperty(Notification, 'permission', { get: () => 'denied' });");
    var page = phone.newPage();
    page.navigate(PAGE);
    assertThat(page.getByText("Je browser houdt meldingen van Steunpunt tegen.")).isVisible();
    assertThat(button(page, "Zet aan in deze browser")).isHidden();
  }

  @Test
  void theTableWorksWithoutScripts() {
    var page = chromium.withoutScripts(world.sanne()).newPage();
    page.navigate(PAGE);
    page.locator("input[value=my_question-push]").uncheck();
    page.locator("form[action='/account/notices'] button").click();
    assertThat(page.locator("input[value=my_question-push]")).not().isChecked();
    assertThat(page.locator("input[value=my_question-mail]")).isChecked();
    page.locator("input[value=always]").check();
    page.locator("#push-how button").click();
    assertThat(page.locator("input[value=always]")).isChecked();
    assertThat(page.content()).contains("moet je browser scripts toestaan");
  }
}
