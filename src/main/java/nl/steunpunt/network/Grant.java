package nl.steunpunt.network;

import java.util.Set;
import nl.steunpunt.people.PersonId;

/** What a mandate is granted for: whom it serves and which topics its power user knows well. */
public record Grant(
    PersonId person,
    SystemId system,
    int sharePercent,
    Set<ConstituencyRule> rules,
    Set<TopicId> knows) {

  public Grant {
    if (sharePercent < 1 || sharePercent > 100) {
      throw new IllegalArgumentException("Share of working time in percent: " + sharePercent);
    }
    rules = Set.copyOf(rules);
    knows = Set.copyOf(knows);
  }
}
