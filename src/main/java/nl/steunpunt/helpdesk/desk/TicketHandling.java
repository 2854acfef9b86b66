package nl.steunpunt.helpdesk.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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

  /**
   * With all that was merged into it: each asker reads it in their own conversation.
   *
   * @param text what each of them reads
   * @return what was closed
   */
  @Transactional
  public List<QuestionId> close(
      Me me,
      QuestionId question,
      UUID clientId,
      Closing closing,
      Function<QuestionId, String> text) {
    tickets.requireTopic(closing);
    var all = new ArrayList<>(List.of(question));
    all.addAll(tickets.mergedInto(question));
    desk.close(me, question, clientId, text.apply(question));
    tickets.close(question, me.id(), closing);
    hooks.closed(question, closing);
    for (var other : all.subList(1, all.size())) {
      desk.close(me, other, UUID.randomUUID(), text.apply(other));
      tickets.close(other, me.id(), closing);
      hooks.closed(other, closing);
    }
    return all;
  }

  /** The question is closed already; a form that is sent again changes nothing. */
  @Transactional
  public void solvedOnThePhone(Me me, QuestionId question, Closing closing) {
    if (tickets.noteHowItEnded(question, me.id(), closing)) {
      hooks.closed(question, closing);
    }
  }

  /** Those of these that a colleague has. */
  public List<QuestionId> takenByOthers(Me me, Collection<QuestionId> questions) {
    return tickets.takenByOthers(me.id(), questions);
  }
}
