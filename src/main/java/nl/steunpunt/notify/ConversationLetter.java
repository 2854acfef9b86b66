package nl.steunpunt.notify;

import java.time.Instant;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.mail.Letter;

/** Writes what there is to tell about a conversation, in the room that knows it. */
public interface ConversationLetter {
  /** Whether this conversation ('question-7') is of this room. */
  boolean isFor(String conversation);

  /**
   * What this person has not seen of it, in their language.
   *
   * @param since what they were told of by page only, came after this
   * @return nothing when they have read it, or may not see it any more
   */
  Optional<Letter> write(PersonId person, String conversation, Instant since);

  /** Whether it is in front of them now, so that nobody need tell them. */
  default boolean isLookedAt(PersonId person, String conversation) {
    return false;
  }
}
