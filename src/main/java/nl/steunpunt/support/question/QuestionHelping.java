package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.answer.AnswerKeeping;
import nl.steunpunt.support.conversation.Conversations;
import nl.steunpunt.support.conversation.MessageKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a power user does with a question. Each verb opens the door, changes the question and tells
 * all concerned.
 */
@Service
public class QuestionHelping {
  private final Questions questions;
  private final QuestionMoving moving;
  private final Conversations conversations;
  private final AnswerKeeping answers;
  private final QuestionNews news;
  private final Clock clock;

  QuestionHelping(
      Questions questions,
      QuestionMoving moving,
      Conversations conversations,
      AnswerKeeping answers,
      QuestionNews news,
      Clock clock) {
    this.questions = questions;
    this.moving = moving;
    this.conversations = conversations;
    this.answers = answers;
    this.news = news;
    this.clock = clock;
  }

  @Transactional
  public void take(Me me, QuestionId id) {
    var question = visibleToPowerUser(me, id);
    var now = clock.instant();
    question.take(me.id(), moving.afterTaking(question, now), now);
    save(question, me, now, "taken");
  }

  /**
   * @param why what makes the answer worth more than once; empty: none
   * @param keepAs the question as the next one would ask it, to keep this as a reusable answer;
   *     empty: do not keep
   */
  @Transactional
  public void answer(Me me, QuestionId id, UUID clientId, String text, String why, String keepAs) {
    var question = visibleToPowerUser(me, id);
    var now = clock.instant();
    if (conversations.add(id, me.id(), clientId, MessageKind.ANSWER, text).isEmpty()) {
      return;
    }
    if (!why.isBlank()) {
      conversations.add(id, me.id(), whyOf(clientId), MessageKind.WHY, why);
    }
    question.answer(me.id(), moving.closing(now), now);
    if (!keepAs.isBlank()) {
      answers.keep(me.id(), question.system(), question.topic(), id, keepAs, text, why);
    }
    save(question, me, now, "answered");
  }

  /** Passes it to this colleague; null: to whom routing finds best, the helpdesk last. */
  @Transactional
  public void pass(Me me, QuestionId id, @Nullable PersonId to) {
    var question = visibleToPowerUser(me, id);
    var now = clock.instant();
    if (to == null) {
      question.release(me.id(), now);
      moving.route(question, questions.offeredBefore(id), now);
    } else {
      moving.requirePowerUser(to, question.system());
      question.pass(me.id(), to, moving.afterOffer(question, now), now);
    }
    save(question, me, now, "passed");
  }

  /** Asks a colleague power user to sit in; the question stays where it is. */
  @Transactional
  public void consult(Me me, QuestionId id, PersonId whom) {
    var question = visibleToPowerUser(me, id);
    var now = clock.instant();
    moving.requirePowerUser(whom, question.system());
    question.consult(me.id(), whom, now);
    questions.admit(id, now, List.of(new Seat(whom, Seat.Role.SECOND_CHAIR)));
    save(question, me, now, "consulted");
  }

  /** Gives it to the helpdesk with what was tried; the asker stays the requester. */
  @Transactional
  public void handOver(Me me, QuestionId id, UUID clientId, String tried) {
    var question = visibleToPowerUser(me, id);
    var now = clock.instant();
    question.handOver(me.id(), now);
    conversations.add(id, me.id(), clientId, MessageKind.TRIED, tried);
    save(question, me, now, "handed_over");
  }

  @Transactional
  public void snooze(Me me, QuestionId id, Snooze snooze) {
    var question = visibleToPowerUser(me, id);
    var now = clock.instant();
    var until = moving.endOf(snooze, now);
    question.snooze(me.id(), until, moving.afterOffer(question, until));
    save(question, me, now, "snoozed");
  }

  /** Sooner than thought. */
  @Transactional
  public void wake(Me me, QuestionId id) {
    var question = visibleToPowerUser(me, id);
    var now = clock.instant();
    question.wake(me.id(), moving.afterTaking(question, now));
    save(question, me, now, "woken");
  }

  private Question visibleToPowerUser(Me me, QuestionId id) {
    var question = questions.visibleTo(me, id);
    if (!me.is(Role.POWER_USER)) {
      throw Refusal.of("question.refused.not_power_user");
    }
    return question;
  }

  private void save(Question question, Me me, Instant now, String what) {
    questions.save(question);
    questions.admitHolder(question, now);
    news.tell(question, me.id(), what);
  }

  /** The why is a message of its own, and a retry of the pair must find both. */
  private static UUID whyOf(UUID answer) {
    return new UUID(answer.getMostSignificantBits(), ~answer.getLeastSignificantBits());
  }
}
