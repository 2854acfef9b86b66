package nl.steunpunt.notify.morning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.notify.Channel;
import nl.steunpunt.notify.Owed;
import nl.steunpunt.notify.Told;
import nl.steunpunt.notify.Way;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.mail.Mails;
import org.springframework.stereotype.Component;

/**
 * A column of the settings table. Nothing is owed by it: it looks how things stand each morning.
 */
@Component
class MorningChannel implements Channel {
  private final Mails mails;

  MorningChannel(Mails mails) {
    this.mails = mails;
  }

  @Override
  public Way way() {
    return Way.DIGEST;
  }

  @Override
  public Optional<Instant> due(Instant now) {
    return Optional.empty();
  }

  @Override
  public Map<Owed, Told> tell(Recipient to, List<Owed> owed, Instant now) {
    return Map.of();
  }

  /** What is wrong with mails stands above already, by the column of mail. */
  @Override
  public Optional<Trouble> trouble(Me owner) {
    return Optional.empty();
  }
}
