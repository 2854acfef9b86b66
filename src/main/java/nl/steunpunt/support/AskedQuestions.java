package nl.steunpunt.support;

import nl.steunpunt.people.Me;

/** Questions as the API gives them, also for routes of other modules. */
public interface AskedQuestions {
  /**
   * @throws nl.steunpunt.platform.web.NotFound when this person may not see it
   */
  AskedQuestion one(Me me, QuestionId id);
}
