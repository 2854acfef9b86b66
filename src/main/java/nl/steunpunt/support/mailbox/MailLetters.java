package nl.steunpunt.support.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Component;

/** What goes back to who wrote a mail that did not become what they meant. */
@Component
class MailLetters {
  /** One stranger hears it once a day, and strangers together only so often: some are forged. */
  private static final int STRANGERS_AN_HOUR = 20;

  /** One who is known gets more: what they wrote is in it. More than these is a machine. */
  static final int REFUSALS_AN_HOUR = 5;

  static final String TOO_MANY = "mailbox.refused.too_many";

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final MailsIn mailsIn;
  private final Messages messages;
  private final Mails mails;
  private final Brands brands;

  MailLetters(MailsIn mailsIn, Messages messages, Mails mails, Brands brands) {
    this.mailsIn = mailsIn;
    this.messages = messages;
    this.mails = mails;
    this.brands = brands;
  }

  /** Too many are said once an hour: a machine that answers each mail would get one for each. */
  boolean mayTellRefused(Me sender, Refusal no, Instant now) {
    var since = now.minus(HOUR);
    return mailsIn.refusedSince(sender.id(), "", since) < REFUSALS_AN_HOUR
        && (!no.key().equals(TOO_MANY) || mailsIn.refusedSince(sender.id(), TOO_MANY, since) == 0);
  }

  /** With what they wrote: it was heard by nobody, and may be nowhere else. */
  void tellRefused(Me sender, ReadMail mail, Refusal no) {
    var language = sender.locale();
    var letter =
        Letter.of(
                messages.text(language, "mailbox.letter.refused.subject", mail.subject()),
                messages.text(
                    language,
                    "mailbox.letter.refused",
                    messages.text(language, no.key(), no.arguments())),
                messages.text(language, "mailbox.letter.wrote", mail.said()))
            .withAction(messages.text(language, "mailbox.letter.ask"), mails.link("/"));
    mails.queue(sender.email(), letter, language);
  }

  void tellUnread(Me sender, QuestionId question, List<String> files) {
    var language = sender.locale();
    var letter =
        Letter.of(
                messages.text(language, "mailbox.letter.unread.subject"),
                messages.text(language, "mailbox.letter.unread", String.join(", ", files)))
            .withAction(
                messages.text(language, "mail.question.open"),
                mails.link("/questions/" + question));
    mails.queue(sender.email(), letter, language);
  }

  boolean mayTellStranger(ReadMail mail, Instant now) {
    return mail.arrivedAt().isAfter(now.minus(DAY))
        && mailsIn.strangersSince(mail.sender(), now.minus(DAY)) == 0
        && mailsIn.strangersSince(null, now.minus(HOUR)) < STRANGERS_AN_HOUR;
  }

  /** In both languages: of a stranger we know none. Nothing of theirs is repeated. */
  void tellStranger(ReadMail mail) {
    var name = brands.current().name();
    var letter =
        Letter.of(
            name + ": " + messages.text(Messages.DUTCH, "mailbox.letter.stranger.subject"),
            messages.text(Messages.DUTCH, "mailbox.letter.stranger", name),
            messages.text(Messages.ENGLISH, "mailbox.letter.stranger", name));
    try {
      mails.queue(mail.sender(), letter, Locale.of("nl"));
    } catch (IllegalArgumentException e) {
      // Its sender's address is none: there is nobody to tell.
    }
  }
}
