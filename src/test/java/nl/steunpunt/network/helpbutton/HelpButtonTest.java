package nl.steunpunt.network.helpbutton;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.network.whohelps.Availability;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SteunpuntTest
class HelpButtonTest {
  private static final String INTRANET = "https://intranet.example";
  private static final String CODE = "abcd2345";
  private static final String ANSWER = "/help-button/answer?place=" + CODE;

  @Autowired World world;
  @Autowired Profiles profiles;
  @Autowired JdbcClient sql;

  private static int next = 1;

  /** Each test looks from an address of its own: looks are counted. */
  private final String client = "198.51.100." + next++;

  @BeforeEach
  void aPlaceWithACode() {
    world.sanne();
    sql.sql(
            """
            insert into network.place_code (code, location_id, made_at)
            select :code, id, '2026-01-01Z' from people.location where path = 'Utrecht/Gebouw B/3'
            on conflict (location_id) where withdrawn_at is null do update set code = excluded.code
            """)
        .param("code", CODE)
        .update();
  }

  private MvcTestResult get(String address, String... headers) {
    var request =
        world
            .api()
            .get()
            .uri(address)
            .header("Accept-Language", "nl")
            .with(it -> {
              it.setRemoteAddr(client);
              return it;
            });
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.exchange();
  }

  private MvcTestResult set(String origins) {
    return world.as(world.willemijn()).post("/admin/help-button", "origins", origins);
  }

  private void open() {
    world
        .as(world.willemijn())
        .post("/admin/who-helps/open", "open", "true", "networks", "198.51.100.0/24");
    profiles.change(world.fatima().id(), new Profiles.Profile(List.of("nl"), true, true));
  }

  private static String allowed(MvcTestResult answer) {
    return Objects.toString(answer.getResponse().getHeader("Access-Control-Allow-Origin"), "");
  }

  private static String text(MvcTestResult answer) throws Exception {
    return answer.getResponse().getContentAsString(UTF_8);
  }

  @Test
  void theScriptIsSmallAndKeepsNothing() throws Exception {
    var zipped = get("/assets/help.js", "Accept-Encoding", "gzip");
    assertThat(zipped).hasStatusOk().hasHeader("Content-Encoding", "gzip");
    assertThat(zipped.getResponse().getContentAsByteArray()).hasSizeLessThan(10 * 1024);
    assertThat(get("/assets/help.js", "Accept-Encoding", "gzip;q=0"))
        .doesNotContainHeader("Content-Encoding");
    var script = get("/assets/help.js");
    assertThat(text(script))
        .contains("Loop je vast?", "Stuck?", "attachShadow")
        .doesNotContain(
            "CONFIG", "cookie =", "localStorage", "sessionStorage", "innerHTML", "eval(");
    for (var state : Availability.State.values()) {
      assertThat(text(script)).containsAnyOf("when_" + state.word(), "says_" + state.word());
    }
    assertThat(script.getResponse().getHeader("Set-Cookie")).isNull();
    var tag = Objects.requireNonNull(script.getResponse().getHeader("ETag"));
    assertThat(get("/assets/help.js", "If-None-Match", tag)).hasStatus(304);
  }

  @Test
  void onlyPagesOfTheseOriginsMayReadWhoHelps() throws Exception {
    open();
    for (var origin : List.of(INTRANET, "null", "https://evil.example", "http://localhost")) {
      var refused = get(ANSWER, "Origin", origin);
      assertThat(refused).as(origin).hasStatus(403);
      assertThat(allowed(refused) + text(refused)).isEmpty();
    }
    assertThat(set(INTRANET + "\nhttp://erp.example:8080/")).hasStatus(303);
    var answer = get(ANSWER, "Origin", INTRANET);
    assertThat(answer).hasStatusOk();
    assertThat(allowed(answer)).isEqualTo(INTRANET);
    assertThat(answer.getResponse().getHeader("Access-Control-Allow-Credentials")).isNull();
    assertThat(answer.getResponse().getHeader("Vary")).contains("Origin");
    assertThat(allowed(get(ANSWER, "Origin", "http://erp.example:8080")))
        .isEqualTo("http://erp.example:8080");
    for (var near :
        List.of(
            "http://intranet.example",
            "https://intranet.example:8443",
            "https://intranet.example.evil.example",
            "https://x.intranet.example")) {
      assertThat(allowed(get(ANSWER, "Origin", near))).as(near).isEmpty();
    }
    assertThat(allowed(get(ANSWER))).isEmpty();
  }

  @Test
  void showsNoMoreThanAStrangerMaySee() throws Exception {
    set(INTRANET);
    assertThat(text(get(ANSWER, "Origin", INTRANET)))
        .isEqualTo("{\"place\":null,\"helpers\":[],\"hidden\":false}");
    open();
    assertThat(text(get(ANSWER, "Origin", INTRANET)))
        .contains("Fatima El Idrissi", "\"hidden\":true", "Gebouw B · 3")
        .doesNotContain("Joost", "@", "crediteuren");
    assertThat(text(get(ANSWER + "&system=erp", "Origin", INTRANET))).contains("Fatima");
    assertThat(text(get("/help-button/answer?place=nothere1", "Origin", INTRANET)))
        .contains("\"place\":null");
    assertThat(text(get("/help-button/answer", "Origin", INTRANET))).contains("\"place\":null");
    assertThat(text(get("/help-button/answer?system=erp", "Origin", INTRANET)))
        .doesNotContain("Fatima");
  }

  @Test
  void whoAsksTooOftenHasToWait() {
    set(INTRANET);
    open();
    for (var i = 0; i < 30; i++) {
      assertThat(get(ANSWER, "Origin", INTRANET)).hasStatusOk();
    }
    assertThat(get(ANSWER, "Origin", INTRANET)).hasStatus(429);
  }

  /** In a frame a refusal would be a grey square: the question itself can be asked there. */
  @Test
  void aFrameThatIsOpenedTooOftenAsksWithoutNames() throws Exception {
    open();
    for (var i = 0; i < 30; i++) {
      assertThat(text(get("/help-button/frame?place=" + CODE))).contains("Fatima El Idrissi");
    }
    var later = get("/help-button/frame?place=" + CODE);
    assertThat(later).hasStatusOk();
    assertThat(text(later)).contains("data-carry").doesNotContain("Fatima");
  }

  @Test
  void theFrameStandsOnlyOnThesePages() {
    open();
    assertThat(policy(get("/help-button/frame"))).endsWith("frame-ancestors 'self'");
    set(INTRANET + "\nhttps://erp.example");
    var frame =
        get("/help-button/frame?place=" + CODE + "&system=erp&screen=FB60&error=E1&lang=en");
    assertThat(policy(frame))
        .endsWith("frame-ancestors 'self' https://intranet.example https://erp.example");
    var page = Browser.html(frame);
    assertThat(page.text()).contains("Fatima El Idrissi", "Where are you stuck?", "FB60 · E1");
    assertThat(page.expectFirst("form").attr("action") + page.expectFirst("form").attr("target"))
        .isEqualTo("/ask_blank");
    assertThat(page.select("[name=system]").val()).isEqualTo("erp");
    assertThat(policy(get("/sign-in"))).contains("frame-ancestors 'none'");
  }

  private static String policy(MvcTestResult answer) {
    assertThat(answer).hasStatusOk();
    return Objects.requireNonNull(answer.getResponse().getHeader("Content-Security-Policy"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hallo",
        "*",
        "https://*.example",
        "https://intranet.example/pad",
        "https://intranet.example?x",
        "https://jan@intranet.example",
        "javascript:alert(1)",
        "ftp://intranet.example",
        "null",
        "https://intranet.example; script-src *",
        "https://intranet.example https://evil.example",
        "https://",
        "//intranet.example"
      })
  void nonsenseIsNoOrigin(String origin) {
    var refused = set(origin);
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).select("[role=alert]").text())
        .contains("geen adres van een site");
    assertThat(allowed(get(ANSWER, "Origin", origin))).isEmpty();
  }

  @Test
  void theAdministratorCopiesAButtonAFrameOrALink() {
    var page = world.as(world.willemijn()).page("/admin/help-button");
    assertThat(page.expectFirst("#help-script").val())
        .contains("<script src=\"", "/assets/help.js\" data-system=\"erp\" async></script>");
    assertThat(page.expectFirst("#help-frame").val()).contains("<iframe", "/help-button/frame");
    assertThat(page.expectFirst("#help-link").val()).endsWith("/ask?system=erp");
    assertThat(page.select("[data-copy-plain]")).hasSize(3);
  }

  private Document ask(String query) {
    return world.as(world.sanne()).page("/ask?" + query);
  }

  @Test
  void theQuestionKnowsWhereSomebodyWasStuck() {
    var page =
        ask(
            "system=erp&topic=invoices&screen=FB60&error=E 42&from=https://erp.example/boeken?token=1");
    assertThat(page.select("#ask-topic option[selected]").text()).isEqualTo("Facturen");
    assertThat(page.select(".ask-carried li").eachText())
        .containsExactly("Scherm: FB60", "Foutcode: E 42", "Pagina: https://erp.example/boeken");
    assertThat(
            ask("system=erp&screen=Boeken:+facturen").select("#ask-topic option[selected]").text())
        .isEqualTo("Facturen");
    assertThat(ask("system=nope&topic=nope").select(".ask-carried, #ask-topic option[selected]"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)",
    "' JavaScript:alert(1)'",
    "data:text/html;base64,x",
    "//elsewhere.example/x",
    "/sign-in",
    "https:elsewhere",
    "https://jan@elsewhere.example/",
    "file:///etc/passwd",
    "https://"
  })
  void anAddressThatIsNoPageIsDropped(String from) {
    var page =
        Browser.html(
            world
                .api()
                .get()
                .uri("/ask")
                .param("from", from)
                .cookie(world.as(world.sanne()).cookie())
                .exchange());
    assertThat(page.select(".ask-carried")).isEmpty();
    assertThat(page.select("main").html()).doesNotContain("elsewhere", "alert(1)\"");
  }

  @Test
  void longTextsAreCutAndNothingLeadsElsewhere() {
    var page = ask("screen=" + "a".repeat(300) + "&error=" + "b".repeat(300));
    assertThat(page.select("[name=screen]").val()).hasSize(100);
    assertThat(page.select("[name=error]").val()).hasSize(60);
    var away = world.stranger().get("/ask?system=erp&to=https://elsewhere.example");
    assertThat(away.getResponse().getRedirectedUrl()).startsWith("/sign-in?to=%2Fask");
  }

  @Test
  void goesAlongOnlyWhenTheAskerWantsIt() {
    assertThat(asked("along", "true")).contains("Btw-code weg", "Scherm: FB60", "Foutcode: E1");
    assertThat(asked("other", "x")).contains("Btw-code weg").doesNotContain("FB60");
    var full = "x".repeat(4000);
    var sanne = world.as(world.sanne());
    var reply =
        sanne.post(
            "/questions",
            "system",
            world.nova().toString(),
            "text",
            full,
            "along",
            "true",
            "screen",
            "FB60");
    assertThat(reply).hasStatus(303);
    var refused =
        sanne.post(
            "/questions",
            "system",
            world.nova().toString(),
            "text",
            " ",
            "along",
            "true",
            "screen",
            "FB60",
            "standsOn",
            "/ask?system=erp&screen=FB60");
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).select(".ask-carried li").text()).isEqualTo("Scherm: FB60");
  }

  private String asked(String name, String value) {
    var sanne = world.as(world.sanne());
    var reply =
        sanne.post(
            "/questions",
            "system",
            world.nova().toString(),
            "text",
            "Btw-code weg",
            "screen",
            "FB60",
            "error",
            "E1",
            name,
            value);
    return sanne
        .page(Objects.requireNonNull(reply.getResponse().getRedirectedUrl()))
        .select("main")
        .text();
  }
}
