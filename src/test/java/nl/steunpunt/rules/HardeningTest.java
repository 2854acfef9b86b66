package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nl.steunpunt.people.access.AccessRule.To;
import nl.steunpunt.rules.Belongings.Made;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every answer forbids a browser, and what no other site can make it do; on every route. */
@SteunpuntTest
class HardeningTest {
  /** The same for everyone, and no secret. */
  private static final Set<String> PUBLIC =
      Set.of("/brand.css", "/brand/logo", "/api/v1/openapi.json");

  /** What every stranger there may see, for who goes from page to page. */
  private static final String BRIEFLY_KEPT = "/help-button/answer";

  /** Never changes under its address; kept by the browser of who may see it. */
  private static final String ATTACHMENT = "{attachment}";

  /** Stands on the pages that the administrator named, and on our own. */
  private static final String FRAMED = "/help-button/frame";

  private static final List<String> PAGES_POLICY =
      List.of(
          "default-src 'none'",
          "script-src 'self';",
          "style-src 'self';",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'");

  /** What a colleague uploaded is no page of ours. */
  private static final List<String> FILES_POLICY = List.of("default-src 'none'", "sandbox");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Autowired World world;
  @Autowired Belongings belongings;
  @Autowired JdbcClient sql;

  private List<Route> pages() {
    return Route.all(mapping).stream()
        .filter(route -> route.method() == HttpMethod.GET && !route.isStream())
        .filter(route -> !route.pattern().startsWith("/assets/"))
        .toList();
  }

  private MvcTestResult ask(Route route, Made made, @Nullable Colleague who, String... headers) {
    var address =
        Belongings.filled(
            route,
            type ->
                type == String.class
                    ? "x"
                    : made.numbers().getOrDefault(type.getSimpleName(), Belongings.NOBODYS));
    AbstractMockHttpServletRequestBuilder<?> request =
        MockMvcRequestBuilders.request(route.method(), URI.create(address));
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    route.fields().forEach(field -> request.param(field.name(), belongings.value(field, made)));
    if (who != null && route.isApi()) {
      request.header(HttpHeaders.AUTHORIZATION, "Bearer " + world.token(who));
    } else if (who != null) {
      request.cookie(world.as(who).cookie());
    }
    return world.api().perform(request);
  }

  @Test
  void everyAnswerForbidsWhatNoPageNeeds() {
    var made = belongings.make();
    var wrong = new ArrayList<String>();
    var kinds = new TreeMap<Integer, Integer>();
    for (var route : pages()) {
      for (var who : Arrays.asList(null, belongings.admitted(route))) {
        var answer = ask(route, made, who);
        var response = answer.getResponse();
        kinds.merge(response.getStatus(), 1, Integer::sum);
        missing(route, response)
            .forEach(what -> wrong.add(route.name() + " " + response.getStatus() + ": " + what));
        if (Objects.toString(response.getContentType(), "").startsWith("text/html")) {
          inline(Browser.html(answer)).forEach(what -> wrong.add(route.name() + ": " + what));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(kinds.get(200)).as("pages that were there").isGreaterThan(70);
    assertThat(kinds).as("errors too").containsKeys(302, 401, 404);
  }

  private static List<String> missing(Route route, MockHttpServletResponse response) {
    var missing = new ArrayList<String>();
    var policy = Objects.toString(response.getHeader("Content-Security-Policy"), "");
    var isFile = route.pattern().contains(ATTACHMENT) && response.getStatus() == 200;
    for (var part : isFile ? FILES_POLICY : PAGES_POLICY) {
      var wanted =
          route.pattern().equals(FRAMED)
              ? part.replace("ancestors 'none'", "ancestors 'self'")
              : part;
      if (!policy.contains(wanted)) {
        missing.add(part);
      }
    }
    if (policy.contains("unsafe") || policy.contains("*") || policy.contains("http")) {
      missing.add("a strict policy, not " + policy);
    }
    expect(response, "X-Content-Type-Options", "nosniff", missing);
    expect(response, "X-Frame-Options", "DENY", missing);
    expect(response, "Referrer-Policy", "same-origin", missing);
    if (!PUBLIC.contains(route.pattern()) && !isFile) {
      var kept = Objects.toString(response.getHeader(HttpHeaders.CACHE_CONTROL), "");
      var isBrief = BRIEFLY_KEPT.equals(route.pattern()) && kept.equals("max-age=30, private");
      if (!kept.contains("no-store") && !isBrief) {
        missing.add("no-store, not " + kept);
      }
    } else if (isFile) {
      expect(response, HttpHeaders.CACHE_CONTROL, "private", missing);
    }
    if (response.getCookie("JSESSIONID") != null) {
      missing.add("no session that somebody could fix");
    }
    for (var cookie : response.getCookies()) {
      if (!cookie.isHttpOnly() || !"Lax".equals(cookie.getAttribute("SameSite"))) {
        missing.add("HttpOnly and SameSite on " + cookie.getName());
      }
    }
    return missing;
  }

  private static void expect(
      MockHttpServletResponse response, String header, String value, List<String> missing) {
    var said = Objects.toString(response.getHeader(header), "");
    if (!said.contains(value)) {
      missing.add(header + " " + value + ", not " + said);
    }
  }

  /** As rendered: what a template puts together is in no template. */
  private static List<String> inline(Document page) {
    var inline = new ArrayList<String>();
    page.select(
            "script:not([src]), style, [style], [href^=javascript], iframe, object, embed, base")
        .forEach(element -> inline.add(element.tagName()));
    for (var element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        if (attribute.getKey().matches("on\\w+|hx-on.*")) {
          inline.add(attribute.getKey());
        }
        if (attribute.getKey().matches("src|action|formaction")
            && !attribute.getValue().matches("(?:/[^/\\\\].*|/|data:image/.*|)")) {
          inline.add(attribute.toString());
        }
      }
    }
    return inline;
  }

  @Test
  void noOtherSiteChangesAnything() {
    var made = belongings.make();
    var passed = new ArrayList<String>();
    var routes =
        Route.all(mapping).stream().filter(route -> route.method() != HttpMethod.GET).toList();
    assertThat(routes).hasSizeGreaterThan(100);
    for (var route : routes) {
      for (var from :
          List.of(
              List.of("Sec-Fetch-Site", "cross-site"),
              List.of("Sec-Fetch-Site", "same-site"),
              List.of("Sec-Fetch-Site", "something-new"),
              List.of("Origin", "https://elsewhere.example"),
              List.of("Origin", "null"),
              List.of("Origin", "http://localhost.elsewhere.example"))) {
        var answer =
            ask(
                route,
                made,
                belongings.admitted(route),
                "Host",
                "localhost",
                from.getFirst(),
                from.getLast());
        if (answer.getResponse().getStatus() != 403) {
          passed.add(route.name() + " from " + from);
        }
      }
    }
    assertThat(passed).isEmpty();
    assertThat(
            world
                .api()
                .post()
                .uri("/questions")
                .cookie(world.as(world.sanne()).cookie())
                .header("Host", "localhost")
                .header("Origin", "http://localhost")
                .param("system", world.nova().toString())
                .param("text", "Vanaf onze eigen pagina"))
        .as("an older browser, from our own page")
        .hasStatus(303);
  }

  /** Before it asks anything out of the ordinary, a browser asks whether it may. */
  @Test
  void noOtherSiteMayAskMore() {
    for (var path : List.of("/", "/sign-in", "/help-button/answer", "/api/v1/me", "/nothing")) {
      assertThat(
              world
                  .api()
                  .options()
                  .uri(path)
                  .header("Origin", "https://elsewhere.example")
                  .header("Access-Control-Request-Method", "GET"))
          .as(path)
          .hasStatus(404)
          .doesNotContainHeader("Access-Control-Allow-Origin");
    }
  }

  /** Reading is not held against where it comes from: so it may change nothing. */
  @Test
  void lookingChangesNothing() {
    var made = belongings.make();
    var changing = new TreeMap<String, Long>();
    for (var route : pages()) {
      var who = route.rule().to() == To.ANYONE ? null : belongings.admitted(route);
      var cookieAndToken = 0;
      if (who != null) {
        world.as(who);
        cookieAndToken = 1;
      }
      var before = written();
      ask(route, made, who);
      var more = written() - before - cookieAndToken;
      if (more > 0) {
        changing.put(route.name(), more);
      }
    }
    assertThat(changing).isEmpty();
    var before = written();
    world.as(world.sanne()).post("/language", "language", "nl");
    assertThat(written() - before).as("what is written is seen").isGreaterThan(1);
  }

  /** Rows written in this transaction so far. */
  private long written() {
    return sql.sql(
            "select sum(n_tup_ins + n_tup_upd + n_tup_del)::bigint from pg_stat_xact_user_tables")
        .query(Long.class)
        .single();
  }
}
