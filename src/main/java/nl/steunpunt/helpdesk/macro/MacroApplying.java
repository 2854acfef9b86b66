package nl.steunpunt.helpdesk.macro;

import java.util.UUID;
import nl.steunpunt.helpdesk.canned.CannedAnswers;
import nl.steunpunt.helpdesk.desk.TicketHandling;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.Desk;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that a macro says, or nothing: in one transaction. What is said to the asker comes last. */
@Service
public class MacroApplying {
  private final Macros macros;
  private final CannedAnswers answers;
  private final TicketHandling handling;
  private final Desk desk;

  MacroApplying(Macros macros, CannedAnswers answers, TicketHandling handling, Desk desk) {
    this.macros = macros;
    this.answers = answers;
    this.handling = handling;
    this.desk = desk;
  }

  /**
   * @param clientId the number of the form: sent again nothing is said twice
   */
  @Transactional
  public Macros.Macro apply(Me me, QuestionId question, MacroId id, UUID clientId) {
    var macro = macros.find(id).orElseThrow(() -> Refusal.of("macro.refused.gone"));
    desk.requireAtDesk(me, question);
    if (macro.queueId() != null) {
      handling.move(me, question, macro.queueId());
    }
    if (macro.severity() != null) {
      handling.rate(me, question, macro.severity());
    }
    if (macro.takes()) {
      handling.take(me, question, null);
    }
    if (macro.cannedId() != null) {
      var text = answers.written(me, macro.cannedId(), question);
      if (macro.closeReason() != null) {
        handling.close(me, question, clientId, macro.closeReason(), text, false);
      } else {
        desk.say(me, question, clientId, text);
      }
    }
    return macro;
  }
}
