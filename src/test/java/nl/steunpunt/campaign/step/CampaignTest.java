package nl.steunpunt.campaign.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The steps of a campaign: planned, moved, ordered, skipped and written. */
@SteunpuntTest
class CampaignTest {
  @Autowired World world;
  @Autowired CampaignWorld campaigns;

  private Browser marieke;

  @BeforeEach
  void mariekeBegins() {
    marieke = world.as(world.marieke());
    campaigns.plan("2027-01-11");
  }

  private Document page() {
    return marieke.page("/network/campaign?system=" + campaigns.nova());
  }

  private List<String> days() {
    return page().select("ol.campaign-steps input[name=on]").eachAttr("value");
  }

  private List<String> names() {
    return page().select("ol.campaign-steps h2").eachText();
  }

  @Test
  void theDaysFollowFromTheDayOfGoingLive() {
    assertThat(names())
        .containsExactly(
            "Mail aan leidinggevenden",
            "Aankondiging",
            "Posters",
            "Bureaubordjes",
            "Intranet",
            "Drie weken later");
    assertThat(days())
        .containsExactly(
            "2026-12-14", "2026-12-28", "2027-01-04", "2027-01-08", "2027-01-11", "2027-02-01");
  }

  /** The thirteenth is a Sunday: two weeks before is one, and three weeks after. */
  @Test
  void noStepFallsOnADayOff() {
    campaigns.plan("2027-06-13");
    assertThat(days())
        .containsExactly(
            "2027-05-14", "2027-05-28", "2027-06-04", "2027-06-10", "2027-06-11", "2027-07-05");
  }

  @Test
  void whatWasMovedByHandStaysWhenTheDayOfGoingLiveChanges() {
    marieke.post(campaigns.address(StepKind.ANNOUNCEMENT) + "/day", "on", "2027-01-05");
    marieke.post(campaigns.address(StepKind.POSTERS_UP) + "/state", "state", "done");
    campaigns.plan("2027-02-08");
    assertThat(days())
        .containsExactly(
            "2027-01-11", "2027-01-05", "2027-01-04", "2027-02-05", "2027-02-08", "2027-03-01");
  }

  @Test
  void stepsAreReorderedSkippedAndDone() {
    marieke.post(campaigns.address(StepKind.INTRANET) + "/precedence");
    assertThat(names().get(3)).isEqualTo("Intranet");
    marieke.post(campaigns.address(StepKind.MANAGER_MAIL) + "/precedence");
    assertThat(names().getFirst()).isEqualTo("Mail aan leidinggevenden");
    marieke.post(campaigns.address(StepKind.DESK_SIGNS) + "/state", "state", "skipped");
    assertThat(page().select(".campaign-step-skipped h2").eachText())
        .containsExactly("Bureaubordjes");
    marieke.post(campaigns.address(StepKind.DESK_SIGNS) + "/state", "state", "planned");
    assertThat(page().select(".campaign-step-skipped")).isEmpty();
  }

  @Test
  void nonsenseIsRefused() {
    for (var day : List.of("", "morgen", "2027-02-30", "1900-01-01", "9999-12-31")) {
      assertThat(marieke.post("/network/campaign", "system", campaigns.nova(), "liveOn", day))
          .as(day)
          .hasStatus(422);
    }
    var step = campaigns.address(StepKind.INTRANET);
    assertThat(marieke.post(step + "/day", "on", "x")).hasStatus(422);
    assertThat(marieke.post(step + "/state", "state", "mailed")).hasStatus(422);
    assertThat(marieke.post("/network/campaign", "system", "98765", "liveOn", "2027-01-11"))
        .hasStatus(404);
  }

  @Test
  void aCampaignThatIsOverIsLeftAloneAndANewOneMayBegin() {
    var step = campaigns.address(StepKind.ANNOUNCEMENT);
    var ending = page().select("form[action$=/ending]").attr("action");
    assertThat(marieke.post(ending)).hasStatus(303);
    assertThat(marieke.post(ending)).hasStatus(404);
    assertThat(marieke.post(step + "/state", "state", "done")).hasStatus(409);
    assertThat(page().select("ol.campaign-steps")).isEmpty();
    campaigns.plan("2027-03-01");
    assertThat(days()).hasSize(6);
  }

  @Test
  void aTextIsWrittenSeenAndPutBack() {
    var step = campaigns.address(StepKind.ANNOUNCEMENT);
    var ours = marieke.page(step + "?language=nl");
    assertThat(ours.select("#body").text()).contains("{power_user}");
    assertThat(ours.select(".campaign-letter").text())
        .contains("Jouw power user is Charlie Vermeer");
    assertThat(ours.select("form[action$=/restoration]")).isEmpty();

    var shown =
        Browser.html(
            marieke.post(
                step + "/text/nl/preview",
                "title",
                "Nieuw: {systeem}",
                "body",
                "Dag {voornaam}.\r\n\r\n- Een\r\n- Twee"));
    assertThat(shown.select(".campaign-letter p").eachText())
        .startsWith("Nieuw: Nova ERP", "Dag Robin.", "• Een", "• Twee");
    assertThat(marieke.page(step).select("#title").val()).doesNotContain("Nieuw");

    marieke.post(step + "/text/nl", "title", "Nieuw: {systeem}", "body", "Dag {voornaam}.");
    var own = marieke.page(step + "?language=nl");
    assertThat(own.select("#title").val()).isEqualTo("Nieuw: {systeem}");
    assertThat(marieke.page(step + "?language=en").select("#title").val()).startsWith("Stuck in");

    marieke.post(step + "/text/nl/restoration");
    assertThat(marieke.page(step + "?language=nl").select("#title").val())
        .startsWith("Vastgelopen");
  }

  @Test
  void aTextNamesOnlyFieldsThatItHas() {
    var step = campaigns.address(StepKind.INTRANET);
    var reply =
        marieke.postFrom(
            step,
            step + "/text/nl",
            "title",
            "Aan {voornaam}",
            "body",
            "Een tekst die ik niet kwijt wil");
    assertThat(reply).hasStatus(422);
    var again = Browser.html(reply);
    assertThat(again.text()).contains("{voornaam}").contains("{startdag}");
    assertThat(again.select("#body").text()).isEqualTo("Een tekst die ik niet kwijt wil");
    assertThat(marieke.post(step + "/text/nl", "title", " ", "body", "x")).hasStatus(422);
    assertThat(marieke.post(step + "/text/de", "title", "x", "body", "x")).hasStatus(404);
  }

  @Test
  void everyTextOfOursFillsInEveryFieldItNames() {
    for (var kind : StepKind.values()) {
      for (var language : List.of("nl", "en")) {
        var page = marieke.page(campaigns.address(kind) + "?language=" + language);
        assertThat(page.select(".campaign-letter").text())
            .as(kind + " " + language)
            .contains("Nova ERP")
            .doesNotContain("{", "}");
      }
    }
  }

  @Test
  void theIntranetGetsTheButtonAndNoMail() {
    var step = campaigns.address(StepKind.INTRANET);
    var page = marieke.page(step);
    assertThat(page.select("textarea.help-code").eachText().getFirst())
        .contains("/assets/help.js")
        .contains("data-system=\"erp\"");
    assertThat(page.select("a[href$=/audience]")).isEmpty();
    assertThat(marieke.get(step + "/audience")).hasStatus(404);
    assertThat(marieke.post(step + "/sendings")).hasStatus(404);
    assertThat(marieke.post(step + "/trial", "language", "nl")).hasStatus(404);
  }
}
