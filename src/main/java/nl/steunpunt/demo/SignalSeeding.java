package nl.steunpunt.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.steunpunt.demo.Story.SignalState;
import nl.steunpunt.demo.Story.Vented;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.support.PastQuestion;
import nl.steunpunt.support.PastQuestion.Event;
import nl.steunpunt.support.PastQuestion.Kind;
import nl.steunpunt.support.PastSignal;
import nl.steunpunt.support.QuestionHistory;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.SignalHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The story's signals, each with its end. */
@Component
class SignalSeeding {

  private final SignalHistory history;
  private final QuestionHistory questions;

  SignalSeeding(SignalHistory history, QuestionHistory questions) {
    this.history = history;
    this.questions = questions;
  }

  void seed(List<Vented> signals, Map<String, IssueId> issues, Stage stage) {
    history.addAll(signals.stream().map(vented -> past(vented, issues, stage)).toList());
  }

  private PastSignal past(Vented vented, Map<String, IssueId> issues, Stage stage) {
    var powerUser = vented.powerUser();
    var issue = issues.get(Objects.requireNonNullElse(vented.issue(), ""));
    var question = vented.state() == SignalState.BECAME_QUESTION ? question(vented, stage) : null;
    return new PastSignal(
        stage.person(vented.sender()),
        !vented.nameless(),
        powerUser == null ? null : stage.person(powerUser),
        stage.nova(),
        stage.topic(vented.topic()),
        vented.text(),
        PastSignal.End.valueOf(vented.state().name()),
        question == null ? vented.reply() : null,
        question,
        issue == null ? null : issue.value(),
        vented.at(),
        vented.changedAt());
  }

  /** Its sender wanted help after all, and got it. */
  private @Nullable QuestionId question(Vented vented, Stage stage) {
    var sender = stage.person(vented.sender());
    var powerUser = stage.person(Objects.requireNonNull(vented.powerUser(), vented.text()));
    var answer = Objects.requireNonNull(vented.reply(), vented.text());
    return questions.add(
        new PastQuestion(
            sender,
            powerUser,
            stage.nova(),
            stage.topic(vented.topic()),
            vented.text(),
            false,
            null,
            vented.changedAt(),
            List.of(
                new Event(Kind.ANSWERED, powerUser, answer, vented.endedAt()),
                new Event(Kind.CONFIRMED, sender, "", vented.endedAt()))));
  }
}
