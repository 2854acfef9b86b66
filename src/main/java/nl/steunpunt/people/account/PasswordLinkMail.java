package nl.steunpunt.people.account;

import java.util.Locale;
import nl.steunpunt.people.account.PasswordLinks.Purpose;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import org.springframework.stereotype.Component;

/** Mails a link to set a password, in the language of who gets it. */
@Component
class PasswordLinkMail {
  private final Mails mails;
  private final Messages messages;
  private final Brands brands;

  PasswordLinkMail(Mails mails, Messages messages, Brands brands) {
    this.mails = mails;
    this.messages = messages;
    this.brands = brands;
  }

  void send(Account to, Purpose purpose, String secret) {
    var language = Locale.of(to.language());
    var key = purpose == Purpose.INVITATION ? "mail.invitation." : "mail.reset.";
    var letter =
        Letter.of(
                text(language, key + "subject"),
                text(language, key + "hello", to.name()),
                words(language, key + "text"))
            .withAction(text(language, key + "action"), mails.link("/password/" + secret))
            .withSmallPrint(text(language, key + "small"));
    mails.queue(to.email(), letter, language);
  }

  /** As long as the organisation has no name here, it is not called by ours. */
  private String words(Locale language, String key) {
    var name = brands.settings().name();
    return name.isEmpty() ? text(language, key + ".nameless") : text(language, key, name);
  }

  private String text(Locale language, String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }
}
