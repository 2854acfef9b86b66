package nl.steunpunt.support;

import java.util.Optional;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;

/** What other modules may do with a signal. */
public interface SignalDoor {

  /** What was said, and about what. */
  record Said(String text, SystemId system, @Nullable TopicId topic) {}

  /**
   * @throws NotFound when this person may not see the signal
   */
  Said said(Me me, SignalId signal);

  /**
   * It is about something that is wrong for more than one person; its sender hears it. In the
   * caller's transaction.
   *
   * @param issue the number of the issue
   * @return who said it, also when the hearer may not know; empty: it was heard on the floor
   * @throws NotFound as {@link #said}
   */
  Optional<PersonId> becameIssue(Me me, SignalId signal, long issue);
}
