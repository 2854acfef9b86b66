package nl.steunpunt.support;

import nl.steunpunt.network.WorkKind;
import nl.steunpunt.network.WorkTakenBack;
import nl.steunpunt.people.PersonId;

/** A help moment was noted by mistake. Told within the transaction. */
public record HelpMomentRemoved(PersonId by, long subject) implements WorkTakenBack {
  @Override
  public WorkKind kind() {
    return WorkKind.HELP_MOMENT;
  }
}
