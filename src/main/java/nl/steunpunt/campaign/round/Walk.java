package nl.steunpunt.campaign.round;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The round that taps are of; each sending says it, since any may be the first to arrive.
 *
 * @param id made on the phone
 * @param places numbers of zones or floors, in the order in which they are walked
 */
public record Walk(UUID id, Instant startedAt, List<Long> places) {
  /** More than anybody walks. */
  public static final int MOST_PLACES = 40;
}
