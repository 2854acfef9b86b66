package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.steunpunt.people.access.AccessRule;
import nl.steunpunt.people.access.AccessRule.To;
import nl.steunpunt.people.access.AccessTable;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.Statements;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A screen is one statement, after the one that recognises who asks. Those that need more say how
 * many here, and why; a screen that comes to need more fails.
 */
@SteunpuntTest
class ScreenStatementsTest {
  private static final int SIGN_IN_AND_SCREEN = 2;

  /** Of a route, when not {@value #SIGN_IN_AND_SCREEN}: what else it needs is beside it. */
  private static final Map<String, Integer> MORE =
      Map.ofEntries(
          Map.entry("/sign-in", 1), // whether anybody administers it yet
          Map.entry("/menu/counts", 5), // one for each entry that counts
          Map.entry("/account", 4), // sign-ins and tokens
          Map.entry(
              "/account/notices",
              8), // choices, the morning, spare mail, browsers, wishes, what does not arrive
          Map.entry("/account/notices/trouble", 3), // by mail, in a browser
          Map.entry("/account/data", 60), // one for each kind of thing that each module keeps
          Map.entry("/admin", 7), // what needs attention
          Map.entry("/admin/accounts/{id}", 3), // sign-ins
          Map.entry("/admin/backups", 4), // nights, the last good one, the next
          Map.entry("/admin/chat-channels/{id}", 3), // what it can be about
          Map.entry("/admin/connections/new", 3), // systems and topics
          Map.entry("/admin/connections/{id}", 5), // who speaks, systems and topics
          Map.entry("/admin/help-button", 3), // the system to begin with
          Map.entry("/admin/mail", 3), // what failed
          Map.entry("/admin/mailbox", 3), // the setting, its systems, how it stands
          Map.entry("/admin/push", 3), // what waits
          Map.entry("/availability", 5), // absences, fullness, quiet hours
          // to whom routing would give it back; answers, macros
          Map.entry("/desk/questions/{question}", 10),
          Map.entry("/desk/macros/new", 3), // queues, answers
          Map.entry("/desk/macros/{macro}", 4),
          Map.entry("/desk/first", 4), // systems and their topics
          Map.entry("/desk/queues/new", 4), // systems and their topics
          Map.entry("/desk/queues/{queue}", 7), // the same, what leads there, and whose it is
          Map.entry("/help-moments/new", 5), // places, topics, the week's list
          Map.entry("/hours", 3), // what the questions were about, which another module knows
          Map.entry("/inbox", 3), // away now?
          Map.entry("/inbox/handing", 8), // where routing would put each question
          Map.entry("/issues/new", 3), // systems and topics
          Map.entry("/issues/of-question/{question}", 4), // the door, suggestions
          Map.entry("/issues/{id}", 4), // whether it is mine too, and that it was read
          Map.entry("/notices", 3), // that it was read
          Map.entry("/questions/{id}/elsewhere", 3), // the door
          Map.entry("/questions/{id}/sharing", 3), // the door
          Map.entry("/issues/{id}/grouping", 5), // what looks like it
          Map.entry("/mandate", 3), // what was agreed before
          Map.entry("/mandate-requests", 4), // whom I stand in for, what was released
          Map.entry("/appraisals/{id}", 3), // counts of another module
          Map.entry("/network/campaign", 3), // systems to choose from
          Map.entry("/network/campaign/awareness", 4), // its system, what was done
          Map.entry("/network/campaign/steps/{id}", 4), // own texts, what was sent
          Map.entry("/network/campaign/steps/{id}/audience", 7), // what to choose from, who had it
          Map.entry("/paper-bundles", 3), // departments
          Map.entry("/paper-texts/{kind}/{language}", 4), // whether it is ours, who changed it
          Map.entry("/posters/signature", 3), // the logo, with the letterhead
          Map.entry("/profile", 3), // the card as colleagues see it
          Map.entry("/questions/{id}/colleagues", 4), // routing's order
          Map.entry("/register", 3)); // how many are to be recorded

  /** No screens: files, streams, secrets, and what only exists after an import. */
  private static final List<String> NONE =
      List.of(
          "/api/",
          "/account/data/export",
          "/admin/leavers/{id}/export",
          "/assets/",
          "/brand",
          "/campaign-mail/",
          "/awareness/{link}",
          "/works-now/{link}",
          "/events",
          "/demo/",
          "/first-run/",
          "/health/",
          "/mandate-link/",
          "/mandate-requests/{id}",
          "/password/",
          "/photos/",
          "/picture/",
          "/h/{code}",
          "/who-helps/open",
          "/help-button/",
          "/attachments/",
          "/register/role-holders",
          "/counting/numbers.csv",
          "/mandates/{id}/papers/",
          "/appraisals/{id}/",
          "/paper-bundles/{id}",
          "/posters/piece/",
          "/poster-bundles/{id}",
          "/posters/hanging/",
          "/posters/signature/picture",
          "/admin/import/{run}",
          "/helpdesk-history/{run}",
          "/questions/{id}/reading",
          "/help-moments/{id}");

  @Autowired World world;
  @Autowired Outside outside;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  @Test
  void noScreenAsksTheDatabaseMoreThanItSays() {
    var places = places();
    var wrong = new ArrayList<String>();
    for (var rule : AccessTable.RULES) {
      if (!rule.route().startsWith("GET ") || NONE.stream().anyMatch(rule.route()::contains)) {
        continue;
      }
      var pattern = rule.route().substring(4);
      var address = places.getOrDefault(pattern, pattern);
      if (address.contains("{")) {
        wrong.add(pattern + ": say in this test where such a screen is");
        continue;
      }
      var browser = who(rule);
      browser.get(address); // what is read once is read now
      var sent =
          Statements.of(() -> {
            var status = browser.get(address).getResponse().getStatus();
            if (status != 200) {
              wrong.add(address + " answers " + status);
            }
          });
      int most = MORE.getOrDefault(pattern, rule.to() == To.ANYONE ? 0 : SIGN_IN_AND_SCREEN);
      if (sent.size() > most) {
        wrong.add(pattern + " sends " + sent.size() + " statements, not " + most + ": " + sent);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private Browser who(AccessRule rule) {
    var roles = rule.roles().stream().map(role -> role.name()).toList();
    if (rule.to() == To.ANYONE) {
      return world.stranger();
    }
    return world.as(rule.to() == To.SIGNED_IN ? world.fatima() : holder(roles));
  }

  private Colleague holder(List<String> roles) {
    return roles.contains("POWER_USER")
        ? world.fatima()
        : roles.contains("NETWORK_LEAD")
            ? world.marieke()
            : roles.contains("HELPDESK")
                ? world.pieter()
                : roles.contains("HR") ? world.erik() : world.willemijn();
  }

  /** Where there is one of each. */
  private Map<String, String> places() {
    var question = made(world.sanne(), "/questions", "text", "Ik kan de maand niet afsluiten");
    var issue = made(world.pieter(), "/issues", "title", "Lijst blijft leeg");
    var number = question.substring(question.lastIndexOf('/') + 1);
    var places = new LinkedHashMap<String, String>();
    places.put("/questions/{id}", question);
    for (var part : Set.of("conversation", "colleagues", "snooze", "sharing")) {
      places.put("/questions/{id}/" + part, question + "/" + part);
    }
    places.put("/issues/{id}", issue);
    places.put("/issues/{id}/solving", issue + "/solving");
    places.put("/issues/{id}/grouping", issue + "/grouping");
    places.put("/issues/{id}/reach", issue + "/reach");
    for (var part : Set.of("telling", "works")) {
      places.put("/issues/{id}/" + part, issue + "/" + part);
    }
    places.put("/issues/of-question/{question}", "/issues/of-question/" + number);
    places.put("/admin/chat-channels/{id}", "/admin/chat-channels/" + outside.channel());
    places.put("/admin/connections/{id}", "/admin/connections/" + outside.connection());
    places.put("/questions/{id}/elsewhere", question + "/elsewhere");
    places.put("/admin/webhooks/{id}", "/admin/webhooks/" + outside.webhook());
    places.put("/admin/accounts/{id}", "/admin/accounts/" + world.sanne().id().value());
    places.put("/answers/{id}", "/answers/" + answer());
    var handedOver = made(world.sanne(), "/questions", "text", "Mijn rol klopt niet");
    world.as(world.fatima()).post(handedOver + "/handover", "tried", "Opnieuw ingelogd");
    places.put("/desk/questions/{question}", "/desk" + handedOver);
    var pieter = world.as(world.pieter());
    pieter.post(
        "/desk/answers", "titleNl", "Rol", "textNl", "Hoi", "titleEn", "Role", "textEn", "Hi");
    pieter.post("/desk/macros", "nameNl", "Oppakken", "nameEn", "Take", "takes", "true");
    places.put("/desk/answers/{answer}", "/desk/answers/" + newest("helpdesk.canned"));
    places.put("/desk/macros/{macro}", "/desk/macros/" + newest("helpdesk.macro"));
    places.put(
        "/desk/queues/{queue}",
        "/desk/queues/" + sql.sql("select min(id) from helpdesk.queue").query(Long.class).single());
    var mandate =
        sql.sql("select id from network.mandate where person_id = :person and state <> 'ended'")
            .param("person", world.fatima().id())
            .query(Long.class)
            .single();
    places.put("/network/power-users/{id}", "/network/power-users/" + mandate);
    places.put("/network/mandates/{id}", "/network/mandates/" + mandate);
    places.put("/network/power-users/{id}/ending", "/network/power-users/" + mandate + "/ending");
    places.put(
        "/network/power-users/new",
        "/network/power-users/new?person=" + world.emma().id().value() + "&system=" + world.nova());
    places.put(
        "/network/cover/assignment",
        "/network/cover/assignment?system=" + world.nova() + "&department=" + department());
    var move = "?system=%s&kind=DEPARTMENT&ref=%d".formatted(world.nova(), department());
    places.put("/network/division/receivers", "/network/division/receivers" + move);
    places.put("/network/division/what-if", "/network/division/what-if" + move + "&to=" + mandate);
    places.put("/network/cover/target", "/network/cover/target?system=" + world.nova());
    var step = "/network/campaign/steps/" + step();
    places.put("/network/campaign/steps/{id}", step);
    places.put("/network/campaign/steps/{id}/audience", step + "/audience");
    places.put("/network/campaign/awareness", "/network/campaign/awareness?system=" + world.nova());
    places.put("/appraisals/{id}", "/appraisals/" + mandate);
    places.put("/availability/of/{person}", "/availability/of/" + world.fatima().id());
    places.put("/who-helps/when/{person}", "/who-helps/when/" + world.fatima().id());
    places.put("/paper-texts/{kind}/{language}", "/paper-texts/role/nl");
    places.put("/posters/piece", "/posters/piece?person=" + world.fatima().id());
    places.put("/floor-plans/{location}", "/floor-plans/" + floor());
    places.put("/admin/systems/{id}", "/admin/systems/" + world.nova());
    return places;
  }

  private long newest(String table) {
    return sql.sql("select max(id) from " + table).query(Long.class).single();
  }

  private long department() {
    return sql.sql("select department_id from people.person where id = :person")
        .param("person", world.lotte().id())
        .query(Long.class)
        .single();
  }

  private long floor() {
    return sql.sql("select id from people.location where path = 'Utrecht/Gebouw B/3'")
        .query(Long.class)
        .single();
  }

  private long step() {
    world
        .as(world.marieke())
        .post("/network/campaign", "system", world.nova().toString(), "liveOn", "2027-01-11");
    return sql.sql("select max(id) from campaign.step where kind = 'announcement'")
        .query(Long.class)
        .single();
  }

  private long answer() {
    return sql.sql(
            """
            insert into support.answer (system_id, title, text, author_id, kept_at, changed_at)
            values (:system, 'Maand afsluiten', 'Boek eerst de concepten.', :author, :now, :now) returning id
            """)
        .param("system", world.nova())
        .param("author", world.fatima().id())
        .param("now", clock.instant())
        .query(Long.class)
        .single();
  }

  private String made(Colleague by, String where, String field, String text) {
    var reply = world.as(by).post(where, "system", world.nova().toString(), field, text);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }
}
