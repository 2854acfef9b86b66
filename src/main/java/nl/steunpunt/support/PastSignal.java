package nl.steunpunt.support;

import java.time.Instant;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A signal with what became of it.
 *
 * @param named whether its power user may see who sent it
 * @param powerUser null: nobody served the sender, so the network lead had it
 * @param reply the answer, or the reason it was left
 * @param question what it became, when it became a question
 * @param issue the number of what it became, when it became an issue
 */
public record PastSignal(
    PersonId sender,
    boolean named,
    @Nullable PersonId powerUser,
    SystemId system,
    TopicId topic,
    String text,
    End end,
    @Nullable String reply,
    @Nullable QuestionId question,
    @Nullable Long issue,
    Instant sentAt,
    Instant changedAt) {

  /** How far it came. */
  public enum End {
    /** Nobody has read it yet. */
    SENT,
    HEARD,
    ANSWERED,
    BECAME_QUESTION,
    BECAME_ISSUE,
    LEFT
  }
}
