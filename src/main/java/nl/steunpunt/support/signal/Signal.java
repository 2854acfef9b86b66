package nl.steunpunt.support.signal;

import java.util.Locale;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.SignalId;
import org.jspecify.annotations.Nullable;

/** A signal as its power user and its sender may act on it. */
public record Signal(
    SignalId id,
    @Nullable PersonId senderId,
    boolean named,
    @Nullable PersonId powerUserId,
    SystemId systemId,
    @Nullable TopicId topicId,
    String text,
    State state) {

  public enum State {
    SENT,
    HEARD,
    ANSWERED,
    BECAME_QUESTION,
    BECAME_ISSUE,
    LEFT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOpen() {
      return this == SENT || this == HEARD;
    }
  }
}
