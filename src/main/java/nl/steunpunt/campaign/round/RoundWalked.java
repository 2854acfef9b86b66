package nl.steunpunt.campaign.round;

import java.time.Instant;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.WorkDone;
import nl.steunpunt.network.WorkKind;
import nl.steunpunt.people.PersonId;

/**
 * A round was walked, or more of it became known. Told within the transaction.
 *
 * @param subject the number of the round
 * @param minutes without those of the help given on the way, which count by themselves
 * @param at when it began
 */
record RoundWalked(PersonId by, SystemId system, long subject, Integer minutes, Instant at)
    implements WorkDone {
  @Override
  public WorkKind kind() {
    return WorkKind.ROUND;
  }
}
