package nl.steunpunt.support;

import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;

/** What other modules may ask of a question. */
public interface QuestionDoor {
  /**
   * @throws nl.steunpunt.platform.web.NotFound when this person may not see the question
   */
  void requireVisible(Me me, QuestionId question);

  /** Who asked it; {@link #requireVisible}'s rule holds. */
  PersonId askerOf(Me me, QuestionId question);

  /** What was asked; {@link #requireVisible}'s rule holds. */
  String textOf(Me me, QuestionId question);

  /**
   * Something beside the question changed, such as the issue it belongs to: its screens read it
   * anew.
   */
  void tellChanged(QuestionId question, String what);
}
