package nl.steunpunt.support.question;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.live.LiveHub;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.QuestionWorkedOn;
import nl.steunpunt.support.attachment.AttachmentId;
import nl.steunpunt.support.attachment.Attachments;
import nl.steunpunt.support.conversation.Conversations;
import nl.steunpunt.support.conversation.MessageKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing in a question's conversation, and having read it. */
@Service
public class MessageWriting {
  private final Questions questions;
  private final QuestionMoving moving;
  private final Conversations conversations;
  private final QuestionNews news;
  private final Attachments attachments;
  private final Notices notices;
  private final LiveHub live;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  MessageWriting(
      Questions questions,
      QuestionMoving moving,
      Conversations conversations,
      QuestionNews news,
      Attachments attachments,
      Notices notices,
      LiveHub live,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.questions = questions;
    this.moving = moving;
    this.conversations = conversations;
    this.news = news;
    this.attachments = attachments;
    this.notices = notices;
    this.live = live;
    this.facts = facts;
    this.clock = clock;
  }

  @Transactional
  public Optional<Long> write(Me me, QuestionId id, UUID clientId, String text) {
    return write(me, id, clientId, text, List.of());
  }

  /**
   * A power user's first word takes the question: who answers has it.
   *
   * @param files uploaded before by the same person to this question; with them the text may be
   *     empty
   */
  @Transactional
  public Optional<Long> write(
      Me me, QuestionId id, UUID clientId, String text, List<AttachmentId> files) {
    var question = questions.visibleTo(me, id);
    var now = clock.instant();
    var message =
        files.isEmpty()
            ? conversations.add(id, me.id(), clientId, MessageKind.SAID, text)
            : conversations.addWithFiles(id, me.id(), clientId, text);
    if (message.isEmpty()) {
      return message;
    }
    if (!files.isEmpty()) {
      attachments.claim(files, message.get(), id.value(), me.id());
    }
    if (me.id().equals(question.powerUser())
        && question.status() == Status.WITH_POWER_USER
        && !question.isTaken()) {
      question.take(me.id(), moving.afterTaking(question, now), now);
    }
    question.spoken(me.id(), moving.afterSilence(question, now), now);
    questions.save(question);
    if (me.is(Role.HELPDESK)) {
      questions.admit(id, now, List.of(new Seat(me.id(), Seat.Role.DESK)));
    }
    news.tell(question, me.id(), "message");
    if (!me.id().equals(question.asker()) && question.status() != Status.WITH_HELPDESK) {
      facts.publishEvent(new QuestionWorkedOn(me.id(), question.system(), id, now));
    }
    return message;
  }

  @Transactional
  public void read(Me me, QuestionId id, long upTo) {
    questions.requireVisible(me, id);
    if (conversations.read(id, me.id(), upTo)) {
      notices.seen(me.id(), "question-" + id);
      live.whisper(others(me, id), "question", id.value(), "read");
      live.whisper(List.of(me.id()), "read", id.value(), "");
    } else {
      notices.looked(me.id(), "question-" + id);
    }
  }

  /** Somebody types; told to the others and kept nowhere. */
  public void types(Me me, QuestionId id) {
    questions.requireVisible(me, id);
    live.whisper(others(me, id), "typing", id.value(), me.name());
  }

  private List<PersonId> others(Me me, QuestionId id) {
    return questions.participants(id).stream().filter(person -> !person.equals(me.id())).toList();
  }
}
