package nl.steunpunt.helpdesk.desk;

import java.util.function.Supplier;
import nl.steunpunt.people.Me;
import nl.steunpunt.support.Desk;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Component;

/**
 * What a program does to one ticket. Who may not see it hears that it is not there, before anything
 * is said of the rest of the wish; who may reads how it stands afterwards.
 */
@Component
public class TicketActs {
  private final Desk desk;
  private final TicketReading reading;

  TicketActs(Desk desk, TicketReading reading) {
    this.desk = desk;
    this.reading = reading;
  }

  public TicketReading.Ticket on(Me me, QuestionId id, Runnable act) {
    desk.requireAtDesk(me, id);
    act.run();
    return reading.one(me, id);
  }

  /** The same, of which another ticket comes. */
  public TicketReading.Ticket leadingTo(Me me, QuestionId id, Supplier<QuestionId> act) {
    desk.requireAtDesk(me, id);
    return reading.one(me, act.get());
  }
}
