package nl.steunpunt.platform.webhook;

/**
 * Something that can be told; a bean of the room in which it happens.
 *
 * @param place the order on the screen, low first
 * @param word "question_asked"; its text is {@code webhook.event.}...
 */
public record WebhookKind(int place, String word) {

  /** As CloudEvents call it: {@code nl.steunpunt.question.asked}. */
  static String type(String word) {
    return "nl.steunpunt." + word.replaceFirst("_", ".");
  }
}
