package nl.steunpunt.network;

import nl.steunpunt.people.PersonId;

/** What was noted as done was not done: it no longer counts. */
public interface WorkTakenBack {
  PersonId by();

  WorkKind kind();

  long subject();
}
