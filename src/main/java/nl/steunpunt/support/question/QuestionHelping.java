package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.QuestionWorkedOn;
import nl.steunpunt.support.answer.AnswerKeeping;
import nl.steunpunt.support.conversation.Conversations;
import nl.steunpunt.support.conversation.MessageKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a power user does with a question. Each verb opens the door, changes the question and tells
 * all concerned.
 */
@Service
public class QuestionHelping {
  /** What is put aside longer than this is not put aside but forgotten. */
  private static final Duration LONGEST_SNOOZE = Duration.ofDays(60);

  private final Questions questions;
  private final QuestionMoving moving;
  private final Conversations conversations;
  private final AnswerKeeping answers;
  private final QuestionNews news;
  private final Notices notices;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  QuestionHelping(
      Questions questions,
      QuestionMoving moving,
      Conversations conversations,
      AnswerKeeping answers,
      QuestionNews news,
      Notices notices,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.questions = questions;
    this.moving = moving;
    this.conversations = conversations;
    this.answers = answers;
    this.news = news;
    this.notices = notices;
    this.facts = facts;
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
      moving.route(question, moving.triedWith(questions.offeredBefore(id), me.id(), now), now);
    } else {
      moving.requireReachable(to, question.system(), now);
      question.pass(me.id(), to, moving.afterOffer(question, now), now);
    }
    save(question, me, now, "passed");
  }

  /** Asks a colleague power user to sit in; the question stays where it is. */
  @Transactional
  public void consult(Me me, QuestionId id, PersonId whom) {
    var question = visibleToPowerUser(me, id);
    var now = clock.instant();
    moving.requireReachable(whom, question.system(), now);
    question.consult(me.id(), whom, now);
    if (questions.admitsSecondChair(id, whom, now)) {
      save(question, me, now, "consulted");
      notices.owe(whom, "question-" + id, Occasion.QUESTION_FOR_ME, now);
    }
  }

  /** A second chair leaves again; what they wrote stays. */
  @Transactional
  public void stepOut(Me me, QuestionId id) {
    var question = visibleToPowerUser(me, id);
    var now = clock.instant();
    if (!questions.dismissSecondChair(id, me.id())) {
      throw Refusal.conflict("question.refused.no_second_chair");
    }
    question.stepOut(me.id(), now);
    save(question, me, now, "stepped_out");
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

  /** Answers with the moment it comes back. */
  @Transactional
  public Instant snooze(Me me, QuestionId id, Snooze snooze) {
    return snooze(me, id, moving.endOf(snooze, clock.instant()));
  }

  /** Until a moment of one's own; outside working time until work begins again. */
  @Transactional
  public Instant snooze(Me me, QuestionId id, Instant wished) {
    var question = visibleToPowerUser(me, id);
    var now = clock.instant();
    if (!wished.isAfter(now) || wished.isAfter(now.plus(LONGEST_SNOOZE))) {
      throw Refusal.of("question.refused.snooze_moment", LONGEST_SNOOZE.toDays());
    }
    var until = moving.endOfSnooze(wished);
    question.snooze(me.id(), until, moving.afterSilence(question, until), now);
    save(question, me, now, "snoozed");
    return until;
  }

  /** Sooner than thought. */
  @Transactional
  public void wake(Me me, QuestionId id) {
    var question = visibleToPowerUser(me, id);
    var now = clock.instant();
    question.wake(me.id(), moving.afterSilence(question, now));
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
    facts.publishEvent(new QuestionWorkedOn(me.id(), question.system(), idOf(question), now));
  }

  private static QuestionId idOf(Question question) {
    return Objects.requireNonNull(question.id());
  }

  /** The why is a message of its own, and a retry of the pair must find both. */
  private static UUID whyOf(UUID answer) {
    return new UUID(answer.getMostSignificantBits(), ~answer.getLeastSignificantBits());
  }
}
