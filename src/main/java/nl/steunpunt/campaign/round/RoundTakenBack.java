package nl.steunpunt.campaign.round;

import nl.steunpunt.network.WorkKind;
import nl.steunpunt.network.WorkTakenBack;
import nl.steunpunt.people.PersonId;

/** All of a round was taken back. Told within the transaction. */
record RoundTakenBack(PersonId by, long subject) implements WorkTakenBack {
  @Override
  public WorkKind kind() {
    return WorkKind.ROUND;
  }
}
