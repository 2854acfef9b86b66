package nl.steunpunt.network.decision;

import static nl.steunpunt.network.mandate.MandateWorld.decide;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.network.mandate.MandateLinks;
import nl.steunpunt.network.mandate.Terms;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The link in the mail to the manager. */
class DecisionLinkTest extends LottesMandate {
  private static final String WORDS = "Zit in een verbetertraject";

  @Autowired MandateLinks links;

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
  void aLinkOfAnOfferThatChangedDecidesNothing() {
    var terms = new Terms(10, null, LocalDate.of(2027, 6, 1), null, null);
    proposing.offer(world.marieke().id(), lottes, mandates.version(lottes), terms);
    assertThat(world.stranger().page(link).select("main form")).isEmpty();
    assertThat(world.stranger().post(link + "/decision", "decision", "agree")).hasStatus(409);
    assertThat(mandates.stage(lottes)).isEqualTo("manager_asked");
    var newer = mandates.links(world.noor().email()).getFirst();
    assertThat(newer).isNotEqualTo(link);
    assertThat(world.stranger().page(newer).expectFirst(".ask-share").text()).startsWith("10%");
  }

  /** The lead named somebody else: what that one writes is not for who was asked first. */
  @Test
  void whoIsNotAskedAnyMoreReadsNothingOfWhatAnotherDecides() {
    assertThat(
            world
                .as(world.marieke())
                .post("/network/mandates/" + lottes + "/decider", "decider", world.joost().email()))
        .hasStatus(303);
    isGoneFor(world.noor(), link);
    var joosts = mandates.links(world.joost().email()).getFirst();
    assertThat(decide(world.stranger(), joosts, "decline", "reason", WORDS)).hasStatus(303);
    isGoneFor(world.noor(), link);
    assertThat(world.stranger().page(joosts).text()).as("his own").contains(WORDS);
    assertThat(world.as(world.joost()).page(joosts).text()).contains(WORDS);
    assertThat(world.stranger().post(joosts + "/decision", "decision", "agree")).hasStatus(409);
  }

  @Test
  void aDeputyWhoseTimeIsOverReadsNothingOfWhatTheManagerDecides() {
    deputyUntil(today());
    var joosts = linkOf(world.joost());
    assertThat(world.stranger().get(joosts)).hasStatusOk();
    deputyUntil(today().minusDays(1));
    isGoneFor(world.joost(), joosts);
    assertThat(decide(world.stranger(), link, "decline", "reason", WORDS)).hasStatus(303);
    isGoneFor(world.joost(), joosts);
    assertThat(world.stranger().page(link).text()).as("her own").contains(WORDS);
  }

  @Test
  void aDeputyReadsAgainWhatTheyDecidedAndNothingThatCameAfterIt() {
    deputyUntil(today());
    var joosts = linkOf(world.joost());
    assertThat(decide(world.stranger(), joosts, "decline", "reason", WORDS)).hasStatus(303);
    deputyUntil(today().minusDays(1));
    assertThat(world.stranger().page(joosts).text()).contains(WORDS);
    var terms = new Terms(10, null, LocalDate.of(2027, 6, 1), null, null);
    proposing.offer(world.marieke().id(), lottes, mandates.version(lottes), terms);
    var noors = mandates.links(world.noor().email()).getFirst();
    assertThat(decide(world.stranger(), noors, "decline", "reason", "Nu ook niet")).hasStatus(303);
    isGoneFor(world.joost(), joosts);
  }

  /** By the link, whoever opens it, and signed in. */
  private void isGoneFor(Colleague whom, String theirs) {
    for (var browser : List.of(world.stranger(), world.as(whom))) {
      for (var answer :
          List.of(
              browser.get(theirs),
              browser.post(theirs + "/decision", "decision", "decline", "reason", "Nee"))) {
        assertThat(answer).hasStatus(410);
        assertThat(Browser.html(answer).text()).doesNotContain(WORDS);
      }
    }
    assertThat(world.as(whom).get("/mandate-requests/" + lottes)).hasStatus(404);
  }

  private String linkOf(Colleague whom) {
    var made = links.make(lottes, mandates.version(lottes), whom.id(), clock.instant());
    return "/mandate-link/" + made;
  }

  /** Joost decides for Noor. */
  private void deputyUntil(LocalDate last) {
    sql.sql(
            """
            insert into network.deputy_manager (manager_id, deputy_id, from_on, until_on, set_by)
            values (:noor, :joost, :from, :until, :noor)
            on conflict (manager_id, deputy_id) do update set until_on = excluded.until_on
            """)
        .param("noor", world.noor().id())
        .param("joost", world.joost().id())
        .param("from", today().minusDays(9))
        .param("until", last)
        .update();
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
}
