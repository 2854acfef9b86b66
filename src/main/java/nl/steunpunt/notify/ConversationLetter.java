package nl.steunpunt.notify;

import java.time.Instant;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.mail.Letter;

/** Writes the mail about a conversation, in the room that knows it. */
public interface ConversationLetter {
  /** Whether this conversation ('question-7') is of this room. */
  boolean isFor(String conversation);

  /**
   * What this person has not seen of it, in their language.
   *
   * @param since what they were told of by page only, came after this
   * @return nothing when they have read it, look at it now, or may not see it any more
   */
  Optional<Letter> write(PersonId person, String conversation, Instant since);
}
