package nl.steunpunt.helpdesk.desk;

import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.Desk;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking, giving back and closing: each in one transaction with the question. */
@Service
public class TicketHandling {
  private final Tickets tickets;
  private final Desk desk;
  private final QuestionDoor questions;

  TicketHandling(Tickets tickets, Desk desk, QuestionDoor questions) {
    this.tickets = tickets;
    this.desk = desk;
    this.questions = questions;
  }

  @Transactional
  public void take(Me me, QuestionId question) {
    questions.askerOf(me, question);
    tickets.take(question, me.id());
    desk.tellChanged(question, "taken");
  }

  @Transactional
  public void release(Me me, QuestionId question) {
    questions.askerOf(me, question);
    tickets.release(question);
    desk.tellChanged(question, "released");
  }

  /**
   * @param to null: who had it before
   */
  @Transactional
  public void giveBack(
      Me me, QuestionId question, UUID clientId, String advice, @Nullable PersonId to) {
    desk.giveBack(me, question, clientId, advice, to);
    tickets.release(question);
  }

  @Transactional
  public void close(
      Me me,
      QuestionId question,
      UUID clientId,
      CloseReason reason,
      String text,
      boolean couldPowerUser) {
    desk.close(me, question, clientId, text);
    tickets.close(question, me.id(), reason, couldPowerUser);
  }
}
