package nl.steunpunt.platform.mail;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.steunpunt.platform.mail.MailSettings.Tls;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the administrator sets and sees of mail. */
@Component
public class MailSetup {
  private static final String SETTING = "mail";

  private final Settings settings;
  private final InstallationKey key;
  private final MailServer server;
  private final Outbox outbox;
  private final Clock clock;

  MailSetup(Settings settings, InstallationKey key, MailServer server, Outbox outbox, Clock clock) {
    this.settings = settings;
    this.key = key;
    this.server = server;
    this.outbox = outbox;
    this.clock = clock;
  }

  public MailSettings current() {
    return settings.get(SETTING, MailSettings.class, MailSettings.NONE);
  }

  /**
   * @param password null keeps the one that is there, where it was for this server and user
   */
  public void save(
      String host,
      int port,
      Tls tls,
      String user,
      @Nullable String password,
      String from,
      String publicUrl) {
    var now = current();
    var kept = now.isFor(host, port, tls, user) ? now.sealedPassword() : null;
    var sealed = password == null ? kept : key.seal(MailServer.KEY_PURPOSE, password);
    settings.put(
        SETTING,
        new MailSettings(host, port, tls, user, user.isEmpty() ? null : sealed, from, publicUrl));
  }

  /** Sends this at once, past the queue; null when the server took it. */
  @Nullable MailTrouble trySending(
      String to, String subject, Letter letter, String html, Locale language) {
    var now = current();
    var id = "<" + UUID.randomUUID() + "@" + now.domain() + ">";
    try {
      server.send(
          new OutgoingMail(
              0,
              id,
              to,
              language.getLanguage(),
              subject,
              letter.text(),
              html,
              letter.leaving(),
              null,
              null,
              clock.instant(),
              1),
          now);
      return null;
    } catch (RuntimeException e) {
      return MailTrouble.of(e);
    }
  }

  public long waiting() {
    return outbox.waiting();
  }

  /** What was or is to be mailed to somebody whose name is erased. */
  public void forget(String recipient) {
    outbox.forget(recipient);
  }

  /**
   * Mail that should have gone has not: refused, or waiting for longer than a slow server takes.
   */
  public boolean isInTrouble() {
    return current().isComplete() && outbox.isStuck();
  }

  /** The twenty latest, newest first. */
  public List<FailedMail> failures() {
    return outbox.latestFailures();
  }
}
