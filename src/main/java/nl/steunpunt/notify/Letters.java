package nl.steunpunt.notify;

import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import org.springframework.stereotype.Component;

/** What there is to tell about a conversation, by the room that knows it. */
@Component
public class Letters {
  private final List<ConversationLetter> writers;
  private final Mails mails;

  Letters(List<ConversationLetter> writers, Mails mails) {
    this.writers = writers;
    this.mails = mails;
  }

  /** In the person's language; empty when they have read it, or may not see it any more. */
  public Optional<Letter> about(Owed owed) {
    return writer(owed)
        .flatMap(writer -> writer.write(owed.personId(), owed.conversation(), owed.since()));
  }

  /** Whether it is in front of them now. */
  public boolean isLookedAt(Owed owed) {
    return writer(owed)
        .map(writer -> writer.isLookedAt(owed.personId(), owed.conversation()))
        .orElse(false);
  }

  /** Where the letter leads to, from our own front door: "/questions/7". */
  public String path(Letter letter) {
    var home = mails.link("");
    var address = letter.address();
    return address != null && address.startsWith(home + "/")
        ? address.substring(home.length())
        : "/";
  }

  private Optional<ConversationLetter> writer(Owed owed) {
    return writers.stream().filter(writer -> writer.isFor(owed.conversation())).findFirst();
  }
}
