package nl.steunpunt.campaign;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import nl.steunpunt.people.PersonId;

/**
 * Takes in rounds that were planned and walked elsewhere, or before; hours are not counted anew.
 */
public interface RoundHistory {
  /**
   * A round along the places where most of this power user's people sit.
   *
   * @param talked how many they spoke to at each place
   */
  record PastRound(PersonId powerUser, Instant startedAt, int minutes, int talked) {}

  /** The route leads along the same places. */
  void plan(PersonId powerUser, Collection<DayOfWeek> days, LocalTime at);

  void addAll(Collection<PastRound> rounds);
}
