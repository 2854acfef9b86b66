package nl.steunpunt.issues.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Two change one issue: neither loses what they wrote. */
@SteunpuntTest
class ChangingAtOnceTest extends WithIssues {
  @Test
  void anOldPageDoesNotPutBackWhatAColleagueChanged() {
    var issue = reported();
    var read = world.as(world.pieter()).page(issue).select("input[name=readAt]").attr("value");
    world
        .as(world.chantal())
        .post(issue, "title", TITLE, "status", "in_progress", "workaround", "Wacht even");
    var late =
        world
            .as(world.pieter())
            .post(issue, "title", TITLE + "!", "status", "reported", "readAt", read);
    assertThat(late).hasStatus(409);
    assertThat(late).bodyText().contains("Een collega heeft dit issue intussen veranderd");
    var now = world.as(world.pieter()).page(issue);
    assertThat(now.text()).contains("Wacht even");
    assertThat(
            world
                .as(world.pieter())
                .post(
                    issue,
                    "title",
                    TITLE + "!",
                    "status",
                    "in_progress",
                    "readAt",
                    now.select("input[name=readAt]").attr("value")))
        .hasStatus(303);
  }

  /** Side by side, chosen so that neither loses what they wrote; one tap saves it. */
  @Test
  void whatTwoWroteStandsSideBySideAndIsSavedByOneTap() {
    var issue = reported();
    var stood = changing(world.as(world.pieter()).page(issue), issue);
    world
        .as(world.chantal())
        .post(issue, with(stood, "status", "in_progress", "workaround", "Wacht even"));
    var late =
        world
            .as(world.pieter())
            .post(issue, with(stood, "severity", "serious", "workaround", "Zoek op nummer."));
    assertThat(late).hasStatus(409);
    var page = Browser.html(late);
    assertThat(page.select(".meanwhile-field legend").eachText())
        .containsExactly("Status", "Hoe erg hindert het", "Wat intussen helpt");
    assertThat(page.select(".meanwhile-field").text())
        .contains("Wordt aan gewerkt", "Gemeld", "Wacht even", "Zoek op nummer.")
        .contains("Van je collega", "Zo stond het op jouw pagina", "Van jou");
    var chosen = changing(page, issue);
    assertThat(chosen)
        .as("what he did not touch is as his colleague left it")
        .containsEntry("status", "in_progress")
        .containsEntry("severity", "serious")
        .containsEntry("workaround", "Zoek op nummer.")
        .containsEntry("title", TITLE);

    assertThat(world.as(world.pieter()).post(issue, with(chosen))).hasStatus(303);
    assertThat(world.as(world.pieter()).post(issue, with(chosen)))
        .as("the same sent twice")
        .hasStatus(303);
    var now = world.as(world.pieter()).page(issue);
    assertThat(now.select(".issue-version-list .answer-text").eachText())
        .containsExactly("Zoek op nummer.", "Wacht even");
    assertThat(now.text()).contains("Wordt aan gewerkt", "Een deel van het werk ligt stil");
  }

  @Test
  void whoChoosesAndIsLateAgainChoosesAgain() {
    var issue = reported();
    var stood = changing(world.as(world.pieter()).page(issue), issue);
    world.as(world.chantal()).post(issue, with(stood, "status", "confirmed"));
    var late = world.as(world.pieter()).post(issue, with(stood, "status", "in_progress"));
    var chosen = changing(Browser.html(late), issue);
    stood.remove("readAt");
    assertThat(world.as(world.daan()).post(issue, with(stood, "plannedRelease", "Nova 31")))
        .hasStatus(303);
    var again = world.as(world.pieter()).post(issue, with(chosen));
    assertThat(again).hasStatus(409);
    assertThat(changing(Browser.html(again), issue))
        .containsEntry("status", "in_progress")
        .containsEntry("plannedRelease", "Nova 31");
  }

  /** Else it would be mended on a page that shows what nobody has read, and put that back. */
  @Test
  void whoIsLateReadsHowItStandsBeforeWhatIsWrong() {
    var issue = reported();
    var stood = changing(world.as(world.pieter()).page(issue), issue);
    world.as(world.chantal()).post(issue, with(stood, "status", "confirmed"));
    for (var wrong : List.of("title", "owner")) {
      var late = world.as(world.pieter()).post(issue, with(stood, wrong, " x".repeat(120)));
      assertThat(late).as(wrong).hasStatus(409);
      assertThat(changing(Browser.html(late), issue)).containsEntry("status", "confirmed");
    }
  }

  @Test
  void theFormOfAnIssueThatWentIntoAnotherPutsItsWordsOverNobodys() {
    var gone = reported();
    var kept =
        Objects.requireNonNull(
            world
                .as(world.fatima())
                .post("/issues", "system", world.nova().toString(), "title", "Ooievaars dubbel")
                .getResponse()
                .getRedirectedUrl());
    var stood = changing(world.as(world.pieter()).page(gone), gone);
    world.as(world.chantal()).post(gone + "/merger", "into", Long.toString(id(kept)));
    var late = world.as(world.pieter()).post(gone, with(stood, "status", "confirmed"));
    assertThat(late).hasStatus(409).bodyText().contains("is hierin opgegaan");
    assertThat(changing(Browser.html(late), kept))
        .containsEntry("title", "Ooievaars dubbel")
        .containsEntry("status", "confirmed");
  }

  /** What the form sends as it stands. */
  private static Map<String, String> changing(Document page, String issue) {
    var fields = new LinkedHashMap<String, String>();
    var form = page.expectFirst("form[action=" + issue + "]");
    for (var field : form.select("input:not([type=radio]), input[checked], select, textarea")) {
      fields.put(
          field.attr("name"),
          switch (field.normalName()) {
            case "select" -> field.select("option[selected]").val();
            case "textarea" -> field.wholeText();
            default -> field.val();
          });
    }
    return fields;
  }

  private static String[] with(Map<String, String> fields, String... others) {
    var all = new LinkedHashMap<>(fields);
    for (var n = 0; n < others.length; n += 2) {
      all.put(others[n], others[n + 1]);
    }
    return all.entrySet().stream()
        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
        .toArray(String[]::new);
  }
}
