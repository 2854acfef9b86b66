package nl.steunpunt.helpdesk.desk;

import java.util.UUID;
import nl.steunpunt.helpdesk.queue.QueueId;
import nl.steunpunt.helpdesk.queue.Queues;
import nl.steunpunt.helpdesk.target.Severity;
import nl.steunpunt.helpdesk.target.TicketReckoning;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.Desk;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking, giving back and closing: each in one transaction with the question, which is locked
 * first.
 */
@Service
public class TicketHandling {
  private final Tickets tickets;
  private final Queues queues;
  private final TicketReckoning reckoning;
  private final Desk desk;
  private final QuestionDoor questions;

  TicketHandling(
      Tickets tickets,
      Queues queues,
      TicketReckoning reckoning,
      Desk desk,
      QuestionDoor questions) {
    this.tickets = tickets;
    this.queues = queues;
    this.reckoning = reckoning;
    this.desk = desk;
    this.questions = questions;
  }

  /**
   * @param over the colleague from whom it is taken over; null: nobody should have it
   */
  @Transactional
  public void take(Me me, QuestionId question, @Nullable PersonId over) {
    desk.requireAtDesk(me, question);
    if (tickets.take(question, me.id(), over)) {
      desk.noteTaken(me, question);
    }
  }

  @Transactional
  public void release(Me me, QuestionId question) {
    desk.requireAtDesk(me, question);
    if (tickets.release(question, me.id())) {
      desk.noteReleased(me, question);
    }
  }

  /**
   * @param to null: who had it before
   */
  @Transactional
  public void giveBack(
      Me me, QuestionId question, UUID clientId, String advice, @Nullable PersonId to) {
    desk.giveBack(me, question, clientId, advice, to);
    tickets.giveBack(question, me.id());
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

  /** To another queue; who has it keeps it. */
  @Transactional
  public Queues.Queue move(Me me, QuestionId question, QueueId to) {
    desk.requireAtDesk(me, question);
    var queue = queues.find(to).orElseThrow(() -> Refusal.of("desk.refused.queue").at("queue"));
    tickets.move(question, to);
    questions.tellChanged(question, "moved");
    return queue;
  }

  /**
   * @param severity null: as it is reckoned from what the asker said
   */
  @Transactional
  public void rate(Me me, QuestionId question, @Nullable Severity severity) {
    desk.requireAtDesk(me, question);
    tickets.rate(question, severity);
    reckoning.reckon(question);
    questions.tellChanged(question, "rated");
  }
}
