package nl.steunpunt.demo;

import java.util.Map;
import java.util.Objects;
import nl.steunpunt.demo.Colleagues.Found;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;

/** Where the story plays: the numbers of its people, its system and its topics. */
record Stage(Found people, SystemId nova, Map<String, TopicId> topics) {

  PersonId person(Employee employee) {
    return people.person(employee);
  }

  TopicId topic(String key) {
    return Objects.requireNonNull(topics.get(key), key);
  }
}
