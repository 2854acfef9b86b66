package nl.steunpunt.network.decision;

import static nl.steunpunt.network.mandate.MandateWorld.decide;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.steunpunt.network.mandate.Terms;
import nl.steunpunt.world.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What was agreed stops at the wish of who agreed. */
class EndingByManagerTest extends LottesMandate {
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
    var terms = new Terms(18, null, LocalDate.of(2027, 6, 1), null, null);
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
    var today = today();
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
}
