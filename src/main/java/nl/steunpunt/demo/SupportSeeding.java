package nl.steunpunt.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nl.steunpunt.demo.Colleagues.Found;
import nl.steunpunt.demo.Story.Asked;
import nl.steunpunt.demo.Story.Called;
import nl.steunpunt.demo.Story.Said;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.Topics;
import nl.steunpunt.support.PastCall;
import nl.steunpunt.support.PastQuestion;
import nl.steunpunt.support.PastQuestion.Event;
import nl.steunpunt.support.PastQuestion.Kind;
import nl.steunpunt.support.QuestionHistory;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the story have happened, in one transaction: signals name issues and questions, and a start
 * that was cut off would not know their numbers any more.
 */
@Component
class SupportSeeding {
  /** Some askers let their power user read what they ask, whoever helps. */
  private static final int SHARED_ONE_IN = 3;

  private final QuestionHistory history;
  private final IssueSeeding issues;
  private final SignalSeeding signals;
  private final AnswerSeeding answers;
  private final HelpMomentSeeding helpMoments;
  private final HoursSeeding hours;
  private final DeskSeeding desk;
  private final Systems systems;
  private final Topics topics;
  private final Colleagues colleagues;

  SupportSeeding(
      QuestionHistory history,
      IssueSeeding issues,
      SignalSeeding signals,
      AnswerSeeding answers,
      HelpMomentSeeding helpMoments,
      HoursSeeding hours,
      DeskSeeding desk,
      Systems systems,
      Topics topics,
      Colleagues colleagues) {
    this.history = history;
    this.issues = issues;
    this.signals = signals;
    this.answers = answers;
    this.helpMoments = helpMoments;
    this.hours = hours;
    this.desk = desk;
    this.systems = systems;
    this.topics = topics;
    this.colleagues = colleagues;
  }

  @Transactional
  void seed(Story story, Earlier earlier, List<PowerUser> powerUsers, Instant now) {
    if (!history.isEmpty()) {
      return;
    }
    var stage = stage();
    var asked = ask(story.questions(), stage);
    story.calls().forEach(called -> history.addCall(past(called, stage)));
    var before = ask(earlier.questions(), stage);
    earlier.calls().forEach(called -> history.addCall(past(called, stage)));
    var known = issues.seed(story, asked, powerUsers, stage, now);
    signals.seed(story.signals(), known, stage);
    answers.seed(story.answers(), asked, stage);
    helpMoments.seed(story.helpMoments(), stage);
    hours.seed(powerUsers, asked, stage, now);
    desk.seed(asked, before, stage);
  }

  private Stage stage() {
    var nova = systems.byKey(NetworkSeeding.NOVA).orElseThrow().id();
    var known = new HashMap<String, TopicId>();
    topics.all(nova).forEach(topic -> known.put(topic.key(), topic.id()));
    return new Stage(colleagues.people(), nova, known);
  }

  /** By identity: two may ask the same at the same moment. */
  private Map<Asked, QuestionId> ask(List<Asked> questions, Stage stage) {
    var ids = new IdentityHashMap<Asked, QuestionId>();
    for (var asked : questions) {
      var past = past(asked, stage);
      var id = asked.outcome().open() ? history.addAsNews(past) : history.add(past);
      ids.put(asked, id);
      if (ids.size() % SHARED_ONE_IN == 0) {
        history.share(id);
      }
    }
    return ids;
  }

  private static PastQuestion past(Asked asked, Stage stage) {
    return new PastQuestion(
        stage.person(asked.asker()),
        stage.person(asked.helper()),
        stage.nova(),
        stage.topic(asked.topic()),
        asked.text(),
        asked.stuck(),
        asked.stuckUntil(),
        asked.at(),
        events(asked, stage.people()));
  }

  private static PastCall past(Called called, Stage stage) {
    return new PastCall(
        stage.person(called.caller()),
        stage.person(called.desk()),
        stage.nova(),
        stage.topic(called.topic()),
        called.text(),
        called.solution(),
        called.at(),
        called.solvedAt());
  }

  private static List<Event> events(Asked asked, Found people) {
    var events = new ArrayList<Event>();
    for (var said : asked.conversation()) {
      events.add(new Event(kind(said), people.person(said.author()), said.text(), said.at()));
    }
    var asker = people.person(asked.asker());
    var thanked = !events.isEmpty() && events.getLast().by().equals(asker);
    switch (asked.outcome()) {
      case CONFIRMED -> events.add(new Event(Kind.CONFIRMED, asker, "", asked.changedAt()));
      case DESK_SOLVED -> {
        if (thanked) {
          events.add(new Event(Kind.CONFIRMED, asker, "", asked.changedAt()));
        }
      }
      case WITHDRAWN -> events.add(new Event(Kind.WITHDRAWN, asker, "", asked.changedAt()));
      case DISPUTED ->
          events.add(events.size() - 1, new Event(Kind.DISPUTED, asker, "", asked.changedAt()));
      case POTENTIAL, ANSWERED, WAITING, ASKED_BACK, WITH_HELPDESK -> {}
    }
    return events;
  }

  private static Kind kind(Said said) {
    return switch (said.kind()) {
      case "answer" -> Kind.ANSWERED;
      case "why" -> Kind.EXPLAINED;
      case "tried" -> Kind.HANDED_OVER;
      default -> Kind.SAID;
    };
  }
}
