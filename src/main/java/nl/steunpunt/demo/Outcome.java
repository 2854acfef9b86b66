package nl.steunpunt.demo;

/** Where a question of the story stands today. */
enum Outcome {
  CONFIRMED,
  POTENTIAL,
  DISPUTED,
  WAITING,
  ASKED_BACK,
  WITH_HELPDESK,
  DESK_SOLVED,
  WITHDRAWN;

  /** Whether somebody still has to do something: such a question is of today or yesterday. */
  boolean open() {
    return this == WAITING || this == ASKED_BACK || this == DISPUTED || this == WITH_HELPDESK;
  }
}
