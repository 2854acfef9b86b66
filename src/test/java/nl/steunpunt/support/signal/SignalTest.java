package nl.steunpunt.support.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.Topics;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From saying it to its end, as sender, power user and network lead see it. */
@SteunpuntTest
class SignalTest {
  private static final String TEXT = "Zeven klikken voor een factuur van twintig euro";

  @Autowired World world;
  @Autowired Systems systems;
  @Autowired Topics topics;
  @Autowired JdbcClient sql;

  private long say(Colleague sender, String text, String... more) {
    var fields = new ArrayList<>(List.of("system", world.nova().toString(), "text", text));
    fields.addAll(List.of(more));
    var reply = world.as(sender).post("/signals", fields.toArray(String[]::new));
    assertThat(reply).hasStatus(303).hasRedirectedUrl("/");
    return sql.sql("select max(id) from support.signal where sender_id = :sender")
        .param("sender", sender.id())
        .query(Long.class)
        .single();
  }

  private Element card(Colleague hearer, long signal) {
    return Objects.requireNonNull(
        world.as(hearer).page("/signals").selectFirst("#signal-" + signal));
  }

  private String mine(Colleague sender) {
    return world.as(sender).page("/signals/mine").text();
  }

  @Test
  void theStartPageHasTheButtonAndTheSenderSeesThatItIsOnItsWay() {
    assertThat(world.as(world.sanne()).page("/").select("[formaction=/signals]").text())
        .isNotBlank();
    say(world.sanne(), TEXT);
    assertThat(mine(world.sanne())).contains(TEXT, "Onderweg");
    assertThat(mine(world.joost())).doesNotContain(TEXT);
  }

  private long count(String text) {
    return sql.sql("select count(*) from support.signal where text = :text")
        .param("text", text)
        .query(Long.class)
        .single();
  }

  /** Also without JavaScript, and when the first answer was lost. */
  @Test
  void theSameFormSentTwiceSaysItOnce() {
    var sending = world.as(world.sanne()).page("/").expectFirst("form.ask [name=sending]").val();
    var first = say(world.sanne(), TEXT, "sending", sending);
    assertThat(say(world.sanne(), TEXT, "sending", sending)).isEqualTo(first);
    assertThat(count(TEXT)).isEqualTo(1);
    assertThat(say(world.sanne(), "Iets anders", "sending", sending)).isNotEqualTo(first);
    say(world.emma(), TEXT, "sending", sending);
    say(world.sanne(), TEXT);
    assertThat(count(TEXT)).isEqualTo(3);
  }

  /** Without a topic it is about the system they help with, and not about the first by name. */
  @Test
  void whatIsHeardOnTheFloorIsAboutThePowerUsersOwnSystem() {
    var other = systems.create("aanvragen", "Aanvragen", null);
    topics.create(other, "a-eerste", "Aanvraag", "Request");
    var form = world.as(world.fatima()).page("/signals").expectFirst("form[action=/signals/heard]");
    assertThat(form.expectFirst("[name=system]").val()).isEqualTo(world.nova().toString());
    assertThat(form.select("optgroup").eachAttr("label")).containsExactly("Nova ERP", "Aanvragen");
  }

  @Test
  void theSameFormSentTwiceNotesItOnce() {
    var fatima = world.as(world.fatima());
    var form = fatima.page("/signals").expectFirst("form[action=/signals/heard]");
    for (var time = 1; time <= 2; time++) {
      assertThat(
              fatima.post(
                  "/signals/heard",
                  "system",
                  world.nova().toString(),
                  "text",
                  TEXT,
                  "sending",
                  form.expectFirst("[name=sending]").val()))
          .hasStatus(303);
    }
    assertThat(count(TEXT)).isEqualTo(1);
  }

  @Test
  void thePowerUserNeverSeesWhoSentANamelessOne() {
    var signal = say(world.sanne(), TEXT);
    var heard = world.as(world.fatima()).page("/signals");
    assertThat(heard.select("#signal-" + signal).text()).contains(TEXT, "Iemand");
    assertThat(heard.select("main").outerHtml())
        .doesNotContain(world.sanne().name(), world.sanne().email(), "Sanne");
    var question = world.as(world.fatima()).post("/signals/" + signal + "/question");
    assertThat(question).hasStatus(422);
    assertThat(Browser.html(question).html()).doesNotContain("Sanne");
  }

  @Test
  void whoGivesTheNameIsNamed() {
    var signal = say(world.sanne(), TEXT, "named", "true");
    assertThat(card(world.fatima(), signal).text()).contains("Sanne de Vries");
  }

  /** A team of two would name its sender: what lies above it is told, or nothing. */
  @Test
  void aTeamThatIsTooSmallToHideInIsNotNamed() {
    var signal = say(world.sanne(), TEXT);
    assertThat(card(world.fatima(), signal).text()).contains("Crediteuren");
    sql.sql(
            """
            update people.person set active = false
             where id not in (:sanne, :fatima)
               and department_id = (select department_id from people.person where id = :sanne)
            """)
        .param("sanne", world.sanne().id())
        .param("fatima", world.fatima().id())
        .update();
    assertThat(card(world.fatima(), signal).text())
        .doesNotContain("Crediteuren")
        .contains("Finance");
  }

  @Test
  void heardAndAnsweredAndTheSenderSeesBoth() {
    var signal = say(world.sanne(), TEXT);
    world.as(world.fatima()).post("/signals/" + signal + "/hearing");
    assertThat(mine(world.sanne())).contains("Gehoord");
    world.as(world.fatima()).post("/signals/" + signal + "/reply", "text", "Ik tel er acht.");
    assertThat(mine(world.sanne())).contains("Reactie", "Ik tel er acht.");
    assertThat(card(world.fatima(), signal).select("form")).isEmpty();
  }

  @Test
  void leftOnlyWithAReasonAndTheSenderReadsIt() {
    var signal = say(world.sanne(), TEXT);
    assertThat(world.as(world.fatima()).post("/signals/" + signal + "/leaving", "text", " "))
        .hasStatus(422);
    assertThat(mine(world.sanne())).contains("Onderweg");
    world.as(world.fatima()).post("/signals/" + signal + "/leaving", "text", "Dat eist de wet.");
    assertThat(mine(world.sanne())).contains("Gehoord, maar het blijft zo", "Dat eist de wet.");
    assertThat(world.as(world.fatima()).post("/signals/" + signal + "/reply", "text", "Toch"))
        .hasStatus(409);
  }

  @Test
  void theSenderMakesItAQuestionAndItIsTheirs() {
    var signal = say(world.sanne(), TEXT);
    var reply = world.as(world.sanne()).post("/signals/" + signal + "/question");
    assertThat(reply).hasStatus(303);
    var question = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    assertThat(world.as(world.sanne()).page(question).select(".question-text").text())
        .isEqualTo(TEXT);
    assertThat(mine(world.sanne())).contains("Werd een vraag");
    assertThat(world.as(world.sanne()).post("/signals/" + signal + "/question")).hasStatus(409);
  }

  @Test
  void aNamedOneBecomesAQuestionByThePowerUserOnBehalfOfTheSender() {
    var signal = say(world.sanne(), TEXT, "named", "true");
    var reply = world.as(world.fatima()).post("/signals/" + signal + "/question");
    var question = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    assertThat(world.as(world.sanne()).page(question).select(".question-text").text())
        .isEqualTo(TEXT);
  }

  @Test
  void theRouteSaysThatItBeganAsASignalAndNotThatSheAskedInPerson() {
    var signal = say(world.sanne(), TEXT, "named", "true");
    var reply = world.as(world.fatima()).post("/signals/" + signal + "/question");
    var question = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    assertThat(route(world.sanne(), question))
        .contains("het begon als jouw signaal")
        .doesNotContain("je vroeg het zelf");
    assertThat(route(world.fatima(), question))
        .contains("het begon als een signaal van Sanne")
        .doesNotContain("vroeg het zelf");
    sql.sql("update people.person set language = 'en' where id = :sanne")
        .param("sanne", world.sanne().id())
        .update();
    assertThat(route(world.sanne(), question)).contains("it began as your signal");
  }

  @Test
  void aNamedOneThatItsSenderMadeAQuestionSaysItToo() {
    var signal = say(world.sanne(), TEXT, "named", "true");
    var reply = world.as(world.sanne()).post("/signals/" + signal + "/question");
    var question = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    assertThat(route(world.fatima(), question)).contains("een signaal van Sanne");
    world.as(world.fatima()).post("/inbox/handing", "which", "all");
    assertThat(route(world.joost(), question).split("een signaal van", -1)).hasSize(2);
  }

  /** The question is Sanne's, and nothing on it or on the signal says that the signal was too. */
  @Test
  void ofANamelessOneTheQuestionDoesNotTellWhoseItWas() {
    var signal = say(world.sanne(), TEXT);
    var reply = world.as(world.sanne()).post("/signals/" + signal + "/question");
    var question = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    assertThat(route(world.fatima(), question)).doesNotContain("signaal");
    var card = card(world.fatima(), signal);
    assertThat(card.text()).contains("Werd een vraag").doesNotContain("Sanne");
    assertThat(card.select("a")).isEmpty();
  }

  private String route(Colleague reader, String question) {
    return world.as(reader).page(question).select(".stop").text();
  }

  @Test
  void reportedAsAnIssueTheSenderSeesWhich() {
    var topic = topics.active(world.nova()).getLast().id().toString();
    var signal = say(world.sanne(), TEXT, "topic", topic);
    var link = card(world.fatima(), signal).select("a[href^=/issues/new]").attr("href");
    var form = world.as(world.fatima()).page(link);
    assertThat(form.select("textarea").text()).isEqualTo(TEXT);
    assertThat(form.select("[name=topic] option[selected]").val()).isEqualTo(topic);
    var issue =
        world.report(
            world.fatima(),
            "Een factuur kost zeven klikken",
            "signal",
            form.select("input[name=signal]").attr("value"));
    var mine = world.as(world.sanne()).page("/signals/mine");
    assertThat(mine.text()).contains("Werd een issue");
    assertThat(mine.select("a").eachAttr("href")).contains(issue);
    assertThat(world.as(world.sanne()).page("/").select(".start-mine a").eachAttr("href"))
        .as("on the start page from the beginning")
        .contains(issue);
    assertThat(world.as(world.joost()).get(link)).hasStatus(404);
    var shown = world.as(world.sanne()).page(issue);
    assertThat(shown.select("h2").text()).contains("1 persoon heeft er last van");
    assertThat(shown.text()).as("as if she said “me too”").contains("Ook van jou");
    world.as(world.sanne()).post(issue + "/leaving");
    assertThat(world.as(world.sanne()).page(issue).select("h2").text()).contains("Nog niemand");
  }

  @Test
  void theLeadHearsThoseOfPeopleWhomNobodyServes() {
    var signal = say(world.lotte(), "Wij weten niet bij wie we moeten zijn");
    assertThat(world.as(world.marieke()).page("/").select("nav a[href=/signals]")).isNotEmpty();
    assertThat(card(world.marieke(), signal).text()).contains("Wij weten niet");
    assertThat(world.as(world.marieke()).page("/signals").select("form[action=/signals/heard]"))
        .isEmpty();
    assertThat(
            sql.sql(
                    "select count(*) from platform.live_event where kind = 'signal' and subject = :id and person_id = :lead")
                .param("id", signal)
                .param("lead", world.marieke().id())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    world.as(world.marieke()).post("/signals/" + signal + "/reply", "text", "Je krijgt iemand.");
    assertThat(mine(world.lotte())).contains("Je krijgt iemand.");
  }

  @Test
  void whatIsNotMineIsNotThere() {
    var signal = say(world.sanne(), TEXT);
    for (var other : List.of(world.joost(), world.marieke())) {
      assertThat(world.as(other).page("/signals").select("#signal-" + signal)).isEmpty();
      for (var act : List.of("/hearing", "/reply", "/leaving", "/question")) {
        assertThat(world.as(other).post("/signals/" + signal + act, "text", "x")).hasStatus(404);
      }
    }
    assertThat(world.as(world.emma()).post("/signals/" + signal + "/question")).hasStatus(404);
    assertThat(world.as(world.sanne()).post("/signals/" + signal + "/hearing")).hasStatus(404);
  }

  @Test
  void whatWasHeardOnTheFloorHasNobodysName() {
    var noted =
        world
            .as(world.fatima())
            .post("/signals/heard", "system", world.nova().toString(), "text", "Het is traag");
    assertThat(noted).hasStatus(303).hasRedirectedUrl("/signals");
    assertThat(world.as(world.fatima()).page("/signals").select("main article").text())
        .contains("Het is traag", "Gehoord op de vloer");
    var empty =
        world
            .as(world.fatima())
            .post("/signals/heard", "system", world.nova().toString(), "text", "  ");
    assertThat(empty).hasStatus(422);
    assertThat(Browser.html(empty).select("[role=alert]").text()).isEqualTo("Typ eerst iets.");
  }

  @Test
  void inEnglishForWhoSpeaksEnglish() {
    var signal = say(world.emma(), "This is slow and pointless");
    assertThat(card(world.liam(), signal).text()).contains("Somebody");
    world.as(world.liam()).post("/signals/" + signal + "/hearing");
    assertThat(mine(world.emma())).contains("What you let us know", "Heard");
  }
}
