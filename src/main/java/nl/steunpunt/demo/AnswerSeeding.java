package nl.steunpunt.demo;

import java.util.List;
import java.util.Map;
import nl.steunpunt.demo.Story.Asked;
import nl.steunpunt.demo.Story.Kept;
import nl.steunpunt.support.AnswerShelf;
import nl.steunpunt.support.PastAnswer;
import nl.steunpunt.support.PastAnswer.Help;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Component;

/** Answers worth more than once, so that who types finds something at once. */
@Component
class AnswerSeeding {

  private final AnswerShelf shelf;

  AnswerSeeding(AnswerShelf shelf) {
    this.shelf = shelf;
  }

  void seed(List<Kept> answers, Map<Asked, QuestionId> asked, Stage stage) {
    shelf.keepAll(
        answers.stream()
            .map(kept ->
                new PastAnswer(
                    stage.person(kept.author()),
                    stage.nova(),
                    stage.topic(kept.topic()),
                    kept.from() == null ? null : asked.get(kept.from()),
                    kept.title(),
                    kept.text(),
                    kept.why(),
                    kept.at(),
                    kept.helped().stream()
                        .map(joined -> new Help(stage.person(joined.who()), joined.at()))
                        .toList()))
            .toList());
  }
}
