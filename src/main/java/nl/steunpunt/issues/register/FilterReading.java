package nl.steunpunt.issues.register;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.steunpunt.issues.issue.Severity;
import nl.steunpunt.issues.issue.Status;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.Topic;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.Topics;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a client of the API asks of the register; what cannot be is said by its parameter. */
@Component
public class FilterReading {
  private final Systems systems;
  private final Topics topics;
  private final People people;

  FilterReading(Systems systems, Topics topics, People people) {
    this.systems = systems;
    this.topics = topics;
    this.people = people;
  }

  public record Chosen(@Nullable SystemId system, @Nullable TopicId topic) {}

  public static List<Status> statuses(List<String> words) {
    return words.stream()
        .filter(word -> !word.isBlank())
        .map(word -> one(Status.values(), word, "status"))
        .toList();
  }

  public static List<Severity> severities(List<String> words) {
    return words.stream()
        .filter(word -> !word.isBlank())
        .map(word -> one(Severity.values(), word, "severity"))
        .toList();
  }

  private static <E extends Enum<E>> E one(E[] all, String word, String parameter) {
    return Stream.of(all)
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word.strip()))
        .findFirst()
        .orElseThrow(() -> Invalid.parameter(parameter, "api.parameter.wrong"));
  }

  /** A topic's key says something within its system alone. */
  public Chosen about(String system, String topic) {
    var known =
        system.isBlank()
            ? null
            : systems.find(Ref.of(system)).map(ItSystem::id).orElseThrow(() -> wrong("system"));
    if (topic.isBlank()) {
      return new Chosen(known, null);
    }
    if (known == null) {
      throw wrong("topic");
    }
    var part = topics.find(known, Ref.of(topic)).map(Topic::id).orElseThrow(() -> wrong("topic"));
    return new Chosen(known, part);
  }

  /**
   * @param worker may ask whose it is; of others the register keeps that to itself
   * @param who {@code me}, an address or a number; empty: whoever
   */
  public @Nullable PersonId owner(Me me, boolean worker, String who) {
    if (who.isBlank()) {
      return null;
    }
    if (who.strip().equals("me")) {
      return me.id();
    }
    return (worker ? people.find(Ref.of(who)) : Optional.<PersonId>empty())
        .orElseThrow(() -> wrong("owner"));
  }

  private static Invalid wrong(String parameter) {
    return Invalid.parameter(parameter, "api.parameter.wrong");
  }
}
