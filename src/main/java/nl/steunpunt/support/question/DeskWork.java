package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.conversation.Conversations;
import nl.steunpunt.support.conversation.MessageKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the helpdesk does with a question that is there. */
@Service
public class DeskWork {
  private final Questions questions;
  private final QuestionMoving moving;
  private final Conversations conversations;
  private final QuestionNews news;
  private final Clock clock;

  DeskWork(
      Questions questions,
      QuestionMoving moving,
      Conversations conversations,
      QuestionNews news,
      Clock clock) {
    this.questions = questions;
    this.moving = moving;
    this.conversations = conversations;
    this.news = news;
    this.clock = clock;
  }

  /**
   * Back to a power user, with advice that all at the question can read.
   *
   * @param to null: who had it before, or when that one is away whom routing finds
   */
  @Transactional
  public void giveBack(Me me, QuestionId id, UUID clientId, String advice, @Nullable PersonId to) {
    var question = visibleToDesk(me, id);
    var now = clock.instant();
    moving.giveBack(question, me.id(), to, now);
    conversations.add(id, me.id(), clientId, MessageKind.ADVICE, advice);
    save(question, me, now, "returned");
  }

  /** The desk is done with it: what was wrong and what was done, in words for the asker. */
  @Transactional
  public void close(Me me, QuestionId id, UUID clientId, String reason) {
    var question = visibleToDesk(me, id);
    var now = clock.instant();
    question.closeAtDesk(me.id(), moving.closing(now), now);
    conversations.add(id, me.id(), clientId, MessageKind.ANSWER, reason);
    save(question, me, now, "answered");
  }

  private Question visibleToDesk(Me me, QuestionId id) {
    var question = questions.visibleTo(me, id);
    if (!me.is(Role.HELPDESK)) {
      throw Refusal.of("question.refused.not_desk");
    }
    return question;
  }

  private void save(Question question, Me me, Instant now, String what) {
    questions.save(question);
    questions.admit(
        Objects.requireNonNull(question.id()), now, List.of(new Seat(me.id(), Seat.Role.DESK)));
    questions.admitHolder(question, now);
    news.tell(question, me.id(), what);
  }
}
