package nl.steunpunt.campaign.step;

import java.util.ArrayList;
import java.util.Locale;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.print.FieldedText;
import nl.steunpunt.platform.print.Paper;
import nl.steunpunt.platform.settings.SignedLink;
import org.springframework.stereotype.Component;

/** A step as a mail to one reader. */
@Component
class StepLetters {
  /** What the link in a mail is good for. */
  static final String LEAVING = "campaign-mail";

  private final StepFilling filling;
  private final SignedLink links;
  private final Mails mails;
  private final Messages messages;

  StepLetters(StepFilling filling, SignedLink links, Mails mails, Messages messages) {
    this.filling = filling;
    this.links = links;
    this.mails = mails;
    this.messages = messages;
  }

  Letter write(FieldedText text, Reader reader, Locale language) {
    var values = filling.values(reader, language);
    var paragraphs = new ArrayList<String>();
    for (var block : text.blocks(values)) {
      switch (block) {
        case Paper.Heading heading -> paragraphs.add(heading.words());
        case Paper.Text words -> paragraphs.add(words.words());
        case Paper.Bullets bullets -> bullets.items().forEach(item -> paragraphs.add("• " + item));
      }
    }
    var letter = Letter.of(text.title(values), paragraphs.toArray(String[]::new));
    return withWhy(withAction(letter, text, reader, language), reader, language);
  }

  /** As text to put somewhere else, without what only a mail needs or can ask. */
  String plain(FieldedText text, Reader reader, Locale language) {
    var letter = write(text, reader.withQuestion(null), language);
    return letter.subject() + "\n\n" + String.join("\n\n", letter.paragraphs());
  }

  /** Whether this text has the question whether they know their power user. */
  boolean asks(FieldedText text, Reader reader, Locale language) {
    return reader.kind().fields().contains(StepField.QUESTION)
        && text.named().contains(filling.name(StepField.QUESTION, language));
  }

  private Letter withAction(Letter letter, FieldedText text, Reader reader, Locale language) {
    if (reader.question() != null && asks(text, reader, language)) {
      return letter.withAction(
          messages.text(language, "campaign.mail.question"), reader.question());
    }
    return switch (reader.kind().reach()) {
      case POWER_USERS ->
          letter.withAction(
              messages.text(language, "campaign.mail.posters"), mails.link("/posters"));
      case EVERYONE, MANAGERS ->
          letter.withAction(
              messages.text(language, "campaign.mail.who_helps"), mails.link("/who-helps"));
      case NOBODY -> letter;
    };
  }

  /** Why one gets it, and where one can, how to get no more. */
  private Letter withWhy(Letter letter, Reader reader, Locale language) {
    var reach = reader.kind().reach();
    var why = messages.text(language, "campaign.mail.why." + reach.word(), reader.systemName());
    return reach.isNeeded()
        ? letter.withSmallPrint(why)
        : letter
            .withSmallPrint(why, messages.text(language, "campaign.mail.leave"))
            .withLeaving(mails.link(leaving(reader.person())));
  }

  String leaving(PersonId person) {
    return MailLeavingController.PATH + "/" + links.make(LEAVING, person.value());
  }
}
