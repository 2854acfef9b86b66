package nl.steunpunt.support.question;

import java.time.Clock;
import nl.steunpunt.people.Me;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the asker does with the own question: confirm, dispute, withdraw, edit, ask once more. */
@Service
public class QuestionSettling {
  private final Questions questions;
  private final QuestionMoving moving;
  private final QuestionNews news;
  private final Clock clock;

  QuestionSettling(Questions questions, QuestionMoving moving, QuestionNews news, Clock clock) {
    this.questions = questions;
    this.moving = moving;
    this.news = news;
    this.clock = clock;
  }

  @Transactional
  public void confirm(Me me, QuestionId id) {
    var question = questions.visibleTo(me, id);
    question.confirm(me.id(), clock.instant());
    save(question, me, "confirmed");
  }

  /**
   * "Not solved": it goes back to who answered, if that is a power user who can be reached; else it
   * is routed anew.
   */
  @Transactional
  public void reopen(Me me, QuestionId id) {
    var question = questions.visibleTo(me, id);
    var now = clock.instant();
    var fromDesk = question.reopen(me.id(), now);
    moving.routeBack(question, fromDesk, now);
    save(question, me, "reopened");
    questions.admitHolder(question, now);
  }

  /** The asker does not wait for the clock: whoever has it now is passed over. */
  @Transactional
  public void askAnother(Me me, QuestionId id) {
    var question = questions.visibleTo(me, id);
    var now = clock.instant();
    question.askAnother(me.id(), now);
    moving.route(question, questions.offeredBefore(id), now);
    save(question, me, "moved_on");
    questions.admitHolder(question, now);
  }

  @Transactional
  public void withdraw(Me me, QuestionId id) {
    var question = questions.visibleTo(me, id);
    question.withdraw(me.id(), clock.instant());
    save(question, me, "withdrawn");
  }

  @Transactional
  public void edit(Me me, QuestionId id, String text) {
    var question = questions.visibleTo(me, id);
    question.edit(me.id(), QuestionAsking.text(text));
    save(question, me, "edited");
  }

  private void save(Question question, Me me, String what) {
    questions.save(question);
    news.tell(question, me.id(), what);
  }
}
