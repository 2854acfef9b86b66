package nl.steunpunt.support.signal;

import java.util.Optional;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.SignalDoor;
import nl.steunpunt.support.SignalId;
import nl.steunpunt.support.question.Ask;
import nl.steunpunt.support.question.QuestionAsking;
import nl.steunpunt.support.signal.Signal.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a signal. Each end is told to its sender; only an end with words may leave it.
 */
@Service
public class SignalHearing implements SignalDoor {
  private final Signals signals;
  private final QuestionAsking asking;
  private final SignalNews news;

  SignalHearing(Signals signals, QuestionAsking asking, SignalNews news) {
    this.signals = signals;
    this.asking = asking;
    this.news = news;
  }

  /** "I have read it": the sender sees that it was heard. */
  @Transactional
  public void hear(Me me, SignalId id) {
    var signal = forHearer(me, id);
    if (signal.state() == State.SENT) {
      become(me, signal, State.HEARD, null);
    }
  }

  @Transactional
  public void answer(Me me, SignalId id, String reply) {
    become(me, forHearer(me, id), State.ANSWERED, SignalSaying.text(reply));
  }

  /** Nothing will be done, and why. */
  @Transactional
  public void leave(Me me, SignalId id, String reason) {
    become(me, forHearer(me, id), State.LEFT, SignalSaying.text(reason));
  }

  /**
   * It asks for help after all. The sender may always make it a question; the power user only when
   * the sender gave the name, since a question has one.
   */
  @Transactional
  public QuestionId makeQuestion(Me me, SignalId id) {
    var signal = signals.visibleTo(me, id);
    requireOpenOrAnswered(signal);
    var sender = signal.senderId();
    if (sender == null || (!signal.named() && !sender.equals(me.id()))) {
      throw Refusal.of("signal.refused.nameless");
    }
    var onBehalf = sender.equals(me.id()) ? null : sender;
    var question =
        asking.askFromSignal(
            me,
            new Ask(signal.systemId(), signal.topicId(), signal.text(), onBehalf, false, null),
            signal.named());
    signals.become(signal.id(), State.BECAME_QUESTION, null, question.value(), null);
    tell(me, signal, State.BECAME_QUESTION);
    return question;
  }

  @Override
  @Transactional
  public Said said(Me me, SignalId id) {
    var signal = signals.visibleTo(me, id);
    return new Said(signal.text(), signal.systemId(), signal.topicId());
  }

  @Override
  @Transactional
  public Optional<PersonId> becameIssue(Me me, SignalId id, long issue) {
    var signal = forHearer(me, id);
    signals.become(id, State.BECAME_ISSUE, null, null, issue);
    tell(me, signal, State.BECAME_ISSUE);
    return Optional.ofNullable(signal.senderId());
  }

  private Signal forHearer(Me me, SignalId id) {
    var signal = signals.visibleTo(me, id);
    if (me.id().equals(signal.senderId()) && !me.id().equals(signal.powerUserId())) {
      throw Refusal.of("signal.refused.own");
    }
    requireOpenOrAnswered(signal);
    return signal;
  }

  private static void requireOpenOrAnswered(Signal signal) {
    if (!signal.state().isOpen() && signal.state() != State.ANSWERED) {
      throw Refusal.conflict("signal.refused.ended");
    }
  }

  private void become(Me me, Signal signal, State state, @Nullable String reply) {
    signals.become(signal.id(), state, reply, null, null);
    tell(me, signal, state);
  }

  private void tell(Me me, Signal signal, State state) {
    news.tell(signal.id(), signal.senderId(), signal.powerUserId(), state, me.id());
  }
}
