package nl.steunpunt.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a chat channel can be told of: what waits for any of many, or concerns many. */
public enum ChatEvent {
  /** A question has come to the helpdesk, and nobody there has it yet. */
  QUESTION_AT_DESK,
  /** What the helpdesk promised of a question is nearly late. */
  DESK_TARGET,
  ISSUE_REPORTED,
  /** Another status, or another way around it. */
  ISSUE_CHANGED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ChatEvent> of(String word) {
    return Arrays.stream(values()).filter(event -> event.word().equals(word)).findFirst();
  }
}
