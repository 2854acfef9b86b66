package nl.steunpunt.support;

import java.time.Instant;
import java.util.UUID;
import nl.steunpunt.network.About;
import nl.steunpunt.people.Me;

/**
 * What a power user notes while walking the floor, later perhaps than it was: the door for the
 * module that has the rounds. In the caller's transaction; no name of who was spoken to.
 */
public interface FloorNotes {
  /**
   * @param location where it was
   * @param as sent again it is the same help moment
   * @return its number
   * @throws nl.steunpunt.platform.web.Refusal when it is about a topic or lasted a time that cannot
   *     be
   */
  long helped(Me me, About about, int minutes, long location, Instant at, UUID as);

  /** As if it had not been noted. */
  void notHelped(Me me, long helpMoment);

  /**
   * @throws nl.steunpunt.platform.web.Refusal when the text is empty or too long
   */
  SignalId heard(Me me, About about, String text, long location, Instant at, UUID as);

  /** As if it had not been noted, unless something was done with it since. */
  void notHeard(Me me, SignalId signal);
}
