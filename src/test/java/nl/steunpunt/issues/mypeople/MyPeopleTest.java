package nl.steunpunt.issues.mypeople;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.issues.telling.IssueWorld;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A power user sees how their own people's issues and questions stand, and nothing of anybody else.
 */
@SteunpuntTest
class MyPeopleTest {
  private static final String TEXT = "Mijn kwikstaart is weg uit de lijst";

  @Autowired World world;
  @Autowired IssueWorld issues;
  @Autowired HitPeopleNews news;
  @Autowired JdbcClient sql;

  private String ask(Colleague asker, String... more) {
    var fields = new ArrayList<>(List.of("system", world.nova().toString(), "text", TEXT));
    fields.addAll(List.of(more));
    var reply = world.as(asker).post("/questions", fields.toArray(String[]::new));
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private String api(Colleague who, String path) {
    var reply =
        world
            .api()
            .get()
            .uri("/api/v1" + path)
            .header("Authorization", "Bearer " + world.token(who))
            .exchange();
    return new String(reply.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void titleStatusNextStepAndSinceWhen() {
    var issue = issues.issue(world.sanne());
    issues.change(issue, "in_progress", "");
    ask(world.sanne());
    var page = world.as(world.fatima()).page("/my-people");
    assertThat(page.select(".mypeople li").text())
        .contains(
            IssueWorld.TITLE,
            "Wordt aan gewerkt",
            "De oplossing is in de maak.",
            world.sanne().name(),
            "Nu komt het antwoord van " + world.fatima().name(),
            "deelt niet wat er is gevraagd")
        .doesNotContain("kwikstaart");
    assertThat(api(world.fatima(), "/my-people"))
        .contains(IssueWorld.TITLE)
        .doesNotContain("kwikstaart");
  }

  @Test
  void whoIsAskedWhetherItWorksNeedNotBeTold() {
    var issue = issues.issue(world.sanne());
    issues.release(issue);
    assertThat(world.as(world.fatima()).page("/my-people").select(".mypeople li").text())
        .contains("Het is opgelost in 24.3. Steunpunt vraagt je mensen of het werkt.");
  }

  @Test
  void whatWasAskedIsReadOnlyWhenItsAskerSharesIt() {
    var question = ask(world.sanne(), "shared", "true");
    assertThat(world.as(world.fatima()).page("/my-people").text()).contains("kwikstaart");
    assertThat(world.as(world.sanne()).page(question + "/sharing").select("button").text())
        .contains("niet meer lezen");
    assertThat(world.as(world.sanne()).post(question + "/sharing", "shared", "false"))
        .hasStatus(303);
    assertThat(world.as(world.fatima()).page("/my-people").text()).doesNotContain("kwikstaart");
    assertThat(world.as(world.fatima()).post(question + "/sharing", "shared", "true"))
        .as("only who asked")
        .hasStatus(404);
    assertThat(world.as(world.fatima()).page(question + "/sharing").select("form[action$=sharing]"))
        .isEmpty();
    world.as(world.sanne()).post(question + "/sharing", "shared", "true");
    assertThat(api(world.fatima(), "/my-people")).contains("kwikstaart");
  }

  /** Each of the cast against what is of Emma: on the page, in counts, in filters, in the API. */
  @Test
  void nothingOfAnybodyElsesPeople() {
    var issue = issues.issue(world.emma());
    issues.change(issue, "in_progress", "");
    ask(world.emma(), "shared", "true");
    var emmas =
        sql.sql("select department_id from people.person where id = :emma")
            .param("emma", world.emma().id())
            .query(Long.class)
            .single();
    for (var who : List.of(world.fatima(), world.joost())) {
      for (var path : List.of("/my-people", "/my-people?department=" + emmas, "/notices")) {
        var page = world.as(who).page(path);
        assertThat(page.select("main").text())
            .as(who.name() + path)
            .doesNotContain(world.emma().name(), IssueWorld.TITLE, "kwikstaart");
        assertThat(page.select("#mypeople-department option[value=" + emmas + "]")).isEmpty();
        assertThat(api(who, path))
            .doesNotContain(world.emma().name(), IssueWorld.TITLE, "kwikstaart");
      }
    }
    assertThat(world.as(world.liam()).page("/my-people?department=" + emmas).text())
        .contains(world.emma().name(), IssueWorld.TITLE, "kwikstaart");
    for (var who :
        List.of(
            world.sanne(),
            world.emma(),
            world.lotte(),
            world.ahmet(),
            world.marieke(),
            world.pieter(),
            world.chantal(),
            world.noor(),
            world.erik(),
            world.willemijn(),
            world.daan())) {
      assertThat(world.as(who).get("/my-people")).as(who.name()).hasStatus(404);
      assertThat(api(who, "/my-people")).as(who.name()).doesNotContain("kwikstaart");
      assertThat(api(who, "/notices")).as(who.name()).doesNotContain(IssueWorld.TITLE);
    }
  }

  @Test
  void aDeputySeesThemWhileStandingIn() {
    ask(world.sanne(), "shared", "true");
    assertThat(world.as(world.joost()).page("/my-people").text()).doesNotContain("kwikstaart");
    issues.away(world.fatima());
    assertThat(world.as(world.joost()).page("/my-people").text())
        .contains("kwikstaart", "val je in");
    sql.sql("delete from network.absence where person_id = :fatima")
        .param("fatima", world.fatima().id())
        .update();
    assertThat(world.as(world.joost()).page("/my-people").text()).doesNotContain("kwikstaart");
  }

  /** To whose page it is on at that moment; who helps hears of it as of any question. */
  @Test
  void theOpenPageHearsOfWhatChangesAndNobodyElsesDoes() {
    sql.sql("insert into network.full_until (person_id, until_at) values (:who, '2099-01-01Z')")
        .param("who", world.fatima().id())
        .update();
    var question = ask(world.sanne());
    assertThat(world.renewals(world.fatima())).as("she is full, and another one helps").isOne();
    assertThat(world.renewals(world.joost())).as("he helps").isZero();
    world.as(world.sanne()).post(question + "/sharing", "shared", "true");
    assertThat(world.renewals(world.fatima())).isEqualTo(2);

    var issue = issues.issue(world.sanne());
    assertThat(world.renewals(world.fatima())).isEqualTo(3);
    issues.away(world.fatima());
    world.as(world.sanne()).post("/issues/" + issue + "/leaving");
    assertThat(world.renewals(world.fatima())).isEqualTo(4);
    assertThat(world.renewals(world.joost())).as("he stands in, and is told").isOne();
    assertThat(
            sql.sql(
                    """
                    select count(*) from platform.live_event
                     where kind = 'my-people' and person_id not in (:fatima, :joost)
                    """)
                .param("fatima", world.fatima().id())
                .param("joost", world.joost().id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** Whatever changed, also when it is no news to who is hit: once, by who is hit after it. */
  @Test
  void theOpenPageHearsOfAnIssueThatChangesOrIsOneWithAnother() {
    var one = "/issues/" + issues.issue(world.sanne());
    var other = "/issues/" + issues.issue(world.emma());
    var pieter = world.as(world.pieter());
    told();
    var fatima = world.renewals(world.fatima());
    var liam = world.renewals(world.liam());

    pieter.post(one, "title", "Wespendieven blijven weg", "status", "reported");
    told();
    assertThat(world.renewals(world.fatima())).as("its title").isEqualTo(fatima + 1);
    pieter.post(one, "title", "Wespendieven blijven weg", "status", "resolved");
    told();
    assertThat(world.renewals(world.fatima())).as("its end").isEqualTo(fatima + 2);
    assertThat(world.renewals(world.liam())).as("none of his").isEqualTo(liam);

    pieter.post(other + "/merger", "into", one.substring("/issues/".length()));
    told();
    assertThat(world.renewals(world.fatima())).as("one more is hit").isEqualTo(fatima + 3);
    assertThat(world.renewals(world.liam())).as("another number").isEqualTo(liam + 1);
    assertThat(world.as(world.liam()).page("/my-people").select(".mypeople strong").eachText())
        .as("and what is gone is not there beside it")
        .contains("Wespendieven blijven weg")
        .doesNotContain(IssueWorld.TITLE);
    pieter.post(other + "/merger/undoing");
    told();
    assertThat(world.renewals(world.fatima())).isEqualTo(fatima + 4);
    assertThat(world.renewals(world.liam())).isEqualTo(liam + 2);

    var question = ask(world.sanne());
    var number = question.substring("/questions/".length());
    assertThat(world.as(world.fatima()).post(one + "/questions", "question", number))
        .hasStatus(303);
    told();
    fatima = world.renewals(world.fatima());
    assertThat(pieter.post(one + "/split", "newTitle", "Iets anders", "questions", number))
        .hasStatus(303);
    told();
    assertThat(world.renewals(world.fatima())).as("two now").isGreaterThan(fatima);
  }

  private void told() {
    while (news.makeSome() > 0) {
      assertThat(news.isRunning()).isTrue();
    }
  }

  /** Each page from its own address, or a filter would be lost by what comes in. */
  @Test
  void thePageIsRenewedFromWhereItIs() {
    ask(world.sanne());
    for (var path :
        List.of(
            "/my-people?kind=question&department=&location=",
            "/my-people?kind=&department=987654321&location=",
            "/my-people?kind=&department=&location=&before=2026-11-01T10:00:00.123456Z&key=q7")) {
      var part = world.as(world.fatima()).page(path).expectFirst("#mypeople-now");
      assertThat(part.attr("hx-get")).isEqualTo(path);
    }
  }

  @Test
  void filtersByPlaceAndKind() {
    var issue = issues.issue(world.sanne());
    ask(world.sanne());
    var department =
        sql.sql("select department_id from people.person where id = :sanne")
            .param("sanne", world.sanne().id())
            .query(Long.class)
            .single();
    var fatima = world.as(world.fatima());
    assertThat(fatima.page("/my-people?kind=issue&department=" + department).select(".mypeople li"))
        .hasSize(1);
    assertThat(
            fatima
                .page("/my-people?kind=question&department=" + department)
                .select(".mypeople")
                .text())
        .doesNotContain(IssueWorld.TITLE);
    assertThat(fatima.page("/my-people?department=987654321").select(".mypeople li")).isEmpty();
    assertThat(issue).isPositive();
  }

  @Test
  void pageAfterPageEachRowOnce() {
    sql.sql(
            """
            with more as (
              insert into issues.issue (system_id, title, status, created_by, created_at, changed_at)
              select :nova, 'Nummer ' || n, 'reported', :by, m.at - interval '1 hour', m.at - (n / 3) * interval '1 minute'
                from generate_series(1, 100) n, (select max(created_at) as at from people.person) m
              returning id, created_at)
            insert into issues.me_too (issue_id, person_id, at, named) select id, :sanne, created_at, true from more
            """)
        .param("nova", world.nova())
        .param("by", world.pieter().id())
        .param("sanne", world.sanne().id())
        .update();
    var seen = new ArrayList<String>();
    var path = "/my-people?kind=issue";
    while (!path.isEmpty()) {
      var page = world.as(world.fatima()).page(path);
      seen.addAll(page.select(".mypeople strong").eachText());
      path =
          page.select("a.btn[href^=/my-people?kind=issue&department=&location=&before]")
              .attr("href");
    }
    assertThat(seen)
        .filteredOn(title -> title.startsWith("Nummer"))
        .hasSize(100)
        .doesNotHaveDuplicates();
  }
}
