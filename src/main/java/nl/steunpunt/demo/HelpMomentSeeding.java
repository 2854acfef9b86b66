package nl.steunpunt.demo;

import java.util.List;
import nl.steunpunt.demo.Story.Helped;
import nl.steunpunt.support.HelpMomentHistory;
import nl.steunpunt.support.PastHelpMoment;
import org.springframework.stereotype.Component;

/** The help in passing that the story's power users noted. */
@Component
class HelpMomentSeeding {

  private final HelpMomentHistory history;

  HelpMomentSeeding(HelpMomentHistory history) {
    this.history = history;
  }

  void seed(List<Helped> helped, Stage stage) {
    history.addAll(helped.stream().map(one -> past(one, stage)).toList());
  }

  private static PastHelpMoment past(Helped helped, Stage stage) {
    return new PastHelpMoment(
        stage.person(helped.powerUser()),
        stage.nova(),
        stage.topic(helped.topic()),
        helped.minutes(),
        helped.note(),
        helped.at());
  }
}
