package nl.steunpunt.network.cover;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Power users to users that the lead aims at: one to so many people.
 *
 * @param liveOn when the system went live, as far as is known
 * @param chosenPhase null: it follows from that day
 * @param nowPhase which it is now
 * @param knowers how many know each critical topic, at least
 */
public record Aim(
    @Nullable LocalDate liveOn,
    @Nullable Phase chosenPhase,
    Phase nowPhase,
    int goLiveFrom,
    int goLiveUpTo,
    int settlingFrom,
    int settlingUpTo,
    int stableUpTo,
    int knowers) {

  /** Fewer people to one power user than this is more than enough; 1 where nothing is. */
  public int least() {
    return switch (nowPhase) {
      case GO_LIVE -> goLiveFrom;
      case SETTLING -> settlingFrom;
      case STABLE -> 1;
    };
  }

  /** More people to one power user than this is too many. */
  public int most() {
    return switch (nowPhase) {
      case GO_LIVE -> goLiveUpTo;
      case SETTLING -> settlingUpTo;
      case STABLE -> stableUpTo;
    };
  }

  /** How many power users so many people need. */
  public int needed(int people) {
    return Math.ceilDiv(people, most());
  }
}
