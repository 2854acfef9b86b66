package nl.steunpunt.support.question;

import nl.steunpunt.people.PersonId;

/** A person's place at a question. */
record Seat(PersonId person, Role role) {
  enum Role {
    ASKER,
    FILER,
    POWER_USER,
    SECOND_CHAIR,
    DESK
  }
}
