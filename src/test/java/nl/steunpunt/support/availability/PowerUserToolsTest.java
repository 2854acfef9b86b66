package nl.steunpunt.support.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a power user does beside answering: being away or full, putting aside, asking along, help in
 * passing, finding back.
 */
@SteunpuntTest
class PowerUserToolsTest {
  @Autowired World world;
  @Autowired Clock clock;

  private String ask(String text) {
    var reply =
        world.as(world.sanne()).post("/questions", "system", world.nova().toString(), "text", text);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private String holder(String question) {
    return world.as(world.sanne()).page(question).select("#situation .helper-who strong").text();
  }

  private String today() {
    return LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE).toString();
  }

  @Test
  void whoIsAwayIsNotAskedAndWhoIsBackIs() {
    assertThat(world.as(world.fatima()).post("/availability/absence", "from", today(), "until", ""))
        .hasStatus(303);
    assertThat(world.as(world.fatima()).page("/availability").text()).contains("Je bent afwezig");
    assertThat(holder(ask("Tijdens afwezigheid"))).isEqualTo("Joost Bakker");
    world.as(world.fatima()).post("/availability/back");
    assertThat(holder(ask("Weer terug"))).isEqualTo("Fatima El Idrissi");
  }

  @Test
  void datesInTheWrongOrderAreRefusedInWords() {
    var reply =
        world
            .as(world.fatima())
            .post("/availability/absence", "from", today(), "until", "2020-01-01");
    assertThat(reply).hasStatus(422);
    assertThat(reply).bodyText().contains("De laatste dag mag niet voor de eerste liggen");
    assertThat(world.as(world.fatima()).post("/availability/absence", "from", "morgen"))
        .hasStatus(422);
  }

  @Test
  void whoIsFullComesAfterTheOthers() {
    world.as(world.fatima()).post("/availability/full");
    assertThat(holder(ask("Zij zit vol"))).isEqualTo("Joost Bakker");
    world.as(world.fatima()).post("/availability/room");
    assertThat(holder(ask("Weer ruimte"))).isEqualTo("Fatima El Idrissi");
  }

  @Test
  void theInboxInOtherHandsInOneTap() {
    var one = ask("Een");
    var two = ask("Twee");
    assertThat(world.as(world.fatima()).page("/availability").text())
        .contains("Er liggen 2 vragen bij jou");
    world.as(world.fatima()).post("/availability/handing");
    assertThat(holder(one)).isEqualTo("Joost Bakker");
    assertThat(holder(two)).isEqualTo("Joost Bakker");
    assertThat(world.as(world.sanne()).page(one).select(".stop").text())
        .contains("Fatima El Idrissi gaf hem door");
  }

  @Test
  void putAsideAndTakenUpAgain() {
    var question = ask("Voor later");
    world.as(world.fatima()).post(question + "/snooze", "until", "tomorrow");
    assertThat(world.as(world.sanne()).page(question).select("#situation").text())
        .contains("Fatima komt erop terug");
    assertThat(world.as(world.fatima()).page("/inbox").select("section h2").text())
        .contains("Voor later");
    world.as(world.fatima()).post(question + "/waking");
    assertThat(world.as(world.sanne()).page(question).select("#situation").text())
        .doesNotContain("komt erop terug");
    assertThat(world.as(world.fatima()).post(question + "/snooze", "until", "ooit")).hasStatus(422);
  }

  @Test
  void aColleagueAskedAlongReadsAndWritesAndTheAskerSeesIt() {
    var question = ask("Wie weet dit");
    assertThat(world.as(world.joost()).get(question)).hasStatus(404);
    assertThat(world.as(world.fatima()).page(question + "/colleagues").text())
        .contains("Joost Bakker");
    world
        .as(world.fatima())
        .post(question + "/second-chair", "whom", world.joost().id().toString());
    assertThat(world.as(world.joost()).post(question + "/messages", "text", "Kijk bij F07"))
        .hasStatus(303);
    var page = world.as(world.sanne()).page(question);
    assertThat(page.select(".stop").text()).contains("Joost Bakker leest mee");
    assertThat(page.select(".message-text").text()).contains("Kijk bij F07");
    assertThat(holder(question)).isEqualTo("Fatima El Idrissi");
    assertThat(
            world
                .as(world.fatima())
                .post(question + "/second-chair", "whom", world.noor().id().toString()))
        .hasStatus(422);
  }

  @Test
  void helpInPassingIsNotedRemovedAndNobodyElses() {
    var nova = world.nova().toString();
    assertThat(
            world
                .as(world.fatima())
                .post(
                    "/help-moments",
                    "system",
                    nova,
                    "topic",
                    "",
                    "minutes",
                    "15",
                    "note",
                    "bij de koffie"))
        .hasStatus(303);
    var form = world.as(world.fatima()).page("/help-moments").select("form[action$=/removal]");
    assertThat(form.text()).contains("15 minuten", "bij de koffie");
    assertThat(world.as(world.joost()).page("/help-moments").text())
        .doesNotContain("bij de koffie");
    assertThat(world.as(world.joost()).post(form.attr("action"))).hasStatus(404);
    world.as(world.fatima()).post(form.attr("action"));
    assertThat(world.as(world.fatima()).page("/help-moments").text())
        .doesNotContain("bij de koffie");
    assertThat(world.as(world.fatima()).post("/help-moments", "system", nova, "minutes", "0"))
        .hasStatus(422);
  }

  @Test
  void findsBackWhatIWasInAndNothingElse() {
    var question = ask("De kostenplaatsen zijn verdwenen");
    world.as(world.fatima()).post(question + "/messages", "text", "Heb je de weergave gewijzigd?");
    assertThat(
            world
                .as(world.fatima())
                .page("/search?q=kostenplaats")
                .select("a[href=" + question + "]"))
        .hasSize(1);
    assertThat(
            world.as(world.fatima()).page("/search?q=weergaven").select("a[href=" + question + "]"))
        .hasSize(1);
    assertThat(
            world
                .as(world.joost())
                .page("/search?q=kostenplaats")
                .select("a[href=" + question + "]"))
        .isEmpty();
    assertThat(world.as(world.fatima()).page("/search?q=%22%27%28%26%7C").text())
        .contains("Niets gevonden");
  }
}
