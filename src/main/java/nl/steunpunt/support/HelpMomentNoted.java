package nl.steunpunt.support;

import java.time.Instant;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.WorkDone;
import nl.steunpunt.network.WorkKind;
import nl.steunpunt.people.PersonId;

/**
 * Help in passing was noted, or put right. Told within the transaction.
 *
 * @param subject the number of the help moment
 * @param at when it was given
 */
public record HelpMomentNoted(
    PersonId by, SystemId system, long subject, Integer minutes, Instant at) implements WorkDone {
  @Override
  public WorkKind kind() {
    return WorkKind.HELP_MOMENT;
  }
}
