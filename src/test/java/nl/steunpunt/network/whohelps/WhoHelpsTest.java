package nl.steunpunt.network.whohelps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.Fullness;
import nl.steunpunt.network.Presence;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.network.Systems;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class WhoHelpsTest {
  @Autowired World world;
  @Autowired Absences absences;
  @Autowired Fullness fullness;
  @Autowired Presence presence;
  @Autowired Profiles profiles;
  @Autowired Systems systems;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private long number(String query, Object value) {
    return sql.sql(query).param(value).query(Long.class).single();
  }

  private long department(String path) {
    return number("select id from people.department where path = ?", path);
  }

  private long location(String path) {
    return number("select id from people.location where path = ?", path);
  }

  private long topic(String key) {
    return number("select id from network.topic where key = ?", key);
  }

  private Document sannes(String query) {
    return world.as(world.sanne()).page("/who-helps" + query);
  }

  private static String first(Document page) {
    return page.expectFirst(".who-name").text();
  }

  private static List<String> others(Document page) {
    return page.select(".who-others strong").eachText();
  }

  private static String when(Document page) {
    return page.expectFirst(".who-card .presence").text();
  }

  @Test
  void sanneSeesWhoHelpsHerWhereAndWhoElseAndCanAsk() {
    var page = sannes("");
    assertThat(page.expectFirst("h1").text()).isEqualTo("Wie helpt mij?");
    assertThat(first(page)).isEqualTo("Fatima El Idrissi");
    assertThat(page.expectFirst(".who-card").text())
        .contains("Jouw power user")
        .contains("Utrecht · Gebouw B · 3 · B3.12")
        .contains("Nederlands, Arabisch, Frans")
        .contains("ma, di, do, vr 9.00–11.30");
    assertThat(page.select(".who-card .face").text()).isEqualTo("FI");
    assertThat(others(page)).containsExactly("Joost Bakker");
    assertThat(page.expectFirst(".who-others").text()).contains("Vervanger");
    assertThat(page.select(".who-helpdesk h2").text()).isEqualTo("En anders de helpdesk");
    assertThat(page.expectFirst(".who-card .btn-primary").attr("href"))
        .isEqualTo("/?system=" + world.nova());
  }

  @Test
  void theButtonLeadsToTheFieldWithSystemAndTopicChosen() {
    var page = sannes("?topic=" + topic("month-end"));
    var ask = page.expectFirst(".who-card .btn-primary").attr("href");
    var start = world.as(world.sanne()).page(ask);
    assertThat(start.select("#ask-topic option[selected]").eachAttr("value"))
        .containsExactly(Long.toString(topic("month-end")));
  }

  @Test
  void aPersonADepartmentAPlaceASystemAndATopicEachHaveAnAnswer() {
    var emmas = sannes("?person=" + world.emma().id());
    assertThat(emmas.expectFirst("h1").text()).isEqualTo("Wie helpt Emma Clarke?");
    assertThat(first(emmas)).isEqualTo("Liam O'Connor");
    assertThat(emmas.select(".who-card").text()).contains("Power user van Emma Clarke");

    var creditors = sannes("?department=" + department("Finance/Crediteuren"));
    assertThat(creditors.expectFirst("h1").text()).isEqualTo("Wie helpt bij Crediteuren?");
    assertThat(first(creditors)).isEqualTo("Fatima El Idrissi");
    assertThat(others(creditors)).contains("Joost Bakker");
    assertThat(creditors.select(".who-others").text()).contains("Vervangt Fatima");

    var floor = sannes("?location=" + location("Utrecht/Gebouw B/3"));
    assertThat(floor.expectFirst("h1").text()).isEqualTo("Wie helpt op Gebouw B · 3?");
    assertThat(first(floor) + others(floor)).contains("Fatima El Idrissi").contains("Joost Bakker");
    assertThat(floor.select(".who-inside a").eachText()).contains("B3.14");
    assertThat(floor.select(".crumb").text()).contains("Utrecht › Gebouw B › 3");

    var nova = sannes("?system=" + world.nova());
    assertThat(nova.expectFirst("h1").text()).isEqualTo("Wie helpt met Nova ERP?");
    assertThat(first(nova)).isEqualTo("Fatima El Idrissi");
    assertThat(others(nova)).hasSizeGreaterThan(3);

    var printing = sannes("?topic=" + topic("printing"));
    assertThat(first(printing)).isEqualTo("Fatima El Idrissi");
    assertThat(printing.select(".who-others").text()).contains("Kent dit onderwerp");
  }

  @Test
  void whereSomebodyIsAPowerUserThemselvesThePageSaysSo() {
    var fatimas = sannes("?person=" + world.fatima().id());
    assertThat(fatimas.select(".who-self").text())
        .contains("Fatima is zelf power user van Nova ERP")
        .contains("Gebouw B");
    assertThat(first(fatimas)).isEqualTo("Joost Bakker");
    var own = world.as(world.fatima()).page("/who-helps");
    assertThat(own.select(".who-self a").attr("href")).isEqualTo("/profile");
    assertThat(first(own)).isEqualTo("Joost Bakker");
  }

  @Test
  void whoHasNobodySeesTheNearestThenTheHelpdesk() {
    var page = world.as(world.lotte()).page("/who-helps");
    assertThat(page.select(".who-card").text()).contains("Dichtstbij");
    assertThat(page.select(".who-helpdesk")).hasSize(1);
    var here = sannes("?department=" + department("Logistiek/Transport"));
    assertThat(here.select(".who-card").text()).contains("Dichtstbij");
  }

  @Test
  void aSystemWithoutPowerUsersLeadsToAskingAndTheHelpdesk() {
    var bare = systems.create("bare", "Kaal", LocalDate.of(2026, 1, 5));
    var page = sannes("?system=" + bare);
    assertThat(page.text()).contains("Kaal heeft nog geen power user");
    assertThat(page.select("main .btn-primary").attr("href")).isEqualTo("/?system=" + bare);
    assertThat(page.select(".who-helpdesk")).hasSize(1);
  }

  @Test
  void ofAnAbsentPowerUserTheDeputyComesFirst() {
    var now = clock.instant();
    absences.plan(world.fatima().id(), now.minusSeconds(60), now.plus(Duration.ofDays(3)));
    var page = sannes("");
    assertThat(first(page)).isEqualTo("Joost Bakker");
    assertThat(page.select(".who-card").text()).contains("Vervangt Fatima tot");
    assertThat(page.expectFirst(".who-others").text())
        .contains("Fatima El Idrissi")
        .contains("Afwezig tot");
    absences.plan(world.joost().id(), now.minusSeconds(60), now.plus(Duration.ofDays(3)));
    var nobody = sannes("");
    assertThat(first(nobody)).isNotIn("Fatima El Idrissi", "Joost Bakker");
    assertThat(nobody.select(".who-card .presence").text()).doesNotContain("Afwezig");
  }

  @Test
  void whoHasTheProductOpenIsThereUnlessFull() {
    var now = clock.instant();
    presence.alive(List.of(world.fatima().id().value()), now);
    assertThat(when(sannes(""))).isEqualTo("Is er nu");
    fullness.full(world.fatima().id(), now.plus(Duration.ofHours(1)));
    assertThat(when(sannes(""))).isEqualTo("Is er, maar nu even niet te storen");
  }

  @Test
  void aPhoneIsShownToWhomItsOwnerAllows() {
    var phone = sannes("").select(".who-card a[href^=tel]");
    assertThat(phone).hasSize(1);
    profiles.change(world.fatima().id(), new Profiles.Profile(List.of("nl"), false, false));
    assertThat(sannes("").select(".who-card a[href^=tel]")).isEmpty();
    assertThat(sannes("").select(".who-card a[href^=mailto]")).hasSize(1);
  }

  @Test
  void whatIsNotThereIsNotThereAndStrangersSignIn() {
    var browser = world.as(world.sanne());
    for (var query :
        List.of("person=987654", "department=987654", "location=987654", "system=98", "topic=98")) {
      assertThat(browser.get("/who-helps?" + query)).as(query).hasStatus(404);
    }
    var emma = world.emma().id();
    sql.sql("update people.person set active = false where id = :id").param("id", emma).update();
    assertThat(browser.get("/who-helps?person=" + emma)).hasStatus(404);
    assertThat(world.stranger().get("/who-helps?system=" + world.nova())).hasStatus3xxRedirection();
  }

  @ParameterizedTest
  @CsvSource({
    "fatima, Fatima El Idrissi, false",
    "idris, Fatima El Idrissi, false",
    "Fatma, Fatima El Idrissi, true",
    "Faitma, Fatima El Idrissi, true",
    "yildiz, Ahmet Yıldız, false",
    "oconor, Liam O'Connor, true",
    "crediteuren, Crediteuren, false",
    "crediteurn, Crediteuren, true",
    "gebouw b 3, Gebouw B · 3, false",
    "B3.14, B3.14, false",
    "nova, Nova ERP, false",
    "fcturen, Facturen, true"
  })
  void whatIsTypedIsFoundAlsoWithAnError(String typed, String found, boolean near) {
    var page = sannes("?q=" + typed.replace(" ", "+"));
    var list = near ? ".who-near" : ".who-found:not(.who-near)";
    assertThat(page.select(list + " .who-hit-name").eachText()).as(typed).contains(found);
  }

  @Test
  void whatIsFoundLeadsToItsAnswer() {
    var hit = sannes("?q=emma+cla").expectFirst(".who-hit");
    assertThat(hit.attr("href")).isEqualTo("/who-helps?person=" + world.emma().id());
    assertThat(hit.text()).doesNotContain("@").contains("Inkoop Noord");
    assertThat(sannes("?q=xqzvw").select("#found").text()).contains("Niets gevonden voor “xqzvw”");
    assertThat(sannes("?q=--").select(".who-hit")).isEmpty();
    assertThat(first(sannes("?q=f"))).isEqualTo("Fatima El Idrissi");
    assertThat(world.as(world.sanne()).get("/who-helps?q=" + "a".repeat(101))).hasStatus(422);
  }

  private Browser administrator() {
    return world.as(world.willemijn());
  }

  @Test
  void theAdministratorSetsTheChatLink() {
    var saved =
        administrator()
            .post(
                "/admin/who-helps",
                "chatName",
                "Teams",
                "chatTemplate",
                "https://teams.microsoft.com/l/chat/0/0?users={email}",
                "helpdeskPhone",
                "030 123 45 67");
    assertThat(saved).hasStatus(303);
    var page = sannes("");
    var chat = page.expectFirst(".who-card .who-acts a[href^=https]");
    assertThat(chat.text()).isEqualTo("Teams");
    assertThat(chat.attr("href"))
        .isEqualTo(
            "https://teams.microsoft.com/l/chat/0/0?users="
                + world.fatima().email().replace("@", "%40"));
    assertThat(page.select(".who-helpdesk a").attr("href")).isEqualTo("tel:0301234567");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://chat.example.org/{email}",
        "javascript:alert({email})",
        "https://192.0.2.7/{email}",
        "https://[2001:db8::7]/{email}",
        "https://localhost/{email}",
        "https://intranet/{email}",
        "https://me@chat.example.org/{email}",
        "https://{user}.example.org/x",
        "https://chat.example.org/{password}",
        "https://chat.example.org/",
        "https://chat.example.org/{email",
        "//chat.example.org/{email}",
        "https://chat.example.org/ {email}"
      })
  void aTemplateThatLeadsElsewhereIsRefused(String template) {
    var refused =
        administrator().post("/admin/who-helps", "chatName", "Chat", "chatTemplate", template);
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).select("#chatTemplate-error").text()).isNotBlank();
    assertThat(sannes("").select(".who-card .who-acts a[href*=chat]")).isEmpty();
  }

  @Test
  void valuesInTheChatLinkAreEncoded() {
    var settings =
        new WhoHelpsSettings("", "https://chat.example.org/x/{user}?n={name}", "", "", "");
    assertThat(settings.chat("a&b/c@example.org", "Jan “$1” é"))
        .isEqualTo("https://chat.example.org/x/a%26b%2Fc?n=Jan%20%E2%80%9C%241%E2%80%9D%20%C3%A9");
  }
}
