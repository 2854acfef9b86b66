package nl.steunpunt.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.demo.Colleagues.Found;
import nl.steunpunt.demo.Story.Asked;
import nl.steunpunt.demo.Story.Said;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.Topics;
import nl.steunpunt.support.PastQuestion;
import nl.steunpunt.support.PastQuestion.Event;
import nl.steunpunt.support.PastQuestion.Kind;
import nl.steunpunt.support.QuestionHistory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the story's questions have been asked. */
@Component
class SupportSeeding {

  private final QuestionHistory history;
  private final Systems systems;
  private final Topics topics;
  private final Colleagues colleagues;

  SupportSeeding(QuestionHistory history, Systems systems, Topics topics, Colleagues colleagues) {
    this.history = history;
    this.systems = systems;
    this.topics = topics;
    this.colleagues = colleagues;
  }

  @Transactional
  void seed(Collection<Asked> questions) {
    if (!history.isEmpty()) {
      return;
    }
    var nova = systems.byKey(NetworkSeeding.NOVA).orElseThrow().id();
    var known = new HashMap<String, TopicId>();
    topics.all(nova).forEach(topic -> known.put(topic.key(), topic.id()));
    var people = colleagues.people();
    for (var asked : questions) {
      history.add(past(asked, people, nova, Objects.requireNonNull(known.get(asked.topic()))));
    }
  }

  private static PastQuestion past(Asked asked, Found people, SystemId nova, TopicId topic) {
    return new PastQuestion(
        people.person(asked.asker()),
        people.person(asked.helper()),
        nova,
        topic,
        asked.text(),
        asked.stuck(),
        asked.at(),
        events(asked, people));
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
      case POTENTIAL, WAITING, ASKED_BACK, WITH_HELPDESK -> {}
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
