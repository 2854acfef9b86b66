package nl.steunpunt.support;

import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.mail.Letter;

/** How a mail about a question can be answered by mail. */
public interface Replies {
  /**
   * @return empty: no mailbox is connected, so nobody reads replies
   */
  Optional<Letter.Thread> to(QuestionId question, PersonId reader);
}
