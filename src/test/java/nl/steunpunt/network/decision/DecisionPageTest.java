package nl.steunpunt.network.decision;

import static nl.steunpunt.network.mandate.MandateWorld.decide;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.world.Colleague;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the manager reads before deciding, and where it says that it waits. */
class DecisionPageTest extends LottesMandate {
  @Autowired Constituencies constituencies;

  @Test
  void thePageSaysWhatIsAskedAndWhatItCosts() {
    var page = world.stranger().page(link);
    assertThat(page.expectFirst(".ask-share").text())
        .isEqualTo("15% of working time, 5.4 hours a week");
    assertThat(page.text()).contains("This page is for " + world.noor().name());
    assertThat(page.select("[aria-labelledby=why]").text()).contains("Without it");
    assertThat(page.select(".decide").eachText())
        .containsExactly("I agree", "Propose another share", "I do not agree");
  }

  @Test
  void theManagerSeesThatQuestionsComeInProvisionallyAndThatTheyStopped() {
    var noor = world.as(world.noor());
    assertThat(noor.page("/mandate-requests/" + lottes).select("[aria-labelledby=asked]").text())
        .contains("Voorlopig krijgt Lotte al vragen, tot ");
    assertThat(noor.page("/mandate-requests").select(".badge").eachText()).contains("Voorlopig");
    sql.sql("update network.mandate set state = 'waiting' where id = :id")
        .param("id", lottes)
        .update();
    assertThat(noor.page("/mandate-requests/" + lottes).select("[aria-labelledby=asked]").text())
        .contains("De voorlopige tijd is voorbij: Lotte krijgt geen vragen");
    assertThat(world.as(world.lotte()).page("/mandate").text())
        .contains("Er komen nu geen vragen bij je binnen");
  }

  @Test
  void aRenewalSaysUntilWhenItWouldBe() {
    decide(world.as(world.noor()), "/mandate-requests/" + lottes, "agree");
    sql.sql("update network.mandate set ends_on = '2027-06-30' where id = :id")
        .param("id", lottes)
        .update();
    proposing.renew(world.marieke().id(), lottes);
    assertThat(world.as(world.noor()).page("/mandate-requests/" + lottes).text())
        .contains("Nu tot en met 30 jun 2027. Met jouw akkoord tot en met 30 jun 2028.");
  }

  @Test
  void forNobodyForOneAndForAllItSaysWhoElseCanBeAsked() {
    var noor = world.as(world.noor());
    var why = "[aria-labelledby=why] strong";
    sql.sql("delete from network.constituency_rule where mandate_id = :id")
        .param("id", lottes)
        .update();
    constituencies.recomputeFor(world.nova());
    assertThat(noor.page("/mandate-requests/" + lottes).select(why).text())
        .isEqualTo("Er is nog niet gekozen welke collega’s dit zijn.");
    sql.sql("insert into network.constituency_exception values (:sanne, :id, true)")
        .param("sanne", world.sanne().id())
        .param("id", lottes)
        .update();
    constituencies.recomputeFor(world.nova());
    assertThat(noor.page("/mandate-requests/" + lottes).select(why).text())
        .doesNotContain("Alle 1", "1 van de 1");
  }

  @Test
  void aContractWithoutHoursShowsTheShareAlone() {
    sql.sql("update people.person set contract_hours = 0 where id = :id")
        .param("id", world.lotte().id())
        .update();
    assertThat(world.stranger().page(link).expectFirst(".ask-share").text())
        .isEqualTo("15% of working time");
  }

  @Test
  void theStartPageTellsWhomItWaitsFor() {
    mandates.proposed(world.emma(), 10);
    assertThat(waiting(world.noor())).containsExactly("/mandate-requests");
    assertThat(waiting(world.emma())).containsExactly("/mandate");
    assertThat(waiting(world.lotte())).isEmpty();
    assertThat(waiting(world.joost())).isEmpty();
    var today = today();
    world
        .as(world.noor())
        .post("/mandate-requests/deputies", "deputy", world.joost().email(), "until", "" + today);
    assertThat(waiting(world.joost())).containsExactly("/mandate-requests");
    sql.sql("update network.deputy_manager set from_on = :from, until_on = :until")
        .param("from", today.minusDays(9))
        .param("until", today.minusDays(1))
        .update();
    assertThat(waiting(world.joost())).isEmpty();

    decide(world.as(world.noor()), "/mandate-requests/" + lottes, "agree");
    assertThat(waiting(world.noor())).isEmpty();
  }

  private List<String> waiting(Colleague who) {
    return world.as(who).page("/").select(".start-ask > .alert a").eachAttr("href");
  }

  @Test
  void theRequestIsTheManagersAlone() {
    for (var other : new Colleague[] {world.fatima(), world.erik(), world.sanne()}) {
      assertThat(world.as(other).get("/mandate-requests/" + lottes)).hasStatus(404);
      assertThat(
              world
                  .as(other)
                  .post("/mandate-requests/" + lottes + "/decision", "decision", "agree"))
          .hasStatus(404);
    }
  }
}
