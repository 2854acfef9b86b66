package nl.steunpunt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.steunpunt.helpdesk.history.DateOrder;
import nl.steunpunt.helpdesk.history.HistoryColumn;
import nl.steunpunt.helpdesk.history.HistoryImporting;
import nl.steunpunt.helpdesk.history.HistoryMapping;
import nl.steunpunt.network.FloorPlans;
import nl.steunpunt.people.access.AccessTable;
import nl.steunpunt.platform.picture.Drawing;
import nl.steunpunt.platform.picture.Drawings;
import nl.steunpunt.platform.settings.SignedLink;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.Colleague;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every screen, as each of those who may see it: nothing is wider than the window of a small phone,
 * a phone or a desk, and axe finds nothing serious, in Dutch in the dark and in English in the
 * light.
 */
@BrowserTest
class ScreensTest extends ScreensWorld {
  private static final int[] WIDTHS = {320, 390, 1280};

  /** What is no screen, or is walked with what leads to it in {@link ImportTest} and others. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "/assets/{hash}/{name}",
          "/worker.js",
          "/manifest.webmanifest",
          "/round/today",
          "/notices/today",
          "/account/notices/trouble",
          "/issues/{id}/works",
          // walked in WorksNowTest
          "/works-now/{link}",
          "/availability/presence",
          "/availability/of/{person}",
          "/who-helps/when/{person}",
          "/awareness/{link}",
          "/brand.css",
          "/brand/logo",
          "/events",
          "/menu/counts",
          "/health/live",
          "/health/ready",
          "/suggestions",
          "/signals/mine",
          "/password/{secret}",
          "/first-run/{secret}",
          "/photos/{person}/{version}",
          // leads to the sign-in or to /who-helps
          "/h/{code}",
          "/questions/{id}/conversation",
          "/questions/{id}/reading",
          "/questions/{id}/attachments/{attachment}",
          "/questions/{id}/attachments/{attachment}/thumbnail",
          "/issues/of-question/{question}",
          "/desk/questions/{question}",
          "/help-moments/{id}/noted",
          "/admin/import/{run}",
          "/account/data/export",
          "/admin/leavers/{id}/export",
          "/register/role-holders.csv",
          "/counting/numbers.csv",
          "/register/role-holders.xlsx",
          "/mandates/{id}/papers/{kind}",
          "/appraisals/{id}/draft",
          "/appraisals/{id}/paper",
          "/paper-bundles/{id}/file",
          "/posters/piece/picture",
          "/posters/piece/file",
          // walked in PostersTest
          "/poster-bundles/{id}",
          "/poster-bundles/{id}/file",
          "/posters/hanging/{id}/photo",
          "/posters/signature/picture",
          "/floor-plans/{location}/picture/{version}",
          // walked in HelpButtonInPagesTest
          "/assets/help.js",
          "/help-button/answer",
          "/help-button/frame",
          "/demo/intranet",
          "/demo/chat",
          "/demo/warehouse",
          "/h/{code}/plan/{version}",
          // walked in PapersTest
          "/paper-bundles/{id}",
          // walked in BecomingAPowerUserTest
          "/mandate-link/{link}");

  @Autowired Clock clock;
  @Autowired FloorPlans plans;
  @Autowired SignedLink links;
  @Autowired HistoryImporting history;

  private final Set<String> visited = new TreeSet<>();

  @Test
  void fitAndAreAccessible() {
    var screens = screens();
    screens.forEach(this::look);
    // Else each issue of a later test would be told there.
    sql.sql("delete from notify.chat_channel").update();
    sql.sql("delete from helpdesk.connection").update();
    sql.sql("delete from platform.webhook").update();
    strangers();
    assertThat(wrong).isEmpty();
    var unseen =
        AccessTable.RULES.stream()
            .map(rule -> rule.route())
            .filter(route -> route.startsWith("GET ") && !route.startsWith("GET /api/"))
            .map(route -> route.substring(4))
            .filter(route -> !ELSEWHERE.contains(route) && visited.stream().noneMatch(is(route)))
            .toList();
    assertThat(unseen).as("screens that nobody here looks at").isEmpty();
  }

  private static Predicate<String> is(String route) {
    var pattern = route.replaceAll("\\{[^}]+}", "[^/]+");
    return path -> path.replaceFirst("\\?.*", "").matches(pattern);
  }

  private Map<Colleague, List<String>> screens() {
    var nova = world.nova().toString();
    var deadline = LocalDateTime.ofInstant(clock.instant(), OrganisationClock.ZONE).plusDays(8);
    var waiting =
        post(
            world.sanne(),
            "/questions",
            "system",
            nova,
            "text",
            LONG,
            "stuck",
            "true",
            "stuckUntil",
            deadline.truncatedTo(ChronoUnit.MINUTES).toString());
    var talked = ask(world.sanne(), "Waar staat de knop");
    post(world.fatima(), talked + "/messages", "text", LONG);
    var handed = ask(world.sanne(), "Dit weet niemand " + LONG);
    post(world.fatima(), handed + "/handover", "tried", LONG);
    var solved = ask(world.sanne(), "Hoe zet ik het filter uit");
    post(
        world.fatima(),
        solved + "/answer",
        "text",
        "Zo",
        "why",
        "Daarom",
        "keep",
        "true",
        "keepAs",
        "Filter uit");
    var issue =
        post(world.pieter(), "/issues", "system", nova, "title", "Lijst leeg", "text", LONG);
    post(world.fatima(), issue + "/solving", "kind", "proposed", "text", LONG);
    post(world.fatima(), issue + "/solving", "kind", "works", "text", "Filter");
    post(world.pieter(), "/issues/views", "name", "Ligt stil", "query", "severity=stops");
    post(
        world.pieter(),
        issue,
        "title",
        "Lijst leeg",
        "status",
        "fix_planned",
        "severity",
        "stops",
        "plannedRelease",
        "Nova 24.2",
        "owner",
        world.pieter().email(),
        "workaround",
        LONG);
    post(world.sanne(), "/signals", "system", nova, "text", LONG);
    post(world.fatima(), "/help-moments", "system", nova, "minutes", "5", "note", "Filter");
    var mandate =
        "/network/power-users/"
            + number("select id from network.mandate where person_id = ?", world.fatima());
    var fatimas = mandate.substring(mandate.lastIndexOf('/') + 1);
    var request = "/mandate-requests/" + fatimas;
    post(
        world.marieke(),
        "/network/mandates/" + fatimas + "/offer",
        "version",
        "" + number("select version from network.mandate where person_id = ?", world.fatima()),
        "share",
        "15",
        "relief",
        LONG.substring(0, 400));
    var answer = "/answers/" + number("select max(id) from support.answer");
    var moment = "/help-moments/" + number("select max(id) from support.help_moment");
    post(
        world.pieter(),
        "/desk/answers",
        "titleNl",
        "Rol",
        "textNl",
        LONG,
        "titleEn",
        "Role",
        "textEn",
        LONG);
    post(world.pieter(), "/desk/macros", "nameNl", "Oppakken", "nameEn", "Take", "takes", "true");
    var department =
        number("select department_id from people.pub_person where id = ?", world.lotte());
    var sanne = world.sanne().id();

    var screens = new LinkedHashMap<Colleague, List<String>>();
    screens.put(
        world.sanne(),
        List.of(
            "/",
            "/ask?system=erp&screen=Facturen&error=E42&from=https://erp.novum.example/boeken",
            waiting,
            waiting + "/sharing",
            talked,
            handed,
            solved,
            "/issues",
            "/issues?q=lijst&status=all",
            "/issues/releases",
            "/account",
            "/account/data",
            "/account/notices",
            "/who-helps",
            "/who-helps?person=" + world.joost().id(),
            "/who-helps?department=" + department,
            "/who-helps?system=" + nova,
            "/who-helps?q=fatma",
            "/volunteering",
            "/nominations/new?q=fa"));
    screens.put(
        world.fatima(),
        List.of(
            "/",
            "/inbox",
            "/notices",
            "/my-people",
            "/account/notices",
            "/appraisals/" + fatimas,
            "/hours",
            "/team-hours",
            waiting,
            talked,
            waiting + "/colleagues",
            waiting + "/snooze",
            "/inbox/handing",
            "/availability",
            "/availability/calendar",
            "/round",
            "/round/plan",
            "/profile",
            "/posters",
            "/posters/signature",
            "/posters/piece?person=" + world.fatima().id(),
            "/who-helps",
            "/mandate",
            "/signals",
            "/search?q=filter",
            "/help-moments/new",
            moment,
            "/questions/new-for",
            "/questions/new-for?person=" + sanne,
            issue,
            issue + "/solving",
            issue + "/reach",
            "/issues/new",
            "/answers",
            answer));
    undelivered(handed);
    screens.put(
        world.pieter(),
        List.of(
            "/desk",
            handed,
            handed + "/elsewhere",
            "/desk/undelivered",
            "/desk/caller",
            "/desk/caller?person=" + sanne,
            "/desk/targets",
            "/desk/first",
            "/desk/learning",
            "/desk/queues",
            "/desk/queues/new",
            "/desk/answers",
            "/desk/answers/new",
            "/desk/answers/" + number("select max(id) from helpdesk.canned"),
            "/desk/macros",
            "/desk/macros/new",
            "/desk/macros/" + number("select max(id) from helpdesk.macro"),
            "/desk/queues/" + number("select min(id) from helpdesk.queue"),
            "/issues",
            "/issues?severity=stops",
            issue,
            issue + "/solving",
            issue + "/grouping",
            issue + "/telling",
            answer));
    post(world.marieke(), "/network/campaign", "system", nova, "liveOn", "2027-01-11");
    var floor = floorWithPlan();
    var part = "?system=%s&kind=DEPARTMENT&ref=%s".formatted(nova, department);
    screens.put(
        world.marieke(),
        List.of(
            "/network",
            "/network/cover",
            "/network/cover?by=location",
            "/network/cover?by=topic",
            "/network/cover?at=" + department,
            "/network/cover?only=alone",
            "/network/cover/target?system=" + nova,
            "/network/cover/assignment?system=" + nova + "&department=" + department,
            "/network/division",
            "/network/division/receivers" + part,
            "/network/division/what-if" + part + "&to=" + fatimas,
            "/network/changes",
            "/network/rounds",
            "/network/news",
            "/network/campaign",
            "/helpdesk-history",
            "/counting",
            "/helpdesk-history/" + history(true),
            "/helpdesk-history/" + history(false),
            "/network/campaign/awareness?system=" + nova,
            campaignStep("manager_mail"),
            campaignStep("intranet") + "?language=en",
            campaignStep("announcement") + "/audience?department=" + department,
            "/paper-texts",
            "/paper-texts/certificate/en",
            "/network/power-users",
            "/network/power-users/new?system=" + nova,
            "/network/power-users/new?system=" + nova + "&person=" + world.lotte().id(),
            "/network/power-users/import",
            "/network/mandates",
            "/network/candidates",
            "/posters?q=gebouw",
            "/posters/codes",
            "/posters/hanging",
            "/floor-plans",
            "/floor-plans?q=gebouw",
            "/floor-plans/" + floor,
            "/floor-plans/" + floor + "?person=" + world.fatima().id(),
            "/floor-plans/" + number("select id from people.location where path = 'Groningen'"),
            "/posters/piece?department=" + department,
            mandate.replace("power-users", "mandates"),
            mandate,
            mandate + "/ending",
            "/signals"));
    screens.put(
        world.erik(),
        List.of(
            "/register", "/register?which=to_record", "/register?which=ended", "/paper-bundles"));
    screens.put(world.noor(), List.of("/mandate-requests", request));
    screens.put(
        world.willemijn(),
        List.of(
            "/admin",
            "/admin/help-button",
            "/admin/mandates",
            "/admin/accounts",
            "/admin/accounts/" + sanne,
            "/admin/systems",
            "/admin/systems/" + nova,
            "/admin/calendar",
            "/admin/routing",
            "/admin/telling",
            "/admin/who-helps",
            "/admin/chat-channels",
            "/admin/chat-channels/new",
            "/admin/chat-channels/" + failingChannel(),
            "/admin/connections",
            "/admin/connections/new?kind=request_tracker",
            "/admin/connections/" + number("select max(id) from helpdesk.connection"),
            "/admin/webhooks",
            "/admin/webhooks/new",
            "/admin/webhooks/" + webhook(),
            "/admin/outgoing",
            "/admin/push",
            "/admin/import",
            "/admin/mail",
            "/admin/mailbox",
            "/admin/backups",
            "/admin/audit",
            "/admin/retention",
            "/admin/leavers",
            "/admin/look",
            "/network/power-users/import"));
    return screens;
  }

  private String campaignStep(String kind) {
    return "/network/campaign/steps/"
        + number("select max(id) from campaign.step where kind = '" + kind + "'");
  }

  private void look(Colleague colleague, List<String> screens) {
    var page = chromium.desk(colleague).newPage();
    speak(colleague, "en");
    for (var screen : screens) {
      page.navigate(screen);
      check(page, screen, "en");
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    speak(colleague, "nl");
    for (var screen : screens) {
      page.navigate(screen);
      for (var width : WIDTHS) {
        page.setViewportSize(width, 844);
        fits(page, screen);
      }
      page.setViewportSize(390, 844);
      check(page, screen, "nl");
    }
    visited.addAll(screens);
  }

  /** Six weeks with wrong rows in them, imported or with its columns to choose. */
  private String history(boolean imported) {
    var text =
        new StringBuilder("Nummer;Geopend;Opgelost;Categorie;Locatie\n;;;;\n0;gisteren;;;\n");
    for (int i = 1; i <= 600; i++) {
      var day = LocalDateTime.of(2026, 1, 5, 9, 0).plusDays(i / 15).plusMinutes(i);
      text.append(
          "%d;%s;%s;Categorie %d;Vestiging %d%n"
              .formatted(i, day, day.plusMinutes(30 + i), i % 4, i % 7));
    }
    var run =
        history.receive(
            world.marieke().id(),
            "meldingen-van-de-servicedesk.csv",
            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    if (imported) {
      history.check(
          run,
          new HistoryMapping(
              List.of(
                  HistoryColumn.NUMBER,
                  HistoryColumn.OPENED,
                  HistoryColumn.RESOLVED,
                  HistoryColumn.CATEGORY,
                  HistoryColumn.PLACE),
              DateOrder.DAY_FIRST));
      history.apply(run, true);
    }
    return run.toString();
  }

  /** With a message that does not arrive. */
  private long webhook() {
    // Its page with the secret comes at once: that is shown this one time.
    var added =
        world
            .as(world.willemijn())
            .post(
                "/admin/webhooks",
                "name",
                "Datawarehouse van Novum",
                "address",
                "https://none.example.org/" + "hook".repeat(10),
                "events",
                "question_asked");
    assertThat(added).hasStatusOk();
    ask(world.sanne(), "Wat hoort een webhook?");
    return sql.sql("select max(id) from platform.webhook").query(Long.class).single();
  }

  private long failingChannel() {
    post(
        world.willemijn(),
        "/admin/chat-channels",
        "name",
        "Helpdesk van Nova",
        "address",
        "https://none.webhook.office.com/" + "hook".repeat(10),
        "events",
        "question_at_desk",
        "events",
        "issue_changed");
    var channel = number("select max(id) from notify.chat_channel");
    sql.sql(
            """
            update notify.chat_channel
               set failing_since = :at, trouble = 'chat.trouble.gone', detail = :detail, lost = 3, lost_at = :at
             where id = :id
            """)
        .param("at", clock.instant())
        .param("detail", "404 " + "geenspatiesinwatdeserverzegt".repeat(6))
        .param("id", channel)
        .update();
    return channel;
  }

  /** It fails, is after a description alone, and something was refused. */
  private long failingConnection() {
    post(
        world.willemijn(),
        "/admin/connections",
        "name",
        "Servicedesk van Novum",
        "kind",
        "zammad",
        "address",
        "https://none.webhook.office.com/" + "pad".repeat(20),
        "key",
        "geheim",
        "speaker",
        world.pieter().email(),
        "place",
        "Support",
        "statuses",
        "open = open\nclosed = closed");
    var connection = number("select max(id) from helpdesk.connection");
    sql.sql(
            """
            update helpdesk.connection
               set active = true, failing_since = :at, trouble = 'connector.trouble.page', detail = :detail,
                   try_at = :later
             where id = :id
            """)
        .param("at", clock.instant())
        .param("later", clock.instant().plus(java.time.Duration.ofDays(1)))
        .param("detail", "200 " + "geenspatiesinwatdeserverzegt".repeat(6))
        .param("id", connection)
        .update();
    return connection;
  }

  /** In another system, which refused something. */
  private void undelivered(String question) {
    var connection = failingConnection();
    var ticket =
        sql.sql(
                """
                insert into helpdesk.linked_ticket (connection_id, question_id, marker, their_id, their_status, told_message,
                                                    linked_at, overruled_at)
                values (:connection, :question, 'SP-ABCDEFGHJK', '1042', 'open', 0, :at, :at) returning id
                """)
            .param("connection", connection)
            .param("question", Long.valueOf(question.substring(question.lastIndexOf('/') + 1)))
            .param("at", clock.instant())
            .query(Long.class)
            .single();
    sql.sql(
            """
            insert into helpdesk.letter (ticket_id, kind, due_at, dead_at, trouble, detail)
            values (:ticket, 'create', :at, :at, 'connector.trouble.refused', :detail)
            """)
        .param("ticket", ticket)
        .param("at", clock.instant())
        .param("detail", "400 " + "geenspatiesinwatdeserverzegt".repeat(6))
        .update();
  }

  private long floorWithPlan() {
    var floor = number("select id from people.location where path = 'Utrecht/Gebouw B/3'");
    var svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 720'><rect width='900'"
            + " height='500'/></svg>";
    var drawing = Drawings.cleaned(svg.getBytes(StandardCharsets.UTF_8));
    plans.put(
        floor,
        new FloorPlans.PlanPicture(
            Drawing.MEDIA_TYPE, drawing.width(), drawing.height(), drawing.svg()));
    plans.pin(world.fatima().id(), floor, 0.3, 0.7);
    return floor;
  }

  private void strangers() {
    post(
        world.willemijn(),
        "/admin/who-helps/open",
        "open",
        "true",
        "networks",
        "127.0.0.0/8\n::1/128");
    var page = chromium.stranger().newPage();
    var code =
        sql.sql(
                """
                select code from network.place_code c join people.location l on l.id = c.location_id
                 where l.path = 'Utrecht/Gebouw B/3' and c.withdrawn_at is null
                """)
            .query(String.class)
            .single();
    for (var screen :
        List.of(
            "/sign-in",
            "/forgot-password",
            "/who-helps/open?q=gebouw",
            "/campaign-mail/" + links.make("campaign-mail", world.sanne().id().value()),
            "/h/" + code)) {
      page.navigate(screen);
      for (var width : WIDTHS) {
        page.setViewportSize(width, 844);
        fits(page, screen);
      }
      check(page, screen, "nl");
      visited.add(screen);
    }
    post(world.willemijn(), "/admin/who-helps/open", "networks", "");
  }

  private void check(Page page, String screen, String language) {
    fits(page, screen);
    if (!language.equals(page.locator("html").getAttribute("lang"))) {
      wrong.add(screen + " does not speak " + language);
    }
    new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .filter(found -> Set.of("serious", "critical").contains(found.getImpact()))
            .forEach(found ->
                wrong.add(
                    "%s %s: %s %s"
                        .formatted(
                            screen,
                            language,
                            found.getId(),
                            found.getNodes().getFirst().getFailureSummary())));
  }

  private long number(String query, Colleague... who) {
    var statement = sql.sql(query);
    for (var one : who) {
      statement = statement.param(one.id().value());
    }
    return statement.query(Long.class).single();
  }
}
