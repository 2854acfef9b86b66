package nl.steunpunt.helpdesk.macro;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.helpdesk.canned.CannedAnswers;
import nl.steunpunt.helpdesk.canned.CannedId;
import nl.steunpunt.helpdesk.deed.TicketDeeds;
import nl.steunpunt.helpdesk.desk.Closing;
import nl.steunpunt.helpdesk.desk.TicketHandling;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.Desk;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
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

  /**
   * @param done to how many
   * @param left how many were left alone: gone from the desk, or a colleague's
   */
  public record Applied(Macros.Macro macro, int done, int left) {}

  /**
   * All that a macro says to each of these that it can be done to whole. Each act has its own undo.
   *
   * @param sending the number of the form: sent again nothing is said twice; null: it has none
   */
  @Transactional
  public Applied applyToAll(
      Me me, Collection<QuestionId> questions, MacroId id, @Nullable UUID sending) {
    var macro = macros.find(id).orElseThrow(() -> Refusal.of("macro.refused.gone"));
    var there = new LinkedHashSet<>(deeds.there(me, questions));
    if (macro.takes()) {
      handling.takenByOthers(me, there).forEach(there::remove);
    }
    if (!there.isEmpty()) {
      act(me, there, macro);
      say(me, there, macro, sending);
    }
    return new Applied(macro, there.size(), questions.size() - there.size());
  }

  private void act(Me me, Collection<QuestionId> there, Macros.Macro macro) {
    if (macro.takes()) {
      deeds.take(me, there);
    }
    if (macro.queueId() != null) {
      deeds.move(me, there, macro.queueId());
    }
    if (macro.severity() != null) {
      deeds.rate(me, there, macro.severity());
    }
  }

  private void say(
      Me me, Collection<QuestionId> there, Macros.Macro macro, @Nullable UUID sending) {
    var answer = macro.cannedId();
    if (answer == null) {
      return;
    }
    if (macro.closeReason() != null) {
      deeds.close(me, there, macro.closeReason(), answer);
      return;
    }
    for (var one : there) {
      var number = Sending.orNew(Sending.of(sending, macro.id(), one));
      desk.say(me, one, number, answers.written(me, answer, one));
    }
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
