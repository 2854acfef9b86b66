package nl.steunpunt.demo;

/** Where a question of the story stands today. */
enum Outcome {
  CONFIRMED,
  POTENTIAL,
  ANSWERED,
  DISPUTED,
  WAITING,
  ASKED_BACK,
  WITH_HELPDESK,
  DESK_SOLVED,
  WITHDRAWN;

  /** Whether somebody still has to do something: such a question is of today or yesterday. */
  boolean open() {
    return switch (this) {
      case ANSWERED, WAITING, ASKED_BACK, DISPUTED, WITH_HELPDESK -> true;
      case CONFIRMED, POTENTIAL, DESK_SOLVED, WITHDRAWN -> false;
    };
  }
}
