package nl.steunpunt.network;

import java.util.Collection;
import java.util.Map;
import nl.steunpunt.people.PersonId;

/**
 * What questions were about that a power user worked on, read when they look at their own hours:
 * with the hours themselves only a number is kept. A bean of the module that knows.
 */
public interface WorkTitles {
  /**
   * @return the beginning of each, without those that this person may not see or that are gone
   */
  Map<Long, String> ofQuestions(PersonId me, Collection<Long> questions);
}
