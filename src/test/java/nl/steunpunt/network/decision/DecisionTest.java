package nl.steunpunt.network.decision;

import static nl.steunpunt.network.mandate.MandateWorld.decide;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.mandate.Terms;
import nl.steunpunt.world.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Yes, no and another share, and what each leads to. */
class DecisionTest extends LottesMandate {
  @Autowired Constituencies constituencies;

  @Test
  void ofTwoTabsTheSecondIsToldAndNothingIsLost() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    var version = noor.page(page).expectFirst("input[name=version]").val();
    assertThat(noor.post(page + "/decision", "decision", "agree", "version", version))
        .hasStatus(303);
    var second =
        noor.post(
            page + "/decision",
            "decision",
            "decline",
            "version",
            version,
            "reason",
            "bij nader inzien");
    assertThat(second).hasStatus(409);
    assertThat(Browser.html(second).text()).contains("Er is niets besloten");
    assertThat(mandates.stage(lottes)).isEqualTo("agreed");
  }

  @Test
  void aNoNeedsAReasonAndShowsTheLeadWhatIsLost() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    var empty = decide(noor, page, "decline");
    assertThat(empty).hasStatus(422);
    assertThat(Browser.html(empty).select(".error-summary a").attr("href")).isEqualTo("#reason");
    assertThat(decide(noor, page, "decline", "reason", "Tot de verhuizing niet")).hasStatus(303);

    var lead = world.as(world.marieke()).page("/network/mandates/" + lottes);
    assertThat(lead.select("[aria-labelledby=next]").text())
        .contains("nog één keer", "Tot de verhuizing niet", "Verloren dekking");
    assertThat(constituencies.of(world.lotte().id())).isEmpty();
    assertThat(world.as(world.lotte()).page("/mandate").text()).contains("Tot de verhuizing niet");
    assertThat(mandates.subjects(world.marieke().email()))
        .anyMatch(s -> s.contains("is niet akkoord met"));
  }

  @Test
  void askedOnceMoreItWaitsForTheManagerAndNoTimeIsOver() {
    decide(world.as(world.noor()), "/mandate-requests/" + lottes, "decline", "reason", "Te druk");
    var terms = new Terms(10, null, LocalDate.of(2027, 6, 1), null, null);
    proposing.offer(world.marieke().id(), lottes, mandates.version(lottes), terms);
    var lead = world.as(world.marieke());
    assertThat(lead.page("/network/mandates?blocked=manager").text())
        .contains(world.lotte().name());
    assertThat(lead.page("/network/mandates/" + lottes).text())
        .contains(world.noor().name() + " is gevraagd en beslist")
        .doesNotContain("oorlopige tijd is voorbij");
    assertThat(world.as(world.noor()).page("/mandate-requests/" + lottes).text())
        .doesNotContain("oorlopige tijd is voorbij");
  }

  @Test
  void afterTheSecondNoTheLeadIsLedToSomebodyElse() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    decide(noor, page, "decline", "reason", "Te druk");
    var terms = new Terms(10, null, LocalDate.of(2027, 6, 1), null, null);
    proposing.offer(world.marieke().id(), lottes, mandates.version(lottes), terms);
    decide(noor, page, "decline", "reason", "Nog steeds te druk");
    var lead = world.as(world.marieke());
    var mandate = lead.page("/network/mandates/" + lottes);
    assertThat(mandate.select("[aria-labelledby=next]").text())
        .contains("twee keer nee", "Nog steeds te druk", "Verloren dekking")
        .doesNotContain("nog één keer");
    assertThat(mandate.select("form[action$=/offer]")).isEmpty();
    assertThat(lead.get(mandate.expectFirst("a[href*=/network/candidates?]").attr("href")))
        .hasStatusOk();
    assertThat(lead.page("/network/mandates?blocked=lead").text()).contains("twee keer nee");
    assertThat(mandates.subjects(world.marieke().email()).getLast())
        .isEqualTo(world.noor().name() + " is weer niet akkoord met " + world.lotte().name());
  }

  @Test
  void anotherShareIsAskedOfTheCandidate() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    assertThat(decide(noor, page, "other_share", "share", "3")).hasStatus(422);
    assertThat(decide(noor, page, "other_share", "share", "8")).hasStatus(422);
    assertThat(decide(noor, page, "other_share", "share", "8", "otherReason", "In de oogst nodig"))
        .hasStatus(303);
    assertThat(noor.page(page).select("[aria-labelledby=stands]").text())
        .contains("Ander deel voorgesteld · 8 % van de werktijd");
    var lotte = world.as(world.lotte());
    var form = lotte.page("/mandate").expectFirst("form[action$=agreement]");
    assertThat(form.text()).contains("8 %");
    lotte.post(form.attr("action"), "version", form.expectFirst("input[name=version]").val());
    assertThat(mandates.stage(lottes)).isEqualTo("agreed");
  }

  @Test
  void whatWasSaidBeforeIsNotSaidWithAnotherShare() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    decide(noor, page, "decline", "reason", "Te druk");
    var terms = new Terms(10, null, LocalDate.of(2027, 6, 1), null, null);
    proposing.offer(world.marieke().id(), lottes, mandates.version(lottes), terms);
    decide(noor, page, "other_share", "share", "12");
    assertThat(noor.page(page).select("[aria-labelledby=stands]").text()).doesNotContain("Te druk");
    assertThat(world.as(world.lotte()).page("/mandate").select("section > p").text())
        .contains("wil een ander deel")
        .doesNotContain("Te druk");
  }

  /** The manager was willing: nobody is to read that it was the manager who said no. */
  @Test
  void aShareThatTheCandidateDoesNotWantWasNotDeclinedByTheManager() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    decide(noor, page, "other_share", "share", "8", "otherReason", "Alleen de ochtenden");
    var lotte = world.as(world.lotte());
    refuse(lotte, "Zo kort helpt niemand");
    assertThat(lotte.page("/mandate").select("section > p, .terms").text())
        .contains("Je zei nee tegen het deel dat " + world.noor().name() + " voorstelde")
        .contains("15 %", "Zo kort helpt niemand")
        .doesNotContain("niet akkoord", "Alleen de ochtenden");
    var lead = world.as(world.marieke());
    var mandate = "/network/mandates/" + lottes;
    assertThat(lead.page(mandate).select("[aria-labelledby=next]").text())
        .contains("De kandidaat zei nee", "nog één keer", "Verloren dekking")
        .doesNotContain("niet akkoord");
    assertThat(noor.page(page).select("[aria-labelledby=stands]").text())
        .contains("Kandidaat zei nee", "Zo kort helpt niemand");

    var terms = new Terms(12, null, LocalDate.of(2027, 6, 1), null, null);
    proposing.offer(world.marieke().id(), lottes, mandates.version(lottes), terms);
    decide(noor, page, "other_share", "share", "10");
    refuse(lotte, "Nog steeds te kort");
    assertThat(lead.page(mandate).select("[aria-labelledby=next]").text())
        .contains("De kandidaat zei nee", "al twee keer gevraagd")
        .doesNotContain("nog één keer", "twee keer nee");
  }

  private static void refuse(Browser candidate, String words) {
    var form = candidate.page("/mandate").expectFirst("form[action$=refusal]");
    var version = form.expectFirst("input[name=version]").val();
    assertThat(candidate.post(form.attr("action"), "version", version, "words", words))
        .hasStatus(303);
  }

  @Test
  void ofARefusedRenewalTheLeadSeesWhatWillBeLost() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    decide(noor, page, "agree");
    sql.sql("update network.mandate set ends_on = :day where id = :id")
        .param("day", today().plusDays(9))
        .param("id", lottes)
        .update();
    var lead = world.as(world.marieke());
    lead.post("/network/mandates/" + lottes + "/renewal");
    decide(noor, page, "decline", "reason", "Te druk");
    assertThat(lead.page("/network/mandates/" + lottes).select("[aria-labelledby=next]").text())
        .contains("Loopt het af op", "collega’s");
  }
}
