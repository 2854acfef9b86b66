package nl.steunpunt.support.signal;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.notify.ConversationLetter;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.support.SignalId;
import nl.steunpunt.support.signal.Signal.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mail to who sent a signal: what became of it. Nothing said here ends nowhere. */
@Component
class SignalLetter implements ConversationLetter {
  private static final String PREFIX = "signal-";

  record News(String text, State state, @Nullable String reply, String language) {}

  private final JdbcClient sql;
  private final Messages messages;
  private final Mails mails;

  SignalLetter(JdbcClient sql, Messages messages, Mails mails) {
    this.sql = sql;
    this.messages = messages;
    this.mails = mails;
  }

  static String conversation(SignalId id) {
    return PREFIX + id;
  }

  @Override
  public boolean isFor(String conversation) {
    return conversation.startsWith(PREFIX);
  }

  @Override
  public Optional<Letter> write(PersonId person, String conversation, Instant since) {
    return sql.sql(
            """
            select s.text, s.state, s.reply, p.language
              from support.signal s join people.pub_person p on p.id = s.sender_id
             where s.id = :id and s.sender_id = :person
            """)
        .param("id", SignalId.of(conversation.substring(PREFIX.length())))
        .param("person", person)
        .query(News.class)
        .optional()
        .map(this::letter);
  }

  private Letter letter(News news) {
    var language = Locale.of(news.language);
    var said = messages.text(language, "mail.signal.said", news.text);
    var end = messages.text(language, "mail.signal.end." + news.state.word());
    var lines =
        news.reply == null ? new String[] {said, end} : new String[] {said, end, news.reply};
    return Letter.of(messages.text(language, "mail.signal.subject"), lines)
        .withAction(messages.text(language, "mail.signal.open"), mails.link("/"))
        .withSmallPrint(messages.text(language, "mail.signal.small"));
  }
}
