package nl.steunpunt.support.conversation;

/**
 * What a message is for: talk, the answer and its why, what was tried before a hand-over, or the
 * desk's advice.
 */
public enum MessageKind {
  SAID,
  ANSWER,
  WHY,
  TRIED,
  ADVICE
}
