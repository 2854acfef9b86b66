package nl.steunpunt.support;

/**
 * Takes in questions that were asked elsewhere, or before: the same rules, at other moments, and no
 * person is told of it.
 */
public interface QuestionHistory {

  /** Whether nobody has asked anything yet. */
  boolean isEmpty();

  /**
   * Where it stands follows from its events. What is still open gets its timed step counted from
   * now, so that an old question does not move on the moment it comes in.
   *
   * @throws nl.steunpunt.platform.web.Refusal when the events could not have happened in this order
   */
  QuestionId add(PastQuestion question);

  /**
   * As {@link #add}, and other systems are told of it as if it had happened now, once this is
   * committed.
   */
  QuestionId addAsNews(PastQuestion question);

  /** What came to the helpdesk without a power user, and ended there. */
  QuestionId addCall(PastCall call);

  /** Its asker lets the power user of their constituency read it. */
  void share(QuestionId question);
}
