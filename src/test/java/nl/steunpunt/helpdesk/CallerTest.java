package nl.steunpunt.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.Topics;
import nl.steunpunt.notify.ConversationLetter;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody calls the desk first. */
@SteunpuntTest
class CallerTest {
  private static final String TEXT = "Belt over een factuur";

  @Autowired World world;
  @Autowired Systems systems;
  @Autowired Topics topics;
  @Autowired Absences absences;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired List<ConversationLetter> letters;

  private Browser desk() {
    return world.as(world.pieter());
  }

  private MvcTestResult call(Colleague caller, String way, String... more) {
    var fields =
        new ArrayList<>(List.of("person", caller.id().toString(), "text", TEXT, "way", way));
    fields.addAll(List.of(more));
    if (!fields.contains("about")) {
      fields.addAll(List.of("about", world.nova().toString()));
    }
    return desk().post("/desk/caller", fields.toArray(String[]::new));
  }

  private static String sentence(MvcTestResult reply) {
    return Objects.requireNonNull(reply.getResponse().getCookie("flash")).getValue();
  }

  private long countDeskFirst() {
    return sql.sql("select count(*) from support.question where origin = 'desk_first'")
        .query(Long.class)
        .single();
  }

  private void give(Colleague colleague, String assignment) {
    sql.sql("update people.person set " + assignment + " where id = :id")
        .param("id", colleague.id())
        .update();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sanne",
        "VRIES sanne",
        "sanne.devries@",
        "sann crediteuren",
        "45678",
        "0031 6-123 456 78",
        "E4711"
      })
  void foundByWhatSomebodySaysOrTheTelephoneShows(String typed) {
    give(world.sanne(), "phone = '+31 (0)6 12 345 678', employee_number = 'E4711'");
    assertThat(desk().page("/desk/caller?q=" + typed).select(".caller-choice").text())
        .contains("Sanne de Vries");
  }

  @Test
  void accentsAreNoMatter() {
    give(world.sanne(), "name = 'Zoë Müller'");
    assertThat(desk().page("/desk/caller?q=zoe muller").select(".caller-choice")).hasSize(1);
    give(world.sanne(), "name = 'Zoe Muller'");
    assertThat(desk().page("/desk/caller?q=Zoë Mül").select(".caller-choice")).hasSize(1);
  }

  @Test
  void nothingMatchesEverything() {
    assertThat(desk().page("/desk/caller?q=%25%25").select(".caller-choice")).isEmpty();
    assertThat(desk().page("/desk/caller?q=__").select(".caller-choice")).isEmpty();
    assertThat(desk().page("/desk/caller?q=s").select(".caller-choice")).isEmpty();
  }

  @Test
  void whoLeftDoesNotCall() {
    var sanne = world.sanne();
    give(sanne, "active = false");
    assertThat(desk().page("/desk/caller?q=sanne de vries").select(".caller-choice")).isEmpty();
    assertThat(desk().get("/desk/caller?person=" + sanne.id())).hasStatus(404);
    assertThat(call(sanne, "desk")).hasStatus(404);
  }

  @Test
  void enterGoesOnWhenOnlyOneIsMeant() {
    assertThat(desk().get("/desk/caller?q=sanne de vries&enter=true"))
        .hasStatus(303)
        .hasRedirectedUrl("/desk/caller?person=" + world.sanne().id());
    assertThat(desk().get("/desk/caller?q=an&enter=true")).hasStatusOk();
    assertThat(desk().get("/desk/caller?q=sanne de vries")).hasStatusOk();
  }

  @Test
  void sentToTheirPowerUserInOneTapWithTheSentenceToSay() {
    var call = desk().page("/desk/caller?person=" + world.sanne().id());
    assertThat(call.select("button[value=power_user]").text()).isEqualTo("Naar Fatima El Idrissi");
    var reply = call(world.sanne(), "power_user");
    assertThat(reply).hasStatus(303).hasRedirectedUrl("/desk");
    assertThat(sentence(reply)).contains("Fatima").contains("Sanne");
    assertThat(world.as(world.fatima()).page("/inbox").select(".inbox-row").text()).contains(TEXT);
    assertThat(world.as(world.sanne()).page("/").select("#mine").text()).contains(TEXT);
    assertThat(countDeskFirst()).isEqualTo(1);
  }

  @Test
  void theCallerHearsWhoHelps() {
    call(world.sanne(), "power_user");
    var question =
        sql.sql("select id from support.question where origin = 'desk_first'")
            .query(Long.class)
            .single();
    var letter =
        letters.stream()
            .filter(one -> one.isFor("question-" + question))
            .findFirst()
            .orElseThrow()
            .write(world.sanne().id(), "question-" + question, Instant.EPOCH)
            .orElseThrow();
    assertThat(letter.toString()).contains("Fatima El Idrissi helpt je.");
  }

  @Test
  void whoIsAwayIsNotPromised() {
    var now = clock.instant();
    absences.plan(world.fatima().id(), now, now.plus(Duration.ofDays(2)));
    assertThat(
            desk()
                .page("/desk/caller?person=" + world.sanne().id())
                .select("button[value=power_user]")
                .text())
        .isEqualTo("Naar Joost Bakker");
    assertThat(sentence(call(world.sanne(), "power_user"))).contains("Joost");
  }

  @Test
  void whoEntersItIsNotItsAsker() {
    call(world.sanne(), "power_user");
    var question =
        sql.sql("select id from support.question where origin = 'desk_first'")
            .query(Long.class)
            .single();
    var page = desk().page("/questions/" + question);
    assertThat(page.select("form[action$=withdrawal]")).isEmpty();
    assertThat(page.select(".question-inbox")).isNotEmpty();
    assertThat(
            world
                .as(world.sanne())
                .page("/questions/" + question)
                .select("form[action$=withdrawal]"))
        .isNotEmpty();
  }

  @Test
  void keptAtTheDeskOrSolvedOnThePhoneIsCountedApart() {
    call(world.emma(), "desk", "stuck", "true");
    assertThat(desk().page("/desk").select(".inbox-row:contains(" + TEXT + ")").text())
        .contains("Kwam hier het eerst", "Kan niet verder");
    call(world.lotte(), "solved", "solution", "Opnieuw inloggen hielp");
    assertThat(world.as(world.lotte()).page("/").select("#mine").text()).contains("Opgelost");
    assertThat(desk().page("/desk").select(".inbox-row:contains(" + TEXT + ")")).hasSize(1);
    assertThat(countDeskFirst()).isEqualTo(2);
  }

  /** Closing is closing: the network learns from a call as well. */
  @Test
  void whetherAPowerUserCouldHaveSolvedACallIsAskedToo() {
    var ticked =
        "select count(*) from helpdesk.ticket where close_reason = 'solved' and could_power_user and closed_by = "
            + world.pieter().id();
    call(world.lotte(), "solved", "solution", "Opnieuw inloggen hielp");
    assertThat(sql.sql(ticked).query(Long.class).single()).isZero();
    call(world.emma(), "solved", "solution", "Opnieuw", "couldPowerUser", "true");
    assertThat(sql.sql(ticked).query(Long.class).single()).isOne();
    assertThat(desk().page("/desk/learning").text()).contains("enkele kunnen oplossen");
    var refused = Browser.html(call(world.emma(), "solved", "couldPowerUser", "true"));
    assertThat(refused.select("[name=couldPowerUser][checked]")).hasSize(1);
  }

  /** Also without JavaScript, and when the first answer was lost. */
  @ParameterizedTest
  @ValueSource(strings = {"power_user", "desk", "solved"})
  void theSameFormSentTwiceFilesOneQuestion(String way) {
    var address = "/desk/caller?person=" + world.sanne().id();
    var sending = desk().page(address).expectFirst("form.card [name=sending]").val();
    var first = call(world.sanne(), way, "solution", "Opnieuw", "sending", sending);
    var again = call(world.sanne(), way, "solution", "Opnieuw", "sending", sending);
    assertThat(first).hasStatus(303);
    assertThat(again)
        .hasStatus(303)
        .hasRedirectedUrl(Objects.requireNonNull(first.getResponse().getRedirectedUrl()));
    assertThat(sentence(again)).isEqualTo(sentence(first));
    assertThat(countDeskFirst()).isEqualTo(1);
    assertThat(desk().page(address).expectFirst("form.card [name=sending]").val())
        .as("the next call about the same")
        .isNotEqualTo(sending);
    call(world.sanne(), way, "solution", "Opnieuw");
    assertThat(countDeskFirst()).isEqualTo(2);
  }

  @Test
  void whatIsRefusedKeepsWhatWasTyped() {
    var reply = call(world.emma(), "solved", "stuck", "true");
    assertThat(reply).hasStatus(422);
    var page = Browser.html(reply);
    assertThat(page.select("[role=alert]").text()).contains("Schrijf wat je hebt gezegd");
    assertThat(page.select("#call-text").text()).isEqualTo(TEXT);
    assertThat(page.select("#call-stuck[checked]")).hasSize(1);
    assertThat(page.select("details[open] #call-solution[autofocus]")).hasSize(1);
    assertThat(page.select("#call-text[autofocus]")).isEmpty();
    assertThat(call(world.emma(), "away")).hasStatus(422);
  }

  @Test
  void withTwoSystemsOneChoiceSaysBothSystemAndTopic() {
    var other = systems.create("archief", "Archief", null);
    var topic = topics.create(other, "zoeken", "Zoeken", "Searching");
    var page = desk().page("/desk/caller?person=" + world.sanne().id());
    assertThat(page.select("#call-about optgroup").eachAttr("label"))
        .as("with power users first")
        .containsExactly("Nova ERP", "Archief");
    assertThat(page.select("#call-about > option").val()).isEmpty();
    assertThat(call(world.sanne(), "desk", "about", "")).hasStatus(422);
    assertThat(call(world.sanne(), "desk", "about", world.nova() + "." + topic)).hasStatus(422);
    assertThat(call(world.sanne(), "desk", "about", other + "." + topic)).hasStatus(303);
    assertThat(
            sql.sql("select topic_id from support.question where origin = 'desk_first'")
                .query(Long.class)
                .single())
        .isEqualTo(topic.value());
  }

  @Test
  void thePreviewFollowsWhatIsChosen() {
    systems.create("archief", "Archief", null);
    var address = "/desk/caller?person=" + world.sanne().id();
    assertThat(desk().page(address).select("#call-to button").text())
        .isEqualTo("Naar de dichtstbijzijnde power user");
    assertThat(desk().page(address + "&about=" + world.nova()).select("#call-to button").text())
        .isEqualTo("Naar Fatima El Idrissi");
  }

  @Test
  void inEnglish() {
    give(world.pieter(), "language = 'en'");
    assertThat(
            desk()
                .page("/desk/caller?person=" + world.sanne().id())
                .select("#call-to button")
                .text())
        .isEqualTo("To Fatima El Idrissi");
    assertThat(desk().page("/desk/caller").text()).contains("Who is it?");
  }

  @Test
  void onlyTheHelpdeskTakesCalls() {
    for (var stranger : List.of(world.sanne(), world.fatima(), world.marieke())) {
      assertThat(world.as(stranger).get("/desk/caller?q=sanne")).hasStatus(404);
      assertThat(world.as(stranger).post("/desk/caller", "person", world.sanne().id().toString()))
          .hasStatus(404);
    }
  }
}
