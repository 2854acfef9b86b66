package nl.steunpunt.helpdesk.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.helpdesk.connectors.PretendTracker.Fault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is handed over here becomes a ticket in another system, and stays as it is here. */
class GoingThereTest extends WithPretendTracker {
  @Autowired ConnectionLetters letters;

  @Test
  void whatIsHandedOverBecomesATicketThere() {
    connected("fields", "Afdeling = department\nSysteem = system\nSLA = topic");
    var question = handedOver();
    exchange();

    var ticket = tracker.only();
    assertThat(ticket.subject).startsWith(TEXT + " [SP-").endsWith("]");
    assertThat(ticket.requestor).isEqualTo(world.sanne().email());
    assertThat(ticket.body.path("Content").asString())
        .contains(TEXT, "Fatima El Idrissi probeerde:", TRIED, "Sanne de Vries", question);
    assertThat(ticket.body.path("CustomFields").path("Systeem").asString()).isEqualTo("Nova ERP");
    assertThat(ticket.body.path("CustomFields").path("Afdeling").asString())
        .contains("Crediteuren");
    assertThat(ticket.body.path("SLA").isMissingNode()).isFalse();
    assertThat(letters()).isZero();
    assertThat(world.as(world.sanne()).page(question + "/elsewhere").text())
        .contains("Servicedesk, nummer 1");
    assertThat(
            world
                .as(world.pieter())
                .page(question + "/elsewhere")
                .select("a[rel=noreferrer]")
                .attr("href"))
        .isEqualTo(address() + "/Ticket/Display.html?id=1");
  }

  @Test
  void whatIsNotAtTheDeskStaysHere() {
    connected();
    ask();
    exchange();
    assertThat(tracker.tickets()).isEmpty();
  }

  @Test
  void onlyTheSystemsThatWereChosenGoThere() {
    var id = connected();
    sql.sql("update helpdesk.connection set systems = '{999999999}' where id = :id")
        .param("id", id)
        .update();
    handedOver();
    exchange();
    assertThat(tracker.tickets()).isEmpty();
  }

  @Test
  void whatWasAtTheDeskBeforeGoesThereWhenItIsSwitchedOn() {
    handedOver();
    connected();
    exchange();
    assertThat(tracker.tickets()).hasSize(1);
  }

  @Test
  void whatIsSaidHereGoesThereInOrderAndOnce() {
    var question = there();
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    world.as(world.fatima()).post(question + "/messages", "text", "Ook bij Joost");
    exchange();
    later();
    assertThat(tracker.only().comments()).hasSize(2);
    assertThat(tracker.only().comments().getFirst())
        .contains("Sanne de Vries schrijft:", "Sinds maandag");
    assertThat(tracker.only().comments().getLast()).contains("Ook bij Joost");
  }

  @Test
  void notSolvedHereOpensItThere() {
    var question = there();
    tracker.becomes(tracker.only(), "resolved");
    later();
    world.as(world.sanne()).post(question + "/reopening");
    exchange();
    assertThat(tracker.only().status).isEqualTo("open");
    assertThat(tracker.only().comments()).singleElement().asString().contains("opnieuw hulp nodig");
    later();
    assertThat(status(question)).isEqualTo("with_helpdesk");
  }

  @Test
  void withdrawnHereIsClosedThereWithTheReason() {
    var question = there();
    world.as(world.sanne()).post(question + "/withdrawal");
    exchange();
    assertThat(tracker.only().status).isEqualTo("resolved");
    assertThat(tracker.only().comments()).singleElement().asString().contains("ingetrokken");
  }

  @Test
  void withdrawnBeforeItWentNeverGoes() {
    connected();
    var question = handedOver();
    world.as(world.sanne()).post(question + "/withdrawal");
    exchange();
    assertThat(tracker.tickets()).isEmpty();
    assertThat(letters()).isZero();
  }

  /** The worker has taken it up just before: it may be there in a moment. */
  @Test
  void withdrawnWhileItGoesIsClosedThere() {
    var id = connected();
    var question = handedOver();
    assertThat(letters.begin(new ConnectionId(id))).isPresent();
    world.as(world.sanne()).post(question + "/withdrawal");
    exchange();
    assertThat(tracker.only().status).isEqualTo("resolved");
    assertThat(letters()).isZero();
  }

  @Test
  void whatSomebodyHasBegunIsTakenBackByNobody() {
    var id = connected();
    handedOver();
    var ticket = sql.sql("select id from helpdesk.linked_ticket").query(Long.class).single();
    assertThat(letters.begin(new ConnectionId(id))).isPresent();
    assertThat(letters.takeBack(ticket)).isFalse();
  }

  @Test
  void takenThereAndNotToldIsFoundInsteadOfMadeAgain() {
    connected();
    handedOver();
    tracker.fault = Fault.TAKES_AND_HANGS_UP;
    exchange();
    assertThat(letters()).isEqualTo(1);
    later();
    assertThat(letters()).isZero();
    assertThat(tracker.tickets()).hasSize(1);
  }

  @Test
  void aRemarkThatWasTakenIsNotSaidTwice() {
    var question = there();
    world.as(world.sanne()).post(question + "/messages", "text", "Sinds maandag");
    tracker.fault = Fault.TAKES_AND_HANGS_UP;
    exchange();
    later();
    assertThat(tracker.only().comments()).hasSize(1);
    assertThat(letters()).isZero();
  }
}
