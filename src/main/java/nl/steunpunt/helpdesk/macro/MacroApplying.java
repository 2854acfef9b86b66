package nl.steunpunt.helpdesk.macro;

import java.util.List;
import java.util.UUID;
import nl.steunpunt.helpdesk.canned.CannedAnswers;
import nl.steunpunt.helpdesk.canned.CannedId;
import nl.steunpunt.helpdesk.deed.TicketDeeds;
import nl.steunpunt.helpdesk.desk.Closing;
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
  private final TicketDeeds deeds;
  private final Desk desk;

  MacroApplying(
      Macros macros, CannedAnswers answers, TicketHandling handling, TicketDeeds deeds, Desk desk) {
    this.macros = macros;
    this.answers = answers;
    this.handling = handling;
    this.deeds = deeds;
    this.desk = desk;
  }

  /**
   * @param clientId the number of the form: sent again nothing is said twice
   */
  @Transactional
  public Macros.Macro apply(Me me, QuestionId question, MacroId id, UUID clientId) {
    var macro = macros.find(id).orElseThrow(() -> Refusal.of("macro.refused.gone"));
    desk.requireAtDesk(me, question);
    if (macro.takes()) {
      handling.take(me, question, null);
    }
    if (macro.queueId() != null) {
      deeds.move(me, List.of(question), macro.queueId());
    }
    if (macro.severity() != null) {
      deeds.rate(me, List.of(question), macro.severity());
    }
    if (macro.cannedId() != null) {
      say(me, question, macro, macro.cannedId(), clientId);
    }
    return macro;
  }

  private void say(Me me, QuestionId question, Macros.Macro macro, CannedId answer, UUID clientId) {
    if (macro.closeReason() == null) {
      desk.say(me, question, clientId, answers.written(me, answer, question));
      return;
    }
    var closing = Closing.because(macro.closeReason());
    deeds.close(me, question, clientId, closing, each -> answers.written(me, answer, each));
  }
}
