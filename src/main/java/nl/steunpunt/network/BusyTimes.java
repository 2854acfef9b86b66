package nl.steunpunt.network;

import java.time.Instant;
import nl.steunpunt.people.PersonId;

/** Busy times that came from no calendar that we read: of a demo. */
public interface BusyTimes {
  /** One that overlaps another of this person is left out. */
  void add(PersonId person, Instant from, Instant until);
}
