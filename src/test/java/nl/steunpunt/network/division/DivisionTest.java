package nl.steunpunt.network.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class DivisionTest {
  @Autowired World world;
  @Autowired Mandates mandates;
  @Autowired Constituencies constituencies;
  @Autowired JdbcClient sql;

  Browser lead;

  @BeforeEach
  void signIn() {
    lead = world.as(world.marieke());
  }

  private long mandate(Colleague colleague) {
    return mandates.of(colleague.id(), world.nova()).orElseThrow().id().value();
  }

  /** The first part that Fatima has, as its link asks to whom it could go. */
  private String fatimasPart() {
    var card =
        lead.page("/network/division?q=" + world.fatima().name())
            .expectFirst("[data-mandate=" + mandate(world.fatima()) + "]");
    return card.expectFirst(".division-part a").attr("href");
  }

  private String whatIf(Colleague to) {
    return fatimasPart().replace("/receivers?", "/what-if?") + "&to=" + mandate(to);
  }

  private List<Long> firsts() {
    return sql.sql(
            """
            select count(*) from network.constituency
             where rank = 0 and system_id = :system group by mandate_id order by mandate_id
            """)
        .param("system", world.nova())
        .query(Long.class)
        .list();
  }

  private int people(Colleague powerUser) {
    return constituencies.size(powerUser.id(), world.nova());
  }

  private static String[] fields(Document page) {
    var fields = new ArrayList<String>();
    page.select("form[action=/network/division/moving] input[type=hidden]")
        .forEach(input -> fields.addAll(List.of(input.attr("name"), input.val())));
    return fields.toArray(String[]::new);
  }

  private static List<Integer> numbers(Document page, String row, String cells) {
    return page.select("tbody tr").stream()
        .filter(it -> it.expectFirst("th").text().startsWith(row))
        .flatMap(it -> it.select(cells).stream())
        .map(it -> it.text().startsWith("1 op ") ? Integer.parseInt(it.text().split(" ")[2]) : 0)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"nl, Wat zou dit doen?, Verdeling", "en, What would this do?, Division"})
  void itSpeaksTheLeadsLanguage(String language, String title, String tab) {
    sql.sql("update people.person set language = :language where id = :id")
        .param("language", language)
        .param("id", world.marieke().id())
        .update();
    assertThat(lead.page("/network/division").expectFirst(".tabs [aria-current]").text())
        .isEqualTo(tab);
    assertThat(lead.page(fatimasPart()).expectFirst("form.card button").text()).isEqualTo(title);
    assertThat(lead.page(whatIf(world.joost())).expectFirst("h1").text()).isEqualTo(title);
  }

  @Test
  void whatIsForetoldIsWhatComesOfIt() {
    var before = firsts();
    var had = people(world.fatima());
    var page = lead.page(whatIf(world.joost()));
    assertThat(firsts()).as("looking changes nothing").isEqualTo(before);
    var joost = numbers(page, world.joost().name(), "td[data-label=Nu], td[data-label=Straks]");
    var fatima = numbers(page, world.fatima().name(), "td[data-label=Nu], td[data-label=Straks]");

    assertThat(lead.post("/network/division/moving", fields(page))).hasStatus(303);

    assertThat(fatima).containsExactly(had, people(world.fatima()));
    assertThat(joost.getLast()).isEqualTo(people(world.joost())).isGreaterThan(joost.getFirst());
  }

  @Test
  void whoGetsOrLosesPeopleSeesItOnTheirOpenPage() {
    int fatima = world.renewals(world.fatima());
    int joost = world.renewals(world.joost());
    int liam = world.renewals(world.liam());
    lead.post("/network/division/moving", fields(lead.page(whatIf(world.joost()))));
    assertThat(world.renewals(world.fatima())).as("who loses them").isEqualTo(fatima + 1);
    assertThat(world.renewals(world.joost())).as("who gets them").isEqualTo(joost + 1);
    assertThat(world.renewals(world.liam())).as("who never had them").isEqualTo(liam);

    constituencies.recompute();
    assertThat(world.renewals(world.fatima())).as("nothing changed").isEqualTo(fatima + 1);
  }

  @Test
  void aMoveIsOneChangeAndTakenBackAsOne() {
    var before = firsts();
    lead.post("/network/division/moving", fields(lead.page(whatIf(world.joost()))));
    assertThat(firsts()).isNotEqualTo(before);
    var changes = lead.page("/network/changes");
    assertThat(changes.expectFirst(".undo p").text())
        .endsWith("gaat van " + world.fatima().name() + " naar " + world.joost().name());
    var lines = changes.select(".lines > li").size();

    var change = changes.select("input[name=change]").val();
    var undone =
        lead.post("/network/changes/undoing", "system", world.nova().toString(), "change", change);

    assertThat(undone).hasStatus(303);
    assertThat(firsts()).isEqualTo(before);
    var after = lead.page("/network/changes");
    assertThat(after.select(".lines > li")).hasSize(lines);
    assertThat(after.expectFirst(".lines > li").hasClass("is-undone")).isTrue();
  }

  /** Who had it in between has stopped; what the first move took is back already. */
  @Test
  void aMoveThatWentBackIsStillTakenBack() {
    var system = world.nova().toString();
    var part = fatimasPart().replace("/receivers?", "/what-if?");
    lead.post(
        "/network/division/moving", fields(lead.page(part + "&to=" + mandate(world.joost()))));
    var first = lead.page("/network/changes").select("input[name=change]").val();
    var back =
        part.replaceFirst("from=\\d+", "from=" + mandate(world.joost()))
            + "&to="
            + mandate(world.fatima());
    assertThat(lead.post("/network/division/moving", fields(lead.page(back)))).hasStatus(303);
    var joosts = "/network/power-users/" + mandate(world.joost()) + "/ending";
    assertThat(lead.post(joosts)).hasStatus(303);

    assertThat(lead.page("/network/changes").select("input[name=change]").val()).isEqualTo(first);
    assertThat(lead.post("/network/changes/undoing", "system", system, "change", first))
        .hasStatus(303);
  }

  @Test
  void nothingMovesWhenAnotherLeadChangedTheDivisionMeanwhile() {
    var page = lead.page(whatIf(world.joost()));
    lead.post(
        "/network/power-users/" + mandate(world.fatima()) + "/exceptions",
        "person",
        world.emma().id().toString(),
        "state",
        "NOT_SERVED");
    var before = firsts();
    var late = lead.post("/network/division/moving", fields(page));
    assertThat(late).hasStatus(422);
    assertThat(Browser.html(late).select("[role=alert]").text()).contains("niets verplaatst");
    assertThat(firsts()).isEqualTo(before);
    assertThat(lead.post("/network/division/moving", fields(Browser.html(late)))).hasStatus(303);
    assertThat(firsts()).isNotEqualTo(before);
  }

  @Test
  void movingTwiceMovesOnce() {
    var whatIf = whatIf(world.joost());
    var fields = fields(lead.page(whatIf));
    assertThat(lead.post("/network/division/moving", fields)).hasStatus(303);
    var once = firsts();
    var twice = lead.postFrom(whatIf, "/network/division/moving", fields);
    assertThat(twice).hasStatus(409);
    assertThat(Browser.html(twice).text()).contains("Iemand anders heeft dit intussen verplaatst");
    assertThat(firsts()).isEqualTo(once);
  }

  @Test
  void whatAnotherLeadMovedMeanwhileIsSaid() {
    var whatIf = whatIf(world.liam());
    var late = fields(lead.page(whatIf));
    lead.post("/network/division/moving", fields(lead.page(whatIf(world.joost()))));
    var before = firsts();
    var answer = lead.postFrom(whatIf, "/network/division/moving", late);
    assertThat(answer).hasStatus(409);
    assertThat(Browser.html(answer).text()).contains("bekijk de verdeling opnieuw");
    assertThat(firsts()).isEqualTo(before);
  }

  @Test
  void whoHasItAlreadyIsNotOffered() {
    var ref = fatimasPart();
    assertThat(lead.page(ref).select("main input[name=to]").eachAttr("value"))
        .isNotEmpty()
        .doesNotContain(Long.toString(mandate(world.fatima())));
    var same = whatIf(world.fatima()).replaceFirst("&from=\\d+", "");
    assertThat(lead.page(same).select("main form button")).isEmpty();
    assertThat(lead.post("/network/division/moving", fields(lead.page(same)))).hasStatus(200);
  }

  @Test
  void placesAndPowerUsersThatAreNotThereAreNotFound() {
    var part = whatIf(world.joost());
    assertThat(lead.get(part.replaceFirst("ref=\\d+", "ref=999999"))).hasStatus(404);
    assertThat(lead.get(part.replaceFirst("to=\\d+", "to=999999"))).hasStatus(404);
    assertThat(lead.get(part.replaceFirst("system=\\d+", "system=999999"))).hasStatus(404);
    assertThat(lead.get(part.replaceFirst("from=\\d+", "from=" + mandate(world.liam()))))
        .hasStatus(404);
    assertThat(lead.get("/network/division/receivers?system=999999&kind=DEPARTMENT&ref=1"))
        .hasStatus(404);
    assertThat(world.as(world.sanne()).get(part)).hasStatus(404);
  }

  @Test
  void eachPowerUserStandsOnOnePageOnly() {
    var seen = new ArrayList<String>();
    var next = "/network/division";
    while (!next.isEmpty()) {
      var page = lead.page(next);
      seen.addAll(page.select("[data-mandate]").eachAttr("data-mandate"));
      next = page.select(".pages a.push").attr("href");
    }
    var all =
        sql.sql(
                """
                select count(*) from network.mandate m join people.pub_person p on p.id = m.person_id
                 where m.system_id = :system and m.state in ('provisional', 'active') and p.active
                """)
            .param("system", world.nova())
            .query(Integer.class)
            .single();
    assertThat(seen).doesNotHaveDuplicates().hasSize(all);
  }

  @Test
  void whatNobodyHasStandsFirstAndIsGiven() {
    var page = lead.page("/network/division");
    var hole =
        page.select(".division-holes .division-part").stream()
            .filter(it -> it.expectFirst(".division-place").text().equals("Logistiek · Transport"))
            .findFirst()
            .orElseThrow();
    var give = hole.expectFirst("a").attr("href").replace("/receivers?", "/what-if?");
    assertThat(constituencies.of(world.lotte().id())).isEmpty();
    var looked = lead.page(give + "&to=" + mandate(world.joost()));
    assertThat(lead.post("/network/division/moving", fields(looked))).hasStatus(303);
    assertThat(firstOf(world.lotte())).isEqualTo(world.joost().id());
    assertThat(lead.page("/network/division").select(".division-place").eachText())
        .doesNotContain("Logistiek · Transport");
  }

  @Test
  void aManagersPeopleMoveToo() {
    var manager =
        sql.sql("select manager_id from people.person where id = :id")
            .param("id", world.sanne().id())
            .query(Long.class)
            .single();
    var what =
        "/network/division/what-if?system=%s&kind=MANAGER&ref=%d&to=%d"
            .formatted(world.nova(), manager, mandate(world.joost()));
    assertThat(lead.post("/network/division/moving", fields(lead.page(what)))).hasStatus(303);
    assertThat(firstOf(world.sanne())).isEqualTo(world.joost().id());
  }

  private PersonId firstOf(Colleague colleague) {
    return constituencies.of(colleague.id()).getFirst().powerUserId();
  }
}
