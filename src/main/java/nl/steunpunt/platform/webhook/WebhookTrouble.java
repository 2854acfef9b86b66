package nl.steunpunt.platform.webhook;

import java.util.Locale;
import java.util.Set;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.outgoing.OutgoingAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Why something did not arrive.
 *
 * @param key of a sentence
 * @param detail the beginning of what the other side answered, without the address
 * @param status null: there was no answer
 */
record WebhookTrouble(String key, String detail, @Nullable Integer status) {
  private static final int LONGEST = 160;
  private static final int SHORTEST_SECRET = 6;

  /** The secret, the address or its state, whatever the message: it would be so for each. */
  private static final Set<Integer> OF_ALL = Set.of(401, 403, 404, 405, 407, 408, 429);

  /** It asks for time, whatever the message. */
  private static final Set<Integer> LATER = Set.of(408, 429);

  /** Sealed with another key than this installation has. */
  static final WebhookTrouble UNREADABLE = new WebhookTrouble("webhook.trouble.key", "", null);

  static WebhookTrouble of(NotSent e) {
    var key = "outgoing.trouble." + e.reason().name().toLowerCase(Locale.ROOT);
    return new WebhookTrouble(key, "", null);
  }

  static WebhookTrouble of(OutgoingAnswer answer, OutgoingAddress sentTo) {
    return new WebhookTrouble(key(answer.status()), words(answer, sentTo), answer.status());
  }

  /** It says that it is no more: nothing is to be sent there. */
  boolean isGone() {
    return status != null && status == 410;
  }

  /** It is this message that it does not take; others it may. */
  boolean isOfTheMessage() {
    return status != null && status >= 400 && status < 500 && !OF_ALL.contains(status);
  }

  /** It answered, and not that it is busy: if it goes on, another message will tell. */
  boolean mayBeOfTheMessage() {
    return status != null && !LATER.contains(status) && !isGone() && !isOfTheMessage();
  }

  private static String key(int status) {
    return switch (status) {
      case 401, 403 -> "webhook.trouble.door";
      case 404 -> "webhook.trouble.missing";
      case 410 -> "webhook.trouble.gone";
      case 429 -> "webhook.trouble.busy";
      default ->
          status >= 500
              ? "webhook.trouble.broken"
              : status >= 300 && status < 400
                  ? "webhook.trouble.elsewhere"
                  : "webhook.trouble.refused";
    };
  }

  private static String words(OutgoingAnswer answer, OutgoingAddress sentTo) {
    var text = answer.text();
    for (var piece : sentTo.target().split("[/?&=]", -1)) {
      if (piece.length() >= SHORTEST_SECRET) {
        text = text.replace(piece, "…");
      }
    }
    var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
