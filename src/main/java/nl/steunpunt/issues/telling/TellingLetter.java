package nl.steunpunt.issues.telling;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.issues.telling.TellingScreens.Card;
import nl.steunpunt.network.Presence;
import nl.steunpunt.notify.ConversationLetter;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.i18n.Moments;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One mail about all that a power user can tell, with how many it concerns and never who. */
@Component
class TellingLetter implements ConversationLetter {
  /** All issues together: one mail in a quiet spell. */
  static final String CONVERSATION = "notices";

  private static final int MOST_LINES = 10;

  private final TellingScreens screens;
  private final JdbcClient sql;
  private final Messages messages;
  private final Mails mails;
  private final Presence presence;
  private final Clock clock;

  TellingLetter(
      TellingScreens screens,
      JdbcClient sql,
      Messages messages,
      Mails mails,
      Presence presence,
      Clock clock) {
    this.screens = screens;
    this.sql = sql;
    this.messages = messages;
    this.mails = mails;
    this.presence = presence;
    this.clock = clock;
  }

  @Override
  public boolean isFor(String conversation) {
    return conversation.equals(CONVERSATION);
  }

  @Override
  public boolean isLookedAt(PersonId person, String conversation) {
    return presence.isLookingAt(person, conversation, clock.instant());
  }

  @Override
  public Optional<Letter> write(PersonId person, String conversation, Instant since) {
    var notices = screens.notices(person, null, MOST_LINES);
    if (notices.toTell().isEmpty()) {
      return Optional.empty();
    }
    return sql.sql("select language from people.pub_person where id = :id")
        .param("id", person)
        .query(String.class)
        .optional()
        .map(language -> letter(notices, Locale.of(language)));
  }

  private Letter letter(TellingScreens.Notices notices, Locale language) {
    var path = mails.link(TellingController.PATH);
    var lines =
        new java.util.ArrayList<>(
            notices.toTell().stream()
                .map(card ->
                    new Letter.Line(
                        card.title(),
                        detail(card, language),
                        mails.link(TellingController.PATH + "#issue-" + card.id())))
                .toList());
    var more = notices.all() - lines.size();
    if (more > 0) {
      lines.add(new Letter.Line(messages.text(language, "mail.morning.more", more), "", path));
    }
    return Letter.of(
            messages.text(language, "telling.mail.subject", notices.all()),
            messages.text(language, "telling.mail.text", notices.all()))
        .withSections(
            java.util.List.of(
                new Letter.Section(messages.text(language, "telling.mail.list"), lines)))
        .withAction(messages.text(language, "telling.mail.open"), path)
        .withSmallPrint(messages.text(language, "telling.mail.small"));
  }

  private String detail(Card card, Locale language) {
    var until = card.until();
    var said = card.text(messages, language.getLanguage());
    return messages.text(language, "telling.mail.people", card.names().size())
        + " "
        + said
        + (until == null
            ? ""
            : " "
                + messages.text(language, "telling.mail.until", Moments.exactly(until, language)));
  }
}
