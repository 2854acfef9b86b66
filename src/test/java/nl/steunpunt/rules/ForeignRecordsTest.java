package nl.steunpunt.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.access.AccessRule.To;
import nl.steunpunt.rules.Belongings.Made;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every route with somebody else's record: whoever it is not theirs to see hears what they would
 * hear if there were no such record, to the letter, and no list, count, suggestion, export or event
 * of theirs is different for it.
 */
@SteunpuntTest
class ForeignRecordsTest {
  /** Records that all may see, or that belong to the organisation: the roles decide, not a door. */
  private static final Set<String> NOBODYS_OWN =
      Set.of(
          "IssueId",
          "AnswerId",
          "SystemId",
          "TopicId",
          "ImportRunId",
          "HistoryRunId",
          "LetterId",
          "WebhookId",
          "PersonId",
          "CampaignId",
          "StepId",
          "SendingId",
          "QueueId",
          "CannedId",
          "MacroId",
          "NoteId",
          "PointerId");

  /** Secrets, and names of assets. */
  private static final String TEXT = "String";

  /** Rooms whose records are made and held against strangers by tests of their own. */
  private static final List<String> ELSEWHERE =
      List.of(
          "/paper-bundles",
          "/api/v1/webhooks",
          "/api/v1/connections",
          "/poster-bundles",
          "/posters/hanging",
          "/floor-plans",
          "/appraisals",
          "/hours",
          "/issues/views",
          "/issues/{id}/solving",
          "/api/v1/issues/{id}/solving",
          "/team-hours",
          "/mandates",
          "/paper-texts");

  /** Signing a browser out that is not mine does nothing, and says so neither way. */
  private static final Set<String> SILENT = Set.of("POST /account/sign-ins/{id}/revocation");

  /**
   * There is nothing to record yet of a mandate that waits for its decision, and no file of papers
   * that are still to be made.
   */
  private static final Set<String> AFTERWARDS =
      Set.of("POST /api/v1/mandates/{id}/recording", "GET /paper-bundles/{id}/file");

  /**
   * How many mails wait and how many power users a system or a floor has; and a workbook, which
   * holds the moment of its making and what the CSV beside it holds.
   */
  private static final Set<String> ORGANISATIONS =
      Set.of(
          "/admin",
          "/admin/mail",
          "/admin/push",
          "/admin/systems",
          "/floor-plans",
          "/register/role-holders.xlsx");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Autowired World world;
  @Autowired Belongings belongings;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient sql;

  private record Answer(int status, String body) {

    /** The first line that is not the same; empty when all are. */
    String difference(Answer other) {
      var mine = body.lines().toList();
      var others = other.body.lines().toList();
      for (var i = 0; i < Math.max(mine.size(), others.size()); i++) {
        var here = i < mine.size() ? mine.get(i).strip() : "";
        var there = i < others.size() ? others.get(i).strip() : "";
        if (!here.equals(there)) {
          return "%d “%s” and not %d “%s”".formatted(status, here, other.status, there);
        }
      }
      return status == other.status ? "" : status + " and not " + other.status;
    }
  }

  private Map<String, Set<Colleague>> owners() {
    var conversation = Set.of(world.sanne(), world.fatima());
    return Map.ofEntries(
        Map.entry("QuestionId", conversation),
        Map.entry("AttachmentId", conversation),
        Map.entry("SignalId", conversation),
        Map.entry("HelpMomentId", Set.of(world.fatima())),
        Map.entry("MandateId", Set.of(world.lotte(), world.noor(), world.marieke(), world.erik())),
        Map.entry("BundleId", Set.of(world.marieke())),
        Map.entry("DeedId", Set.of(world.pieter())),
        Map.entry("PushBrowserId", Set.of(world.sanne())),
        Map.entry("long", Set.of(world.sanne())));
  }

  private static List<String> records(Route route) {
    return Stream.of(route.handler().getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(PathVariable.class))
        .map(parameter -> parameter.getType().getSimpleName())
        .toList();
  }

  /**
   * What the address leads to, as the access table knows it; a new kind of record says here whose
   * it is.
   */
  private static String own(Route route) {
    return records(route).stream()
        .filter(type -> !NOBODYS_OWN.contains(type))
        .findFirst()
        .orElseThrow();
  }

  private List<Route> routesToOwnRecords() {
    return Route.all(mapping).stream()
        .filter(route -> route.rule().to() != To.ANYONE)
        .filter(route -> ELSEWHERE.stream().noneMatch(route.pattern()::startsWith))
        .filter(route -> records(route).stream().anyMatch(type -> !NOBODYS_OWN.contains(type)))
        .filter(route -> !records(route).contains(TEXT) && !route.pattern().startsWith("/admin/"))
        .toList();
  }

  @Test
  void whatIsNotYoursIsNotThere() {
    var made = belongings.make();
    var wrong = new ArrayList<String>();
    var routes = routesToOwnRecords();
    assertThat(routes).hasSizeGreaterThan(50);
    for (var route : routes) {
      var owners = new ArrayList<>(Objects.requireNonNull(owners().get(own(route)), route.name()));
      var address = made.address(route);
      if (address.contains("/" + made.handedOver())) {
        owners.addAll(List.of(world.pieter(), world.chantal()));
      }
      var own = new TreeMap<String, Integer>();
      for (var who : belongings.cast()) {
        if (!route.rule().admits(me(who))) {
          continue;
        }
        var answer = ask(route, who, address, made);
        if (owners.contains(who)) {
          own.put(who.name(), answer.status);
          continue;
        }
        var nobodys = ask(route, who, Belongings.filled(route, type -> Belongings.NOBODYS), made);
        var difference = answer.difference(nobodys);
        if (!difference.isEmpty()) {
          wrong.add(route.name() + " for " + who.name() + ": " + difference);
        } else if (answer.status != 404 && !SILENT.contains(route.name())) {
          wrong.add(route.name() + " for " + who.name() + ": " + answer.status);
        }
      }
      if (!AFTERWARDS.contains(route.name())
          && own.values().stream().allMatch(status -> status == 404)) {
        wrong.add(route.name() + " is nobody's, so this shows nothing: " + own);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Of a question that was not handed over the helpdesk knows nothing, through no route. */
  @Test
  void theDeskSeesWhatWasHandedOverAndNoMore() {
    var made = belongings.make();
    for (var route : routesToOwnRecords()) {
      if (records(route).contains("QuestionId") && route.rule().admits(me(world.pieter()))) {
        var kept = Belongings.filled(route, made::number);
        assertThat(ask(route, world.pieter(), kept, made).status).as(route.name()).isEqualTo(404);
      }
    }
  }

  /**
   * Lists, counts, searches, suggestions, exports, the API: all that has no number in its address.
   */
  @Test
  void noScreenOfABystanderIsDifferentForIt() {
    var bystanders =
        List.of(
            world.emma(),
            world.liam(),
            world.ahmet(),
            world.erik(),
            world.willemijn(),
            world.daan());
    var numbers = new HashMap<>(belongings.everyones());
    var lists =
        Route.all(mapping).stream()
            .filter(route -> route.method() == HttpMethod.GET && !route.pattern().contains("{"))
            .filter(route -> !route.isStream() && route.rule().to() != To.ANYONE)
            .filter(route -> !ORGANISATIONS.contains(route.pattern()))
            .toList();
    assertThat(lists).hasSizeGreaterThan(50);
    var before = seen(bystanders, lists, numbers);
    var firstEvent =
        sql.sql("select coalesce(max(id), 0) from platform.live_event").query(Long.class).single();
    belongings.makePrivate(numbers);

    var after = seen(bystanders, lists, numbers);

    var different = new TreeMap<String, String>();
    after.forEach((what, answer) -> {
      var difference = answer.difference(Objects.requireNonNull(before.get(what)));
      if (!difference.isEmpty()) {
        different.put(what, difference);
      }
    });
    assertThat(different).isEmpty();
    assertThat(
            sql.sql("select person_id from platform.live_event where id > :first")
                .param("first", firstEvent)
                .query(Long.class)
                .set())
        .as("events")
        .isNotEmpty()
        .doesNotContainAnyElementsOf(bystanders.stream().map(one -> one.id().value()).toList());
  }

  private Map<String, Answer> seen(
      List<Colleague> people, List<Route> lists, Map<String, String> numbers) {
    var seen = new TreeMap<String, Answer>();
    var made = new Made(numbers, "");
    for (var who : people) {
      for (var route : lists) {
        if (route.rule().admits(me(who))) {
          seen.put(route.name() + " for " + who.name(), ask(route, who, route.pattern(), made));
        }
      }
    }
    return seen;
  }

  private Me me(Colleague who) {
    var roles =
        sql.sql("select unnest(roles) from people.person where id = :id")
            .param("id", who.id())
            .query(String.class)
            .list();
    return new Me(who.id(), who.name(), who.email(), "nl", roles, 0);
  }

  /** What this does is undone again. */
  private Answer ask(Route route, Colleague who, String address, Made made) {
    var aside = new TransactionTemplate(transactions);
    aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    return Objects.requireNonNull(
        aside.execute(work -> {
          work.setRollbackOnly();
          return answer(route, who, address, made);
        }));
  }

  private Answer answer(Route route, Colleague who, String address, Made made) {
    var request = request(route, address);
    request.header("Sec-Fetch-Site", "same-origin");
    for (var field : route.fields()) {
      request.param(
          field.name(),
          List.of("q", "text", "words").contains(field.name())
              ? Belongings.WORD
              : belongings.value(field, made));
    }
    if (route.isApi()) {
      request.header("Authorization", "Bearer " + world.token(who));
      if (route.method() != HttpMethod.GET) {
        request.contentType("application/json").content(example(route));
      }
    } else {
      request.cookie(world.as(who).cookie());
    }
    var response = world.api().perform(request).getResponse();
    try {
      var said = response.getContentAsString() + response.getHeader("Location");
      return new Answer(response.getStatus(), steady(said, address));
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private AbstractMockHttpServletRequestBuilder<?> request(Route route, String address) {
    var takesFile =
        Stream.of(route.handler().getParameterTypes()).anyMatch(MultipartFile.class::equals);
    return takesFile
        ? MockMvcRequestBuilders.multipart(address).file("file", "hoi".getBytes(UTF_8))
        : MockMvcRequestBuilders.request(route.method(), URI.create(address));
  }

  /** Without what is different at each showing. */
  private static String steady(String said, String address) {
    return said.replaceAll(Pattern.quote(address) + "(?=[\"?])", "ADDRESS")
        .replaceAll("data-position=\"[0-9:]+\"", "POSITION")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+]00:00)", "MOMENT")
        .replaceAll("title=\"[^\"]* \\d?\\d[.:]\\d\\d[^\"]*\"", "MINUTE")
        .replaceAll(">\\d?\\d[.:]\\d\\d<", ">MINUTE<");
  }

  /** A body as the API's description has it. */
  private String example(Route route) {
    var document = Document.API;
    var schema =
        document.at(
            "/paths/%s/%s/requestBody/content/application~1json/schema"
                .formatted(
                    route.pattern().substring("/api/v1".length()).replace("/", "~1"),
                    route.method().name().toLowerCase(Locale.ROOT)));
    var name = schema.path("$ref").asString("");
    return name.isEmpty()
        ? "{}"
        : document
            .at(name.substring(1) + "/examples/0")
            .toString()
            .replaceAll("\\w+@novum.example", world.joost().email());
  }

  private static final class Document {
    private static final JsonNode API =
        new JsonMapper()
            .readTree(
                Document.class.getResourceAsStream("/nl/steunpunt/platform/api/openapi.json"));
  }
}
