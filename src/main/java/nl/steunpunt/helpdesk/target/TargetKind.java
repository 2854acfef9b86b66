package nl.steunpunt.helpdesk.target;

import java.util.Locale;
import nl.steunpunt.support.QuestionId;

/** What the desk promises of a ticket, one after the other. */
enum TargetKind {
  REACT,
  SOLVE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a warning is kept under, for who is owed one: "target-react-7". */
  String conversation(QuestionId question) {
    return "target-" + word() + "-" + question;
  }
}
