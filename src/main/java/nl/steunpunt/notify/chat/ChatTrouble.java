package nl.steunpunt.notify.chat;

import java.util.Locale;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.outgoing.OutgoingAnswer;

/**
 * Why a message did not arrive.
 *
 * @param key of a sentence for the administrator
 * @param detail what the server said, or empty
 */
record ChatTrouble(String key, String detail) {
  private static final int LONGEST = 200;

  /** Of a path; what is shorter is a word such as "hooks". */
  private static final int SHORTEST_SECRET = 6;

  /** Sealed with another key than this installation has. */
  static final ChatTrouble UNREADABLE = new ChatTrouble("chat.trouble.key", "");

  static ChatTrouble of(NotSent e) {
    return new ChatTrouble("outgoing.trouble." + e.reason().name().toLowerCase(Locale.ROOT), "");
  }

  static ChatTrouble of(OutgoingAnswer answer, OutgoingAddress sentTo) {
    return new ChatTrouble(key(answer.status()), words(answer, sentTo));
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

  /** Many a server says which path it does not know, and that is the secret. */
  private static String words(OutgoingAnswer answer, OutgoingAddress sentTo) {
    var text = answer.text();
    for (var piece : sentTo.target().split("[/?&=]", -1)) {
      if (piece.length() >= SHORTEST_SECRET) {
        text = text.replace(piece, "…");
      }
    }
    var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    var cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    return (answer.status() + " " + cut).strip();
  }
}
