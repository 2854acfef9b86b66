package nl.steunpunt.platform.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.platform.brand.Brands;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The door for who has something to mail. What is queued goes when the caller's transaction
 * commits, and waits for as long as no mail server is set up.
 */
@Component
public class Mails {
  /** Gone within a minute or so with most servers. */
  private static final int CROWD = 100;

  private final Outbox outbox;
  private final MailSetup setup;
  private final MailDelivery delivery;
  private final TemplateEngine templates;
  private final Brands brands;
  private final String ownAddress;

  Mails(
      Outbox outbox,
      MailSetup setup,
      MailDelivery delivery,
      TemplateEngine templates,
      Brands brands,
      @Value("http://${server.address}:${server.port}") String ownAddress) {
    this.outbox = outbox;
    this.setup = setup;
    this.delivery = delivery;
    this.templates = templates;
    this.brands = brands;
    this.ownAddress = ownAddress;
  }

  /**
   * @param to one address; no name, no list
   * @throws IllegalArgumentException when that is no address
   */
  public void queue(String to, String subject, String text, String html, Locale language) {
    add(to, subject, text, html, null, null, language);
  }

  public void queue(String to, Letter letter, Locale language) {
    add(
        to,
        letter.subject(),
        letter.text(),
        html(letter, language),
        letter.leaving(),
        letter.thread(),
        language);
  }

  private void add(
      String to,
      String subject,
      String text,
      String html,
      @Nullable String unsubscribe,
      Letter.@Nullable Thread thread,
      Locale language) {
    outbox.add(
        address(to),
        language,
        oneLine(subject),
        text,
        html,
        unsubscribe,
        thread,
        setup.current().domain());
    delivery.beginAfterCommit();
  }

  /**
   * How many more may be queued by who has thousands of them: what somebody waits for must not
   * stand behind all of those, nor behind all that a server refused while it was away. 0 when no
   * mail leaves.
   */
  public int room() {
    return isSetUp() ? (int) Math.max(0, CROWD - outbox.toGo()) : 0;
  }

  /** Sends this at once, past the queue; null when the server took it, else why not. */
  public @Nullable MailTrouble tryNow(String to, Letter letter, Locale language) {
    return setup.trySending(
        to, oneLine(letter.subject()), letter, html(letter, language), language);
  }

  /** The latest mail to this address that lately did not go. */
  public Optional<FailedMail> failedTo(String recipient) {
    return outbox.latestFailure(recipient);
  }

  /** Whether mails leave at all. If not, they wait and the administrator is told. */
  public boolean isSetUp() {
    return setup.current().isComplete();
  }

  /** Whether somebody said where colleagues find us. */
  public boolean hasPublicAddress() {
    return !setup.current().publicUrl().isEmpty();
  }

  /** This path as a colleague outside can open it. */
  public String link(String path) {
    var settings = setup.current();
    return (settings.publicUrl().isEmpty() ? ownAddress : settings.publicUrl()) + path;
  }

  String html(Letter letter, Locale language) {
    var html = new StringOutput();
    templates.render(
        "nl/steunpunt/platform/mail/letter.jte",
        Map.of(
            "letter",
            letter,
            "brand",
            brands.current(),
            "language",
            language.getLanguage(),
            "base",
            link("")),
        html);
    return html.toString();
  }

  private static String address(String to) {
    try {
      var parsed = new InternetAddress(to, true);
      parsed.validate();
      return parsed.getAddress();
    } catch (AddressException e) {
      throw new IllegalArgumentException("no address: " + to, e);
    }
  }

  /** A line break in a header would be the start of another header. */
  private static String oneLine(String subject) {
    return subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
