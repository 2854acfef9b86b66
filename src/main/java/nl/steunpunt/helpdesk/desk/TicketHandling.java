package nl.steunpunt.helpdesk.desk;

import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.Desk;
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
  private final Desk desk;
  private final TicketHooks hooks;

  TicketHandling(Tickets tickets, Desk desk, TicketHooks hooks) {
    this.tickets = tickets;
    this.desk = desk;
    this.hooks = hooks;
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
    hooks.returned(question);
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
    hooks.closed(question, reason, couldPowerUser);
  }
}
