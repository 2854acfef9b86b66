package nl.steunpunt.support.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A form that is refused comes back on its page, with the text in it and the reason beside it. */
@SteunpuntTest
class RefusedFormsTest {
  private static final String TOO_LONG = "Opnieuw gestart, printer gewisseld. ".repeat(300);

  @Autowired World world;

  private String ask(Colleague asker) {
    var reply =
        world
            .as(asker)
            .post("/questions", "system", world.nova().toString(), "text", "De printer doet niets");
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private static Document refused(MvcTestResult reply, int status) {
    assertThat(reply).hasStatus(status);
    var page = Browser.html(reply);
    assertThat(page.select("#main .question")).as("the question's page").hasSize(1);
    return page;
  }

  @Test
  void theHandoverThatIsTooLongIsStillThere() {
    var question = ask(world.sanne());
    var reply = world.as(world.fatima()).post(question + "/handover", "tried", TOO_LONG);

    var page = refused(reply, 422);
    var form = page.expectFirst("form[action=" + question + "/handover]");
    var field = form.expectFirst("#tried-text");
    assertThat(field.wholeText()).isEqualTo(TOO_LONG);
    assertThat(field.attr("aria-invalid")).isEqualTo("true");
    assertThat(field.attr("aria-describedby")).isEqualTo("tried-text-error");
    assertThat(form.select("#tried-text-error").text()).contains("10.000");
    assertThat(page.select("details[open]"))
        .as("no fold but its own")
        .containsExactly(form.closest("details"));
  }

  @Test
  void anAnswerKeepsEveryFieldAndSaysWhichOneIsWrong() {
    var question = ask(world.sanne());
    var reply =
        world
            .as(world.fatima())
            .post(
                question + "/answer",
                "text",
                "  ",
                "why",
                "<b>omdat</b> & daarom",
                "keep",
                "true",
                "keepAs",
                "Printer doet niets");

    var form = refused(reply, 422).expectFirst("form[action=" + question + "/answer]");
    assertThat(form.expectFirst("[name=why]").wholeText()).isEqualTo("<b>omdat</b> & daarom");
    assertThat(form.expectFirst("[name=keep]").hasAttr("checked")).isTrue();
    assertThat(form.expectFirst("[name=keepAs]").val()).isEqualTo("Printer doet niets");
    assertThat(form.select("[aria-invalid]").eachAttr("name")).containsExactly("text");
    assertThat(form.select("#answer-text ~ #answer-text-error").text()).isNotEmpty();
  }

  @Test
  void aMessageThatIsTooLongIsStillInItsField() {
    var question = ask(world.sanne());
    var reply = world.as(world.sanne()).post(question + "/messages", "text", TOO_LONG);

    var form = refused(reply, 422).expectFirst(".composer");
    assertThat(form.expectFirst("textarea").wholeText()).isEqualTo(TOO_LONG);
    assertThat(form.select(".field-error")).hasSize(1);
  }

  @Test
  void theQuestionItselfKeepsItsNewText() {
    var question = ask(world.sanne());
    var page = refused(world.as(world.sanne()).post(question + "/text", "text", TOO_LONG), 422);

    assertThat(page.expectFirst("#edit-text").wholeText()).isEqualTo(TOO_LONG);
    assertThat(page.select("#edit-text-error").text()).contains("4.000");
    assertThat(page.expectFirst(".question-text").text()).isEqualTo("De printer doet niets");
  }

  /** Somebody else was first: there is no such form any more, but there is what was typed. */
  @Test
  void whatWasTypedForAFormThatIsGoneStandsAboveThePage() {
    var question = ask(world.sanne());
    world.as(world.sanne()).post(question + "/withdrawal");
    var reply =
        world
            .as(world.fatima())
            .post(question + "/handover", "tried", "Opnieuw gestart en de kabel gewisseld");

    var page = refused(reply, 409);
    assertThat(page.select("#notices .alert-danger .typed").text())
        .isEqualTo("Opnieuw gestart en de kabel gewisseld");
    assertThat(page.select("form[action$=/handover]")).isEmpty();
  }

  /** The desk's form stands in a part that the page fetches by itself. */
  @Test
  void theDesksFormComesBackInItsPlace() {
    var question = ask(world.sanne());
    world.as(world.fatima()).post(question + "/handover", "tried", "Alles geprobeerd");
    var reply =
        world
            .as(world.pieter())
            .postFrom(
                question, "/desk" + question + "/closure", "text", TOO_LONG, "reason", "not_ours");

    var form = refused(reply, 422).expectFirst(".question-panels form[action$=/closure]");
    assertThat(form.expectFirst("#close-text").wholeText()).isEqualTo(TOO_LONG);
    assertThat(form.select("#close-text-error")).hasSize(1);
    assertThat(form.select("option[selected]").eachAttr("value")).containsExactly("not_ours");
  }

  /** Of the many forms of a list, the one that was sent; its page is where the browser was. */
  @Test
  void comesBackWhereItStoodAndAgainAfterThat() {
    var question = ask(world.sanne());
    var from = question + "?before=99999999";
    var reply =
        world.as(world.fatima()).postFrom(from, question + "/handover", "tried", "", "x", "y");
    var stands = refused(reply, 422).expectFirst("[name=standsOn]").val();
    assertThat(stands).isEqualTo(from);

    var again =
        world
            .as(world.fatima())
            .postFrom(question + "/handover", question + "/handover", "standsOn", stands);
    assertThat(refused(again, 422).expectFirst("[name=standsOn]").val()).isEqualTo(from);
  }

  /** As it is without scripts, by a browser that does not tell where it was. */
  private Document send(Colleague sender, String page, String action, String... typed) {
    var form = world.as(sender).page(page).expectFirst("form[action=" + action + "]");
    var fields = new ArrayList<>(List.of(typed));
    for (var hidden : form.select("[type=hidden]")) {
      fields.addAll(List.of(hidden.attr("name"), hidden.val()));
    }
    var reply = world.as(sender).post(action, fields.toArray(String[]::new));
    assertThat(reply).hasStatus(422);
    return Browser.html(reply);
  }

  @Test
  void aFormThatIsSentElsewhereComesBackOnItsPage() {
    var issue = send(world.fatima(), "/issues/new", "/issues", "title", "", "description", "Grijs");
    assertThat(issue.select("#issue-title[aria-invalid] ~ #issue-title-error")).hasSize(1);
    assertThat(issue.select("#issue-description").text()).isEqualTo("Grijs");

    var help =
        send(world.fatima(), "/help-moments/new", "/help-moments", "minutes", "0", "note", "Bon");
    assertThat(help.select("details[open] [name=note]").val()).isEqualTo("Bon");
    assertThat(help.select("main .alert").text()).contains("480");

    var heard = send(world.fatima(), "/signals", "/signals/heard", "text", "Traag. ".repeat(300));
    assertThat(heard.select("details[open] #signal-text").text()).startsWith("Traag.");
    assertThat(heard.select("#signal-text-error")).hasSize(1);

    var page = "/questions/new-for?person=" + world.sanne().id();
    var asked =
        send(
            world.fatima(),
            page,
            "/questions/new-for",
            "text",
            "De bon is weg",
            "stuck",
            "true",
            "stuckUntil",
            "2020-01-01T09:00");
    assertThat(asked.select("#for-text").text()).isEqualTo("De bon is weg");
    assertThat(asked.select("[name=stuck]").hasAttr("checked")).isTrue();
    assertThat(asked.select("details[open] #for-until-error")).hasSize(1);
    assertThat(asked.select("[data-stands-on]").attr("data-stands-on")).isEqualTo(page);
    assertThat(asked.select("h1").text()).contains("Sanne");
  }

  @Test
  void onlyFoldsAroundWhatWasFilledInOpen() {
    var empty = send(world.sanne(), "/", "/questions", "text", " ");
    assertThat(empty.select("details.ask-more[open]")).isEmpty();
    assertThat(empty.select("#ask-text-error")).hasSize(1);

    var past =
        send(world.sanne(), "/", "/questions", "text", "Vast", "stuckUntil", "2020-01-01T09:00");
    assertThat(past.select("details.ask-more[open] #ask-until-error")).hasSize(1);
    assertThat(past.select("#ask-text").text()).isEqualTo("Vast");
  }

  /** The number of a form is nothing that anybody typed. */
  @Test
  void onlyWhatWasTypedStandsAboveThePage() {
    var question = ask(world.sanne());
    world.as(world.sanne()).post(question + "/withdrawal");
    var reply =
        world
            .as(world.fatima())
            .post(
                question + "/answer",
                "text",
                "Zet de printer uit en aan",
                "clientId",
                UUID.randomUUID().toString(),
                "standsOn",
                question + "?before=99999999");
    assertThat(refused(reply, 409).select(".typed").eachText())
        .containsExactly("Zet de printer uit en aan");
  }

  @Test
  void withoutAnyPageTheTextStandsOnTheErrorPage() {
    var reply =
        world
            .as(world.sanne())
            .post("/signals/987/reply", "text", "Een antwoord dat nergens meer heen kan");
    assertThat(reply).hasStatus(404);

    var refused = world.as(world.sanne()).post("/questions", "text", "Waar gaat deze vraag heen?");
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).select("#ask-text").text())
        .isEqualTo("Waar gaat deze vraag heen?");
  }
}
