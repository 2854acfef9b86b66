package nl.steunpunt.support;

import java.util.Collection;

/** Takes in answers that were kept elsewhere, or before; nobody is told of it. */
public interface AnswerShelf {

  /**
   * All at once; each is suggested once the caller's transaction has committed.
   *
   * @throws nl.steunpunt.platform.web.Refusal when one has no title or text, or too long a one
   */
  void keepAll(Collection<PastAnswer> answers);
}
