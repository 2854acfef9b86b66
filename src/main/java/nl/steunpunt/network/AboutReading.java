package nl.steunpunt.network;

import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which system and topic a body or a form means. */
@Component
public class AboutReading {
  private static final SystemId NONE = new SystemId(0);

  private final Systems systems;
  private final Topics topics;

  AboutReading(Systems systems, Topics topics) {
    this.systems = systems;
    this.topics = topics;
  }

  /**
   * As a form says it, where all topics stand in one list and can be chosen beside another system:
   * the topic is the more exact of the two, so its system it is. A topic that is gone says nothing.
   */
  public About of(SystemId system, @Nullable TopicId topic) {
    return topic == null
        ? new About(system, null)
        : topics
            .active(topic)
            .map(known -> new About(known.systemId(), known.id()))
            .orElseGet(() -> new About(system, null));
  }

  /** What is wrong with them is said by {@link Members#check}, before which this is not used. */
  public About of(Members members, @Nullable Ref system, @Nullable Ref topic) {
    var known =
        members.known(
            "/system", system, ref -> systems.find(ref).map(ItSystem::id).orElse(null), NONE);
    if (known.equals(NONE)) {
      return new About(NONE, null);
    }
    return new About(
        known,
        members.knownIfGiven(
            "/topic", topic, ref -> topics.find(known, ref).map(Topic::id).orElse(null)));
  }
}
