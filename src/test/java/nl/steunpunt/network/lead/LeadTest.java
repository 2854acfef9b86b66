package nl.steunpunt.network.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.Constituencies.Serving;
import nl.steunpunt.network.Fullness;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.network.Systems;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class LeadTest {
  @Autowired World world;
  @Autowired Mandates mandates;
  @Autowired Systems systems;
  @Autowired Constituencies constituencies;
  @Autowired Absences absences;
  @Autowired Fullness fullness;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;

  Browser lead;

  @BeforeEach
  void signIn() {
    lead = world.as(world.marieke());
  }

  private long id(String table, String path) {
    return sql.sql("select id from people.pub_%s where path = :path".formatted(table))
        .param("path", path)
        .query(Long.class)
        .single();
  }

  private String powerUserPage(Colleague colleague) {
    return "/network/power-users/" + mandates.of(colleague.id(), world.nova()).orElseThrow().id();
  }

  private PersonId firstOf(Colleague colleague) {
    return constituencies.of(colleague.id()).stream()
        .findFirst()
        .map(Serving::powerUserId)
        .orElseThrow();
  }

  private void speak(String language) {
    sql.sql("update people.person set language = :language where id = :id")
        .param("language", language)
        .param("id", world.marieke().id())
        .update();
  }

  @ParameterizedTest
  @CsvSource({"nl, Netwerk, Vandaag, Open vragen", "en, Network, Today, Open questions"})
  void theBoardSpeaksTheLeadsLanguage(String language, String title, String tab, String tile) {
    speak(language);
    var page = lead.page("/network");
    assertThat(page.expectFirst("h1").text()).isEqualTo(title);
    assertThat(page.expectFirst(".tabs [aria-current]").text()).isEqualTo(tab);
    assertThat(page.expectFirst(".tile h2").text()).isEqualTo(tile);
    for (var path : new String[] {"/network/cover", "/network/power-users", "/network/changes"}) {
      assertThat(lead.page(path).expectFirst("h1").text()).as(path).isEqualTo(title);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/power-users", "/mandates", "/candidates"})
  void thePagesBeginWithTheSystemThatHasPowerUsers(String path) {
    systems.create("aanvragen", "Aanvragen", null);
    var choice = lead.page("/network" + path).expectFirst(".system-choice");
    assertThat(choice.expectFirst("[aria-current]").text()).isEqualTo("Nova ERP");
    assertThat(choice.select("a").eachText()).containsExactly("Nova ERP", "Aanvragen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/cover", "/division", "/power-users", "/mandates", "/candidates", "/changes"})
  void theTabsStayWithTheSystemThatWasChosen(String path) {
    var second = systems.create("aanvragen", "Aanvragen", null);
    var page = lead.page("/network%s?system=%s".formatted(path, second));
    assertThat(page.expectFirst(".system-choice [aria-current]").text()).isEqualTo("Aanvragen");
    assertThat(page.select(".tabs a[href^=/network]").eachAttr("href"))
        .hasSize(10)
        .allMatch(address -> address.endsWith("?system=" + second));
  }

  @Test
  void oneCannotGoOnAndTwoCannot() {
    assertThat(stuckOnTheBoard()).isEqualTo("1 kan niet verder");
    assertThat(stuckOnTheBoard()).isEqualTo("2 kunnen niet verder");
  }

  private String stuckOnTheBoard() {
    world
        .as(world.sanne())
        .post("/questions", "system", world.nova().toString(), "text", "Vast", "stuck", "true");
    return lead.page("/network").select(".tile .badge-bad").text();
  }

  @Test
  void theBoardCountsByPlaceAndTellsNobodysQuestion() {
    var before = number(lead, "/network", "Finance");
    world
        .as(world.sanne())
        .post("/questions", "system", world.nova().toString(), "text", "Mijn geheime vraag");
    world
        .as(world.sanne())
        .post("/signals", "system", world.nova().toString(), "text", "Mijn stille signaal");
    var page = lead.page("/network");
    assertThat(number(lead, "/network", "Finance")).isEqualTo(before + 1);
    assertThat(number(lead, "/network?by=location", "Utrecht")).isPositive();
    assertThat(page.text()).doesNotContain("geheime", "stille", world.sanne().name());
    assertThat(page.select("#board").attr("hx-trigger")).startsWith("every 60s");
  }

  private static int number(Browser browser, String address, String place) {
    return browser.page(address).select(".board-table tbody tr").stream()
        .filter(
            row -> row.expectFirst(".board-place span:not(.unfold-none)").ownText().equals(place))
        .map(row -> Integer.parseInt(row.expectFirst("strong").text()))
        .findFirst()
        .orElse(0);
  }

  @Test
  void theBoardNamesWhoIsAwayAndWhoIsFull() {
    var now = clock.instant();
    absences.plan(world.fatima().id(), now.minusSeconds(60), now.plus(Duration.ofDays(2)));
    absences.plan(world.liam().id(), now.plus(Duration.ofDays(3)), now.plus(Duration.ofDays(4)));
    fullness.full(world.joost().id(), now.plus(Duration.ofHours(3)));
    var aside = lead.page("/network").expectFirst(".board-side section");
    assertThat(aside.select("ul").get(0).select("a").eachText())
        .contains(world.fatima().name(), world.joost().name())
        .doesNotContain(world.liam().name());
    assertThat(aside.select("ul").get(1).select("a").eachText()).contains(world.liam().name());
  }

  @Test
  void aHoleIsFilledInOneFormAndThatIsTakenBack() {
    var cover = lead.page("/network/cover");
    var row =
        cover.select(".cover-hole").stream()
            .filter(hole ->
                hole.expectFirst(".cover-hole-where").text().equals("Logistiek · Transport"))
            .findFirst()
            .orElseThrow();
    var address = row.expectFirst(".cover-more a[href*=assignment]").attr("href");
    var form = lead.page(address);
    assertThat(form.select("input[name=what]")).hasSizeGreaterThan(2);
    var who = form.expectFirst("input[name=who]").val();
    var transport = "department-" + id("department", "Logistiek/Transport");
    assertThat(form.select("input[name=what][checked]").val()).isEqualTo(transport);

    var incomplete = lead.post("/network/cover/assignment", fields(form, "what", transport));
    assertThat(incomplete).hasStatus(422);
    assertThat(Browser.html(incomplete).select("input[name=what][checked]").val())
        .isEqualTo(transport);
    assertThat(Browser.html(incomplete).select(".error-summary a").attr("href")).isEqualTo("#who");

    var looked =
        lead.post("/network/cover/assignment", fields(form, "what", transport, "who", who));
    assertThat(looked).hasStatus(303);
    var effect =
        lead.page(java.util.Objects.requireNonNull(looked.getResponse().getHeader("Location")));
    assertThat(effect.expectFirst(".was-becomes dd strong").text())
        .isNotEqualTo(effect.expectFirst(".was-becomes dd span").text());
    assertThat(constituencies.of(world.lotte().id())).as("nothing changed yet").isEmpty();
    assertThat(lead.post("/network/division/moving", fields(effect))).hasStatus(303);
    assertThat(constituencies.of(world.lotte().id())).hasSize(1);
    assertThat(lead.page("/network/cover").select(".cover-hole-where").eachText())
        .doesNotContain("Logistiek · Transport");

    var changes = lead.page("/network/changes");
    assertThat(changes.select(".undo p").text()).endsWith("helpt Logistiek · Transport");
    var change = changes.select("input[name=change]").val();
    assertThat(
            lead.post(
                "/network/changes/undoing", "system", world.nova().toString(), "change", change))
        .hasStatus(303);
    assertThat(constituencies.of(world.lotte().id())).isEmpty();
    assertThat(lead.page("/network/changes").select(".is-undone s")).hasSize(1);
  }

  private static String[] fields(org.jsoup.nodes.Document form, String... more) {
    var fields = new java.util.ArrayList<String>();
    form.select("main form[method=post] input[type=hidden]")
        .forEach(input -> fields.addAll(java.util.List.of(input.attr("name"), input.val())));
    fields.addAll(java.util.List.of(more));
    return fields.toArray(String[]::new);
  }

  @Test
  void nothingIsTakenBackWhenAnotherChangeCameInBetween() {
    var page = powerUserPage(world.fatima());
    lead.post(page + "/exceptions", "person", world.sanne().id().toString(), "state", "NOT_SERVED");
    var seen = lead.page("/network/changes").select("input[name=change]").val();
    lead.post(page + "/exceptions", "person", world.emma().id().toString(), "state", "SERVED");
    var refused =
        lead.post("/network/changes/undoing", "system", world.nova().toString(), "change", seen);
    assertThat(refused).hasStatus(409);
    assertThat(firstOf(world.emma())).isEqualTo(world.fatima().id());
  }

  /** Nobody would be helped as before. */
  @Test
  void whatAMandateThatEndedHadIsNotGivenBack() {
    lead.post(
        powerUserPage(world.joost()) + "/exceptions",
        "person",
        world.emma().id().toString(),
        "state",
        "SERVED");
    var standing = lead.page("/network/changes").select("input[name=change]").val();
    var ending = powerUserPage(world.fatima());
    lead.post(
        ending + "/exceptions", "person", world.sanne().id().toString(), "state", "NOT_SERVED");
    var gone = lead.page("/network/changes").select("input[name=change]").val();
    assertThat(lead.post(ending + "/ending")).hasStatus(303);

    assertThat(lead.page("/network/changes").select("input[name=change]").val())
        .as("the one before")
        .isEqualTo(standing);
    var system = world.nova().toString();
    assertThat(lead.post("/network/changes/undoing", "system", system, "change", gone))
        .hasStatus(409);
    assertThat(lead.post("/network/changes/undoing", "system", system, "change", standing))
        .hasStatus(303);
    assertThat(lead.page("/network/changes").select(".undo")).isEmpty();
  }

  @Test
  void anExceptionIsMadeForOnePersonAndTakenAway() {
    var page = powerUserPage(world.joost());
    assertThat(lead.page(page + "?q=sanne").select("#found strong").eachText())
        .contains(world.sanne().name());
    lead.post(page + "/exceptions", "person", world.sanne().id().toString(), "state", "SERVED");
    assertThat(firstOf(world.sanne())).isEqualTo(world.joost().id());
    lead.post(page + "/exceptions", "person", world.sanne().id().toString());
    assertThat(firstOf(world.sanne())).isEqualTo(world.fatima().id());
  }

  @Test
  void aPlaceThatIsNotThereIsGivenToNobody() {
    var page = powerUserPage(world.joost());
    assertThat(lead.post(page + "/rules", "kind", "DEPARTMENT", "ref", "987654321")).hasStatus(404);
    assertThat(lead.page("/network/changes").select(".undo")).isEmpty();
  }

  @Test
  void aColleagueIsAskedAndServesAsSoonAsTheyAgree() {
    var system = world.nova().toString();
    var found = lead.page("/network/power-users/new?system=" + system + "&q=lotte");
    var form = lead.page(found.select("#candidates a").attr("href"));
    assertThat(form.expectFirst("input[name=share]").val()).isEqualTo("10");
    var topic = form.expectFirst("input[name=topic]").val();
    var lotte = world.lotte().id().toString();

    var refused = propose(system, lotte, "share", "veel", "topic", topic);
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).expectFirst("input[name=share]").val()).isEqualTo("veel");
    assertThat(Browser.html(refused).select("input[name=topic][checked]").val()).isEqualTo(topic);
    assertThat(
            Browser.html(propose(system, lotte, "share", "25"))
                .select(".error-summary a")
                .attr("href"))
        .isEqualTo("#shareReason");

    var asked = propose(system, lotte, "share", "15", "withDepartment", "true", "topic", topic);
    assertThat(asked).hasStatus(303);
    var page = java.util.Objects.requireNonNull(asked.getResponse().getRedirectedUrl());
    assertThat(lead.page(page).select(".who .badge").text()).isEqualTo("Gevraagd als power user");
    assertThat(mandates.of(world.lotte().id())).isEmpty();
    var colleague = teamMateOf(world.lotte());
    assertThat(constituencies.of(colleague)).isEmpty();

    var browser = world.as(world.lotte());
    var mine = browser.page("/mandate");
    var yes = mine.expectFirst("form[action$=agreement]");
    assertThat(
            browser.post(
                yes.attr("action"), "version", yes.expectFirst("input[name=version]").val()))
        .hasStatus(303);
    var shown = lead.page(powerUserPage(world.lotte()));
    assertThat(shown.select(".who .badge").text()).isEqualTo("Voorlopig");
    assertThat(shown.select("[aria-labelledby=serves] strong").text())
        .isEqualTo("Logistiek · Transport");
    assertThat(shown.select("[aria-labelledby=knows] .badge")).hasSize(1);
    assertThat(constituencies.of(colleague))
        .extracting(Serving::powerUserId)
        .containsExactly(world.lotte().id());
    assertThat(propose(system, lotte, "share", "20"))
        .as("asking again would take away whom they serve")
        .hasStatus(422);
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult propose(
      String system, String person, String... more) {
    var fields = new java.util.ArrayList<>(java.util.List.of("system", system, "person", person));
    fields.addAll(java.util.List.of(more));
    return lead.post("/network/power-users", fields.toArray(String[]::new));
  }

  private PersonId teamMateOf(Colleague colleague) {
    return sql.sql(
            """
            select p.id from people.pub_person p join people.pub_person me on me.department_id = p.department_id
             where me.id = :id and p.id <> :id and p.active order by p.id limit 1
            """)
        .param("id", colleague.id())
        .query(PersonId.class)
        .single();
  }

  @Test
  void aMandateEndsAfterAskingAndThePeopleGoToTheDeputy() {
    var page = powerUserPage(world.fatima());
    assertThat(lead.page(page + "/ending").select("main form button").text())
        .isEqualTo("Beëindig het mandaat");
    assertThat(firstOf(world.sanne())).isEqualTo(world.fatima().id());
    assertThat(lead.post(page + "/ending")).hasStatus(303);
    assertThat(firstOf(world.sanne())).isEqualTo(world.joost().id());
    assertThat(lead.get(page)).hasStatus(404);
    assertThat(lead.page("/network/power-users").select(".power-users th a").eachText())
        .doesNotContain(world.fatima().name())
        .contains(world.joost().name())
        .isSorted();
  }

  @Test
  void theListShowsNoFigureOfWhatAnybodyDid() {
    assertThat(lead.page("/network/power-users").select("thead th").eachText())
        .containsExactly("Naam", "Mandaat", "Tijd", "Mensen", "Weet veel van");
  }

  @Test
  void isForTheNetworkLeadAlone() {
    for (var other :
        new Colleague[] {world.fatima(), world.willemijn(), world.pieter(), world.noor()}) {
      assertThat(world.as(other).get("/network")).hasStatus(404);
      assertThat(world.as(other).page("/").select("a[href=/network]")).isEmpty();
    }
    assertThat(lead.page("/").select("a[href=/network]")).hasSize(1);
  }
}
