package nl.steunpunt.support;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.people.Me;

/** What a desk that works in another system does with questions, beside what {@link Desk} can. */
public interface DeskElsewhere {
  /**
   * @param kind "said", "tried", "answer" ...
   * @param files how many pictures or files it brings
   */
  record Said(long id, UUID clientId, String author, String kind, String text, int files) {}

  /**
   * Keeps the question as it is until the transaction ends.
   *
   * @return false when it is gone
   */
  boolean lock(QuestionId question);

  /** What was said after that message, oldest first, a page of it. */
  List<Said> saidAfter(QuestionId question, long message);

  Optional<Said> said(QuestionId question, long message);

  /** Says something in the name of somebody of the desk; the same once. */
  void say(Me desk, QuestionId question, UUID clientId, String text);

  /** The helpdesk has it again, also when it was closed here. */
  void reopen(Me desk, QuestionId question);
}
