package nl.steunpunt.support;

import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;

/** What other modules may do with a signal. */
public interface SignalDoor {

  /**
   * What was said.
   *
   * @throws NotFound when this person may not see the signal
   */
  String textOf(Me me, SignalId signal);

  /**
   * It is about something that is wrong for more than one person; its sender hears it. In the
   * caller's transaction.
   *
   * @param issue the number of the issue
   * @throws NotFound as {@link #textOf}
   */
  void becameIssue(Me me, SignalId signal, long issue);
}
