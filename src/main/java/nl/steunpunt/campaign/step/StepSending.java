package nl.steunpunt.campaign.step;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.steunpunt.campaign.awareness.AwarenessAsking;
import nl.steunpunt.campaign.awareness.AwarenessController;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.mail.MailTrouble;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sends a step to whom of an audience did not get it; {@link StepMailing} brings it to them. */
@Service
class StepSending {
  private final Steps steps;
  private final StepTexts texts;
  private final Audiences audiences;
  private final Sendings sendings;
  private final StepLetters letters;
  private final StepMailing mailing;
  private final AwarenessAsking asking;
  private final Mails mails;
  private final AuditTrail audit;

  StepSending(
      Steps steps,
      StepTexts texts,
      Audiences audiences,
      Sendings sendings,
      StepLetters letters,
      StepMailing mailing,
      AwarenessAsking asking,
      Mails mails,
      AuditTrail audit) {
    this.steps = steps;
    this.texts = texts;
    this.audiences = audiences;
    this.sendings = sendings;
    this.letters = letters;
    this.mailing = mailing;
    this.asking = asking;
    this.mails = mails;
    this.audit = audit;
  }

  /**
   * @return how many get it
   * @throws Refusal when nobody is left to send it to: also when somebody else has just sent it
   */
  @Transactional
  public int send(Me me, StepId id, Audience audience) {
    var step = sendable(id);
    if (!mails.isSetUp()) {
      throw Refusal.of("campaign.refused.no_mail");
    }
    var held = texts.held(step);
    var sending = sendings.add(step, me.id(), audience, held);
    var readers = audiences.add(step, sending, audience, sendings.same(step, held));
    if (readers == 0) {
      throw Refusal.conflict("campaign.refused.nobody");
    }
    sendings.counted(sending, readers);
    steps.state(step.id(), Step.State.DONE);
    audit.note("campaign_step_sent", step.system().value(), told(step, audience, readers));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            mailing.begin();
          }
        });
    return readers;
  }

  private Map<String, Object> told(Step step, Audience audience, int readers) {
    var detail = new LinkedHashMap<String, Object>();
    detail.put("step", step.kind().word());
    detail.put("readers", readers);
    detail.put("departments", audiences.departments(audience));
    detail.put("locations", audiences.locations(audience));
    detail.put("helped", audience.helped());
    return detail;
  }

  /**
   * To the sender alone, at once and past the queue.
   *
   * @return null when the server took it
   */
  public @Nullable MailTrouble tryOut(Me me, StepId id, Locale language) {
    var step = steps.visible(id);
    if (step.kind().reach() == Reach.NOBODY) {
      throw new NotFound();
    }
    if (!mails.isSetUp()) {
      throw Refusal.of("campaign.refused.no_mail");
    }
    var reader =
        sendings
            .reader(step.id(), me.id())
            .orElseThrow(NotFound::new)
            .withQuestion(mails.link(AwarenessController.PATH + "/" + asking.trial(step.system())));
    return mails.tryNow(
        reader.email(), letters.write(texts.of(step, language).text(), reader, language), language);
  }

  /** What waits goes to nobody; what was mailed is gone. */
  @Transactional
  public int stop(SendingId id) {
    var step = steps.visible(sendings.visible(id));
    var stopped = sendings.stop(id);
    audit.note(
        "campaign_sending_stopped",
        step.system().value(),
        Map.of("step", step.kind().word(), "readers", stopped));
    return stopped;
  }

  Audiences.Count count(Step step, Audience audience) {
    return audiences.count(step, audience, sendings.same(step, texts.held(step))).shown();
  }

  Step sendable(StepId id) {
    var step = steps.visible(id);
    if (step.kind().reach() == Reach.NOBODY) {
      throw new NotFound();
    }
    if (!step.open()) {
      throw Refusal.conflict("campaign.refused.ended");
    }
    if (!step.known()) {
      throw Refusal.conflict("campaign.refused.forgotten");
    }
    return step;
  }
}
