package nl.steunpunt.support;

import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Told in the transaction in which something happens to a question that is or was with the desk: a
 * bean of the module that has the desk.
 */
public interface DeskVisits {
  /**
   * @param by who did it; null: a timed step
   * @param what the step's word, as live events have it
   */
  void changed(QuestionId question, @Nullable PersonId by, String what);
}
