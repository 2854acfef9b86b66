package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.steunpunt.platform.web.Typed;
import nl.steunpunt.rules.Belongings.Made;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every field of every form and query, each address and what else a request brings, with all that
 * is nasty, one at a time and the rest as it should be: done, or refused in words with the text
 * still there; never cut unseen, never a dead end, and never taken for markup, a header, a way out
 * or a line of the log.
 */
@SteunpuntTest
class BadInputTest {
  /** Scripts send these, or a browser that always adds a file: a person sees no answer to them. */
  private static final List<String> NO_FORMS =
      List.of(
          "/presence",
          "/round/sending",
          "/account/notices/browsers/renewal",
          "/questions/{id}/reading",
          "/questions/{id}/attachments",
          "/admin/look/logo",
          "/profile/photo");

  /** A browser sends nothing else from these than what can be chosen in them. */
  private static final String NO_TEXT =
      "[type=hidden], [type=radio], [type=checkbox], [type=date], [type=time],"
          + " [type=datetime-local]";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Autowired World world;
  @Autowired Belongings belongings;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient sql;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Map<String, String> wrong = new TreeMap<>();
  private int sent;
  private String cut = "";

  @BeforeEach
  void listen() {
    log.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
  }

  /** What people type is not in the log, and nothing was the server's own fault. */
  @AfterEach
  void theLogIsClean() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    assertThat(log.list)
        .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
        .noneMatch(event -> event.getFormattedMessage().startsWith("Failure in @ExceptionHandler"))
        .noneMatch(event -> event.getFormattedMessage().contains(Nasty.MARK));
  }

  private List<Route> routes() {
    return Route.all(mapping).stream().filter(route -> !route.isStream()).toList();
  }

  private Colleague who(Route route) {
    if (route.pattern().startsWith("/mandate-requests") || route.pattern().contains("/decision")) {
      return world.noor();
    }
    return route.pattern().startsWith("/mandate/") ? world.lotte() : belongings.admitted(route);
  }

  private String address(Route route, Made made) {
    return Belongings.filled(route, type -> record(route, type, made));
  }

  /** What the desk does is done to a question that lies there. */
  private String record(Route route, Class<?> type, Made made) {
    if (type == String.class) {
      return belongings.link();
    }
    return type == QuestionId.class && route.pattern().startsWith("/desk/")
        ? made.handedOver()
        : made.numbers().getOrDefault(type.getSimpleName(), Belongings.NOBODYS);
  }

  private interface Look {
    void at(MvcTestResult answer) throws Exception;
  }

  /** What it does is undone again, after a look at it. */
  private void ask(Route route, URI address, Map<String, String> fields, Colleague who, Look look) {
    var aside = new TransactionTemplate(transactions);
    aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    aside.executeWithoutResult(work -> {
      work.setRollbackOnly();
      AbstractMockHttpServletRequestBuilder<?> request =
          MockMvcRequestBuilders.request(route.method(), address);
      request.header("Sec-Fetch-Site", "same-origin");
      fields.forEach(request::param);
      sign(request, route, who);
      sent++;
      try {
        look.at(world.api().perform(request));
      } catch (Exception e) {
        throw new AssertionError(route.name() + " " + fields, e);
      }
    });
  }

  private void sign(AbstractMockHttpServletRequestBuilder<?> request, Route route, Colleague who) {
    if (route.isApi()) {
      request.header(HttpHeaders.AUTHORIZATION, "Bearer " + world.token(who));
    } else {
      request.cookie(world.as(who).cookie());
    }
  }

  @Test
  void everyFieldOfEveryForm() {
    var made = belongings.make();
    var forms =
        routes().stream()
            .filter(route -> route.method() == HttpMethod.POST && !route.isApi())
            .filter(route -> !NO_FORMS.contains(route.pattern()))
            .toList();
    assertThat(forms).hasSizeGreaterThan(80);
    for (var form : forms) {
      var address = URI.create(address(form, made));
      var good = new LinkedHashMap<String, String>();
      form.fields().forEach(field -> good.put(field.name(), belongings.value(field, made)));
      ask(form, address, Map.of(), who(form), answer -> judge(form, "nothing", "", answer));
      for (var field : form.fields()) {
        var random = Nasty.at(form.name() + field.name());
        for (var nasty : Nasty.of(field.type(), random)) {
          var text = nasty.text(random);
          var fields = new LinkedHashMap<>(good);
          fields.put(field.name(), text);
          ask(
              form,
              address,
              fields,
              who(form),
              answer -> {
                judge(form, field.name() + " " + nasty, text, answer);
                followed(form, field.name() + " " + nasty, who(form), answer);
                whole(form, field.name() + " " + nasty, text, answer);
              });
        }
      }
    }
    assertThat(wrong).as("seed " + Nasty.SEED).isEmpty();
    assertThat(sent).isGreaterThan(1200);
  }

  private void judge(Route route, String what, String text, MvcTestResult answer) throws Exception {
    var response = answer.getResponse();
    var status = response.getStatus();
    var place = route.name() + " " + what;
    if (status >= 500 || (status == 400 || status == 405 || status == 415) && isForm(route)) {
      wrong.put(place, "answers " + status);
    }
    safe(place, answer);
    if (status == 422 && isForm(route) && text.strip().length() > 10_000) {
      kept(place, what.substring(0, what.indexOf(' ')), text, Browser.html(answer));
    }
  }

  /** What was accepted lies there whole: of no long text a beginning that does not say so. */
  private void whole(Route route, String what, String text, MvcTestResult answer) {
    if (answer.getResponse().getStatus() != 303 || text.strip().length() < 10_000) {
      return;
    }
    if (cut.isEmpty()) {
      cut = cutAnywhere();
    }
    var places =
        sql.sql(cut)
            .param("start", text.substring(0, 30))
            .param("whole", text.strip())
            .query(String.class)
            .list();
    if (!places.isEmpty()) {
      wrong.put(route.name() + " " + what, "is cut in " + places);
    }
  }

  /** Each column of text, where something stands that is a beginning of it and no more. */
  private String cutAnywhere() {
    return sql.sql(
            """
            select string_agg(format(
                     'select %L where exists (select from %I.%I t where starts_with(t.%I::text, :start)'
                     ' and position(:whole in t.%I::text) = 0 and right(t.%I::text, 1) <> ''…'')',
                     c.table_schema || '.' || c.table_name || '.' || c.column_name,
                     c.table_schema, c.table_name, c.column_name, c.column_name, c.column_name), ' union all ')
              from information_schema.columns c
              join information_schema.tables t using (table_schema, table_name)
             where t.table_type = 'BASE TABLE' and c.data_type = 'text'
               and c.table_schema in
                   ('platform', 'people', 'network', 'notify', 'support', 'issues', 'helpdesk', 'campaign')
            """)
        .query(String.class)
        .single();
  }

  private static boolean isForm(Route route) {
    return route.method() == HttpMethod.POST;
  }

  /** A password is the one text that does not come back; of a choice there is none. */
  private void kept(String place, String field, String text, Document page) {
    var typed =
        "main textarea[name=%1$s], main input[name=%1$s]:not(%2$s)".formatted(field, NO_TEXT);
    var fields = page.select(typed);
    var kept =
        fields.stream()
            .map(BadInputTest::value)
            .anyMatch(value -> value.strip().equals(text.strip()));
    if (fields.is("[type=password]") ? kept : !kept && !fields.isEmpty()) {
      wrong.put(place, kept ? "shows a password" : "loses the text");
    }
  }

  private static String value(Element field) {
    return field.hasAttr("value") ? field.attr("value") : field.wholeText();
  }

  /** Not taken for anything but text. */
  private void safe(String place, MvcTestResult answer) throws Exception {
    var response = answer.getResponse();
    for (var header : response.getHeaderNames()) {
      for (var value : response.getHeaders(header)) {
        if (value.contains("\r") || value.contains("\n")) {
          wrong.put(place, "breaks out of " + header);
        }
      }
    }
    var to = response.getHeader(HttpHeaders.LOCATION);
    if (to != null && !to.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*")) {
      wrong.put(place, "leads to " + to);
    }
    if (Objects.toString(response.getContentType(), "").startsWith("text/html")) {
      var page = Browser.html(answer);
      if (page.getElementById(Nasty.MARK) != null
          || !page.select("[href^=javascript], [onmouseover], [onerror], [onload]").isEmpty()
          || !page.select("form[action*=//elsewhere], a[href*=//elsewhere]:not([rel~=noopener])")
              .isEmpty()) {
        wrong.put(place, "is taken for markup");
      }
    }
  }

  /** The page that a form leads to shows what was stored. */
  private void followed(Route route, String what, Colleague who, MvcTestResult answer)
      throws Exception {
    var to = answer.getResponse().getHeader(HttpHeaders.LOCATION);
    if (to == null || answer.getResponse().getStatus() != 303 || !to.startsWith("/")) {
      return;
    }
    var request = MockMvcRequestBuilders.get(URI.create(to)).cookie(world.as(who).cookie());
    var flash = answer.getResponse().getCookie("flash");
    if (flash != null) {
      request.cookie(flash);
    }
    var page = world.api().perform(request);
    if (page.getResponse().getStatus() >= 500) {
      wrong.put(route.name() + " " + what, to + " answers " + page.getResponse().getStatus());
    }
    safe(route.name() + " " + what + " and then " + to, page);
    var shown = page.getResponse().getContentAsString();
    if (!Typed.clean(shown).equals(shown) && !shown.isBlank()) {
      wrong.put(route.name() + " " + what, to + " shows what nobody types");
    }
  }

  @Test
  void everyFieldOfEveryQuery() {
    var made = belongings.make();
    for (var route : routes()) {
      if (route.method() != HttpMethod.GET) {
        continue;
      }
      var address = URI.create(address(route, made));
      for (var field : route.fields()) {
        var random = Nasty.at(route.name() + field.name());
        for (var nasty : Nasty.of(field.type(), random)) {
          var text = nasty.text(random);
          var fields = new LinkedHashMap<String, String>();
          route.fields().forEach(one -> fields.put(one.name(), belongings.value(one, made)));
          fields.put(field.name(), text);
          ask(
              route,
              address,
              fields,
              who(route),
              answer -> judge(route, field.name() + " " + nasty, text, answer));
        }
      }
    }
    assertThat(wrong).as("seed " + Nasty.SEED).isEmpty();
    assertThat(sent).isGreaterThan(500);
  }

  @Test
  void everyNumberOfEveryAddress() {
    for (var route : routes()) {
      if (!route.pattern().contains("{")) {
        continue;
      }
      var random = Nasty.at(route.name());
      for (var nasty :
          List.of(Nasty.NUMBER, Nasty.NONSENSE, Nasty.HTML, Nasty.CONTROL, Nasty.SQL)) {
        var text = nasty.text(random);
        var encoded = org.springframework.web.util.UriUtils.encode(text, "UTF-8");
        var address =
            URI.create(route.pattern().replaceAll("\\{[^/]*}", encoded.replace("$", "\\$")));
        ask(
            route,
            address,
            Map.of(),
            who(route),
            answer -> {
              safe(route.name() + " " + nasty, answer);
              if (answer.getResponse().getStatus() >= 500) {
                wrong.put(
                    route.name() + " with " + text, "answers " + answer.getResponse().getStatus());
              }
            });
      }
    }
    assertThat(wrong).as("seed " + Nasty.SEED).isEmpty();
  }

  @Test
  void whatElseARequestBrings() {
    var headers =
        List.of(
            "Accept-Language",
            "User-Agent",
            "Referer",
            "Origin",
            "HX-Request",
            "HX-Current-URL",
            "If-None-Match",
            "If-Modified-Since",
            "Idempotency-Key",
            "Authorization",
            "Accept",
            "Content-Type",
            "X-Forwarded-For",
            "Range");
    var cookies = List.of("flash", "language", "known", "steunpunt", "other");
    var routes =
        List.of(
            "GET /", "GET /sign-in", "GET /api/v1/me", "POST /questions", "POST /api/v1/questions");
    var fields = new ArrayList<String>(headers);
    fields.addAll(cookies);
    for (var route : routes()) {
      if (!routes.contains(route.name())) {
        continue;
      }
      for (var name : fields) {
        var random = Nasty.at(route.name() + name);
        for (var nasty : Nasty.values()) {
          var text = nasty.text(random).replaceAll("\\p{Cntrl}", "~");
          AbstractMockHttpServletRequestBuilder<?> request =
              MockMvcRequestBuilders.request(route.method(), URI.create(route.pattern()));
          if (!name.equals("Origin")) {
            request.header("Sec-Fetch-Site", "same-origin");
          }
          if (!name.equals("steunpunt") && !name.equals("Authorization")) {
            sign(request, route, world.sanne());
          }
          if (cookies.contains(name)) {
            request.cookie(new jakarta.servlet.http.Cookie(name, text));
          } else if (name.equals("Content-Type")) {
            request.header(name, text.isBlank() ? "x" : text);
          } else {
            request.header(name, text);
          }
          sent++;
          try {
            var answer = world.api().perform(request);
            safe(route.name() + " " + name + " " + nasty, answer);
            if (answer.getResponse().getStatus() >= 500) {
              wrong.put(
                  route.name() + " " + name + " " + nasty,
                  "answers " + answer.getResponse().getStatus());
            }
          } catch (Exception e) {
            wrong.put(route.name() + " " + name + " " + nasty, e.toString());
          }
        }
      }
    }
    assertThat(wrong).as("seed " + Nasty.SEED).isEmpty();
    assertThat(sent).isGreaterThan(1000);
  }
}
