package nl.steunpunt.support;

import java.util.List;

/**
 * Told in the transaction in which questions that are past their time of keeping go for good. A
 * module that points at a question by number lets go of it here, or it would point at nothing.
 */
public interface QuestionsForgotten {

  void forget(List<Long> questions);
}
