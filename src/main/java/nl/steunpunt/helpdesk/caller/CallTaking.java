package nl.steunpunt.helpdesk.caller;

import nl.steunpunt.helpdesk.desk.CloseReason;
import nl.steunpunt.helpdesk.desk.Closing;
import nl.steunpunt.helpdesk.desk.TicketHandling;
import nl.steunpunt.people.Me;
import nl.steunpunt.support.Desk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A call and what became of it, in one transaction. */
@Service
class CallTaking {
  private final Desk desk;
  private final TicketHandling handling;

  CallTaking(Desk desk, TicketHandling handling) {
    this.desk = desk;
    this.handling = handling;
  }

  /**
   * @param couldPowerUser of what was solved on the phone: whether a power user could have
   */
  @Transactional
  Desk.Filed take(Me me, Desk.Call call, boolean couldPowerUser) {
    var filed = desk.file(me, call);
    if (call.way() == Desk.Way.SOLVED) {
      handling.solvedOnThePhone(
          me,
          filed.question(),
          new Closing(CloseReason.SOLVED, couldPowerUser, call.trouble().topic()));
    }
    return filed;
  }
}
