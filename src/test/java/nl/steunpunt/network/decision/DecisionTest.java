package nl.steunpunt.network.decision;

import static nl.steunpunt.network.mandate.MandateWorld.decide;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.MandateLinks;
import nl.steunpunt.network.mandate.MandateProposing;
import nl.steunpunt.network.mandate.MandateWorld;
import nl.steunpunt.network.mandate.Terms;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Lotte of Transport said yes; Noor, who leads her here, decides. */
@SteunpuntTest
class DecisionTest {
  @Autowired World world;
  @Autowired MandateWorld mandates;
  @Autowired MandateProposing proposing;
  @Autowired MandateLinks links;
  @Autowired Constituencies constituencies;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;
  MandateId lottes;
  String link;

  @BeforeEach
  void lotteIsAskedFor() {
    mandates.reportsTo(world.lotte(), world.noor());
    lottes = mandates.asked(world.lotte(), 15);
    link = mandates.links(world.noor().email()).getFirst();
  }

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
  void agreedByLinkWithoutSigningInAndSpentByTheDecisionNotByOpening() {
    for (var look = 0; look < 3; look++) {
      assertThat(world.stranger().get(link)).hasStatusOk();
    }
    assertThat(decide(world.stranger(), link, "agree", "relief", "De ritlijst")).hasStatus(303);
    assertThat(mandates.stage(lottes)).isEqualTo("agreed");

    var again = world.stranger().page(link);
    assertThat(again.select("main form")).as("no more buttons").isEmpty();
    assertThat(again.text()).contains("Agreed by " + world.noor().name());
    var twice = world.stranger().post(link + "/decision", "decision", "decline", "reason", "toch");
    assertThat(twice).hasStatus(409);
    assertThat(mandates.stage(lottes)).isEqualTo("agreed");
    assertThat(mandates.subjects(world.lotte().email())).anyMatch(s -> s.startsWith("Akkoord"));
    assertThat(mandates.subjects(world.noor().email()))
        .anyMatch(s -> s.startsWith("Je bent akkoord"));
  }

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
  void aLinkOfAnOfferThatChangedDecidesNothing() {
    var terms = new Terms(10, null, java.time.LocalDate.of(2027, 6, 1), null, null);
    proposing.offer(world.marieke().id(), lottes, mandates.version(lottes), terms);
    assertThat(world.stranger().page(link).select("main form")).isEmpty();
    assertThat(world.stranger().post(link + "/decision", "decision", "agree")).hasStatus(409);
    assertThat(mandates.stage(lottes)).isEqualTo("manager_asked");
    var newer = mandates.links(world.noor().email()).getFirst();
    assertThat(newer).isNotEqualTo(link);
    assertThat(world.stranger().page(newer).expectFirst(".ask-share").text()).startsWith("10%");
  }

  @Test
  void aForwardedLinkSaysForWhomItIsAndAsksToSignIn() {
    var joost = world.as(world.joost());
    var opened = joost.get(link);
    assertThat(opened).hasStatus(403);
    assertThat(Browser.html(opened).text()).contains(world.noor().name(), "Log uit");
    assertThat(joost.post(link + "/decision", "decision", "agree")).hasStatus(403);
    assertThat(world.as(world.lotte()).post(link + "/decision", "decision", "agree"))
        .hasStatus(403);
    assertThat(mandates.stage(lottes)).isEqualTo("manager_asked");
  }

  @Test
  void aLinkIsGoneAfterTwoWeeksAndOneThatWasMadeUpNeverWorks() {
    var twoWeeksAgo = clock.instant().minus(Duration.ofDays(14)).minusSeconds(3601);
    var old =
        "/mandate-link/"
            + links.make(lottes, mandates.version(lottes), world.noor().id(), twoWeeksAgo);
    assertThat(world.stranger().get(old)).hasStatus(410);
    assertThat(world.stranger().post(old + "/decision", "decision", "agree")).hasStatus(410);
    var last = link.charAt(link.length() - 2) == 'A' ? 'B' : 'A';
    var forged = link.substring(0, link.length() - 2) + last + link.charAt(link.length() - 1);
    assertThat(world.stranger().get(forged)).hasStatus(410);
    assertThat(world.stranger().get("/mandate-link/kort")).hasStatus(410);
    assertThat(mandates.stage(lottes)).isEqualTo("manager_asked");
  }

  /** Two weeks on the wall: from 10.00 in winter time to 10.00 in summer time. */
  @Test
  void theLinksTwoWeeksAreOnTheWallClock() {
    var made = Instant.parse("2027-03-20T09:00:00Z");
    var it = links.make(lottes, 1, world.noor().id(), made);
    assertThat(links.read(it, Instant.parse("2027-04-03T07:59:59Z")).orElseThrow().isOver())
        .isFalse();
    assertThat(links.read(it, Instant.parse("2027-04-03T08:00:00Z")).orElseThrow().isOver())
        .isTrue();
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
    var terms = new Terms(10, null, java.time.LocalDate.of(2027, 6, 1), null, null);
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
    var today = java.time.LocalDate.ofInstant(clock.instant(), clock.getZone());
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

  @Test
  void theStartPageTellsWhomItWaitsFor() {
    mandates.proposed(world.emma(), 10);
    assertThat(waiting(world.noor())).containsExactly("/mandate-requests");
    assertThat(waiting(world.emma())).containsExactly("/mandate");
    assertThat(waiting(world.lotte())).isEmpty();
    assertThat(waiting(world.joost())).isEmpty();
    var today = java.time.LocalDate.ofInstant(clock.instant(), clock.getZone());
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

  private List<String> waiting(nl.steunpunt.world.Colleague who) {
    return world.as(who).page("/").select(".start-ask > .alert a").eachAttr("href");
  }

  @Test
  void whatWasAgreedStopsAtTheManagersWishAndSaysWhy() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    var form = "form[action=" + page + "/ending]";
    assertThat(noor.page(page).select(form)).as("it is no yes yet").isEmpty();
    decide(noor, page, "agree");
    assertThat(noor.page(page).select(form)).hasSize(1);
    assertThat(world.stranger().page(link).select("form[action$=/ending]"))
        .as("not by a link that was mailed")
        .isEmpty();
    assertThat(end(world.as(world.joost()), "Te druk")).hasStatus(404);
    assertThat(end(noor, " ")).hasStatus(422).bodyText().contains("Schrijf waarom.");
    assertThat(end(noor, "x".repeat(501)))
        .hasStatus(422)
        .bodyText()
        .contains("x".repeat(501), "Schrijf hooguit 500 tekens");
    assertThat(mandates.stage(lottes)).isEqualTo("agreed");

    assertThat(end(noor, "Zij is hier nodig")).hasStatus(303);
    assertThat(noor.page(page).select("[aria-labelledby=stands]").text())
        .contains("Beëindigd door de leidinggevende");
    assertThat(end(noor, "Nog eens")).hasStatus(409);
    assertThat(world.as(world.lotte()).page("/mandate").text())
        .contains("Zij is hier nodig", "Dank je wel", "Certificaat");
    assertThat(world.as(world.marieke()).page("/network/mandates/" + lottes).text())
        .contains(world.noor().name() + " heeft het mandaat beëindigd", "Verloren dekking");
    assertThat(mandates.subjects(world.noor().email()))
        .as("who does it needs no mail of it")
        .noneMatch(subject -> subject.contains("geen power user"));
  }

  /** With the version that stands on the page. */
  private MvcTestResult end(Browser manager, String reason) {
    return end(manager, mandates.version(lottes), reason);
  }

  private MvcTestResult end(Browser manager, int version, String reason) {
    return manager.post(
        "/mandate-requests/" + lottes + "/ending", "version", "" + version, "reason", reason);
  }

  @Test
  void ofWhatChangedSinceThePageWasOpenedNothingEndsAndTheReasonStaysThere() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    decide(noor, page, "agree");
    var form = noor.page(page).expectFirst("form[action$=/ending]");
    var seen = Integer.parseInt(form.expectFirst("input[name=version]").val());
    var terms = new Terms(18, null, java.time.LocalDate.of(2027, 6, 1), null, null);
    proposing.offer(world.marieke().id(), lottes, seen, terms);
    decide(noor, page, "agree");

    var stale = end(noor, seen, "Vijftien procent is te veel");
    assertThat(stale).as("another share since").hasStatus(409);
    assertThat(Browser.html(stale).select("form[action$=/ending]").text())
        .contains("veranderd terwijl je ernaar keek", "Vijftien procent is te veel");
    assertThat(noor.post(page + "/ending", "reason", "Zonder te zeggen wat je zag")).hasStatus(409);
    assertThat(mandates.stage(lottes)).isEqualTo("agreed");
    assertThat(end(noor, mandates.version(lottes), "Vijftien procent is te veel")).hasStatus(303);
  }

  @Test
  void ofAManagerAndADeputyOneEndsItAndTheOtherIsTold() {
    var noor = world.as(world.noor());
    var joost = world.as(world.joost());
    var today = java.time.LocalDate.ofInstant(clock.instant(), clock.getZone());
    noor.post("/mandate-requests/deputies", "deputy", world.joost().email(), "until", "" + today);
    var page = "/mandate-requests/" + lottes;
    decide(noor, page, "agree");
    var seen = mandates.version(lottes);
    assertThat(end(joost, seen, "Zij is hier nodig")).hasStatus(303);
    var second = end(noor, seen, "Te druk op de afdeling");
    assertThat(second).hasStatus(409);
    assertThat(Browser.html(second).text())
        .contains("veranderd terwijl je ernaar keek", "Te druk op de afdeling");
    assertThat(noor.page(page).text()).contains("Zij is hier nodig").doesNotContain("Te druk op");
  }

  @Test
  void whatIsOnlyAskedForIsDeclinedAndNotEnded() {
    assertThat(end(world.as(world.noor()), "Liever niet")).hasStatus(409);
    assertThat(mandates.stage(lottes)).isEqualTo("manager_asked");
  }

  @Test
  void afterTheSecondNoTheLeadIsLedToSomebodyElse() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    decide(noor, page, "decline", "reason", "Te druk");
    var terms = new Terms(10, null, java.time.LocalDate.of(2027, 6, 1), null, null);
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
  void whatWasSaidBeforeIsNotSaidWithAnotherShare() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    decide(noor, page, "decline", "reason", "Te druk");
    var terms = new Terms(10, null, java.time.LocalDate.of(2027, 6, 1), null, null);
    proposing.offer(world.marieke().id(), lottes, mandates.version(lottes), terms);
    decide(noor, page, "other_share", "share", "12");
    assertThat(noor.page(page).select("[aria-labelledby=stands]").text()).doesNotContain("Te druk");
    assertThat(world.as(world.lotte()).page("/mandate").select("section > p").text())
        .contains("wil een ander deel")
        .doesNotContain("Te druk");
  }

  @Test
  void ofARefusedRenewalTheLeadSeesWhatWillBeLost() {
    var noor = world.as(world.noor());
    var page = "/mandate-requests/" + lottes;
    decide(noor, page, "agree");
    sql.sql("update network.mandate set ends_on = :day where id = :id")
        .param("day", java.time.LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(9))
        .param("id", lottes)
        .update();
    var lead = world.as(world.marieke());
    lead.post("/network/mandates/" + lottes + "/renewal");
    decide(noor, page, "decline", "reason", "Te druk");
    assertThat(lead.page("/network/mandates/" + lottes).select("[aria-labelledby=next]").text())
        .contains("Loopt het af op", "collega’s");
  }

  @Test
  void theRequestIsTheManagersAlone() {
    for (var other :
        new nl.steunpunt.world.Colleague[] {world.fatima(), world.erik(), world.sanne()}) {
      assertThat(world.as(other).get("/mandate-requests/" + lottes)).hasStatus(404);
      assertThat(
              world
                  .as(other)
                  .post("/mandate-requests/" + lottes + "/decision", "decision", "agree"))
          .hasStatus(404);
    }
  }
}
