package nl.steunpunt.network.decision;

import static nl.steunpunt.network.mandate.MandateWorld.decide;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who decides, when that is not simply the manager. */
class DeciderTest extends LottesMandate {
  @Test
  void aManagerWhoIsTheCandidateDoesNotDecideEvenInALoop() {
    sql.sql("update network.mandate set asked_id = :lotte where id = :id")
        .param("lotte", world.lotte().id())
        .param("id", lottes)
        .update();
    var page = "/mandate-requests/" + lottes;
    assertThat(world.as(world.lotte()).get(page)).hasStatus(404);
    assertThat(
            world
                .as(world.lotte())
                .post(
                    page + "/decision",
                    "decision",
                    "agree",
                    "version",
                    Integer.toString(mandates.version(lottes))))
        .hasStatus(422);
    mandates.reportsTo(world.noor(), world.noor());
    var noors = mandates.proposed(world.noor(), 10);
    var noor = world.as(world.noor());
    var form = noor.page("/mandate").expectFirst("form[action$=agreement]");
    noor.post(form.attr("action"), "version", form.expectFirst("input[name=version]").val());
    assertThat(mandates.stage(noors))
        .as("she reports to herself: the lead chooses who decides")
        .isEqualTo("candidate_agreed");
  }

  @Test
  void aLoopOfTwoAsksTheOther() {
    mandates.reportsTo(world.noor(), world.joost());
    mandates.reportsTo(world.joost(), world.noor());
    var noors = mandates.asked(world.noor(), 10);
    assertThat(mandates.decider(noors)).isEqualTo(world.joost().id());
  }

  @Test
  void aDeputyDecidesForAsLongAsTheManagerSaid() {
    var today = today();
    var noor = world.as(world.noor());
    var joost = world.as(world.joost());
    var page = "/mandate-requests/" + lottes;
    assertThat(joost.get(page)).hasStatus(404);
    assertThat(
            noor.post(
                "/mandate-requests/deputies", "deputy", world.noor().email(), "until", "" + today))
        .hasStatus(422);
    assertThat(
            noor.post(
                "/mandate-requests/deputies", "deputy", world.joost().email(), "until", "" + today))
        .hasStatus(303);
    assertThat(joost.page("/mandate-requests").text()).contains(world.lotte().name());
    assertThat(
            sql.sql("select subject from platform.mail where recipient = :joost order by id desc")
                .param("joost", world.joost().email())
                .query(String.class)
                .list())
        .as("who is named is told so, once")
        .containsExactly("Jij beslist nu voor " + world.noor().name());
    sql.sql("update network.deputy_manager set from_on = :from, until_on = :until")
        .param("from", today.minusDays(9))
        .param("until", today.minusDays(1))
        .update();
    assertThat(joost.get(page)).hasStatus(404);
    sql.sql("update network.deputy_manager set until_on = :until").param("until", today).update();
    var seenByNoor = noor.page(page).expectFirst("input[name=version]").val();
    assertThat(decide(joost, page, "agree")).hasStatus(303);
    assertThat(mandates.stage(lottes)).isEqualTo("agreed");
    assertThat(
            noor.post(
                page + "/decision",
                "decision",
                "decline",
                "version",
                seenByNoor,
                "reason",
                "te druk"))
        .as("of two managers the second is told")
        .hasStatus(409);
    assertThat(noor.page(page).text()).contains("Akkoord van " + world.joost().name());
  }
}
