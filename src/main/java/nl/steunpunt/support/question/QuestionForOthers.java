package nl.steunpunt.support.question;

import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.support.DeskVisits;
import nl.steunpunt.support.QuestionDoor;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class QuestionForOthers implements QuestionDoor {
  private final Questions questions;
  private final LiveEvents live;
  private final List<DeskVisits> visits;

  QuestionForOthers(Questions questions, LiveEvents live, List<DeskVisits> visits) {
    this.questions = questions;
    this.live = live;
    this.visits = visits;
  }

  @Override
  public void requireVisible(Me me, QuestionId question) {
    questions.requireVisible(me, question);
  }

  @Override
  @Transactional
  public PersonId askerOf(Me me, QuestionId question) {
    return questions.visibleTo(me, question).asker();
  }

  @Override
  @Transactional
  public String textOf(Me me, QuestionId question) {
    return questions.visibleTo(me, question).text();
  }

  @Override
  public void tellChanged(QuestionId question, String what) {
    visits.forEach(visit -> visit.changed(question, null, what));
    live.tell(questions.participants(question), "question", question.value(), what);
  }
}
