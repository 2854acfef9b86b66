package nl.steunpunt.notify;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.mail.Mails;
import org.springframework.stereotype.Component;

/** After the quiet spell: who has not seen it by then gets one mail about all of it. */
@Component
class MailChannel implements Channel {
  private final Letters letters;
  private final Mails mails;

  MailChannel(Letters letters, Mails mails) {
    this.letters = letters;
    this.mails = mails;
  }

  @Override
  public Way way() {
    return Way.MAIL;
  }

  @Override
  public Optional<Instant> due(Instant now) {
    return Optional.of(now.plus(Notices.QUIET_SPELL));
  }

  @Override
  public Map<Owed, Told> tell(Recipient to, List<Owed> owed, Instant now) {
    var told = new HashMap<Owed, Told>();
    for (var one : owed) {
      var letter = letters.about(one).filter(news -> !letters.isLookedAt(one));
      letter.ifPresent(news -> mails.queue(to.email(), news, Locale.of(to.language())));
      told.put(one, letter.isPresent() ? new Told.Done() : new Told.Stale());
    }
    return told;
  }

  @Override
  public Optional<Trouble> trouble(Me owner) {
    if (!mails.isSetUp()) {
      return Optional.of(Trouble.ofEverybody("notice.trouble.no_mail"));
    }
    return mails.failedTo(owner.email()).map(_ -> Trouble.of("notice.trouble.mail", owner.email()));
  }
}
