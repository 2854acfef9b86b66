package nl.steunpunt.notify.chat;

import java.util.Locale;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.OutgoingAnswer;

/**
 * Why a message did not arrive.
 *
 * @param key of a sentence for the administrator
 * @param detail what the server said, or empty
 */
record ChatTrouble(String key, String detail) {
  private static final int LONGEST = 200;

  /** Sealed with another key than this installation has. */
  static final ChatTrouble UNREADABLE = new ChatTrouble("chat.trouble.key", "");

  static ChatTrouble of(NotSent e) {
    return new ChatTrouble("outgoing.trouble." + e.reason().name().toLowerCase(Locale.ROOT), "");
  }

  static ChatTrouble of(OutgoingAnswer answer) {
    return new ChatTrouble(key(answer.status()), words(answer));
  }

  private static String key(int status) {
    return switch (status) {
      case 404, 410 -> "chat.trouble.gone";
      case 429 -> "chat.trouble.busy";
      default ->
          status >= 500
              ? "chat.trouble.broken"
              : status >= 300 && status < 400 ? "chat.trouble.elsewhere" : "chat.trouble.refused";
    };
  }

  private static String words(OutgoingAnswer answer) {
    var text = answer.text().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return (answer.status() + " " + cut).strip();
  }
}
