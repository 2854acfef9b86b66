package nl.steunpunt.support.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
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

    var form = refused(reply, 422).expectFirst("form[action=" + question + "/handover]");
    var field = form.expectFirst("#tried-text");
    assertThat(field.wholeText()).isEqualTo(TOO_LONG);
    assertThat(field.attr("aria-invalid")).isEqualTo("true");
    assertThat(field.attr("aria-describedby")).isEqualTo("tried-text-error");
    assertThat(form.select("#tried-text-error").text()).contains("10.000");
    assertThat(form.parents().select("details[open]")).isNotEmpty();
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
