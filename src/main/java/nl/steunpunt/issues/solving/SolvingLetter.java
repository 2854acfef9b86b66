package nl.steunpunt.issues.solving;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.network.Presence;
import nl.steunpunt.notify.ConversationLetter;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said of an issue, and decided about what one proposed, since one looked last. */
@Component
class SolvingLetter implements ConversationLetter {
  private static final String NEWS = SqlFile.beside(SolvingLetter.class, "news.sql");
  private static final int MOST_LINES = 10;

  /**
   * @param decision about what the reader proposed; null: it is what somebody else said
   * @param who said or decided it; null: that name is gone
   */
  record Line(
      Kind kind,
      String text,
      @Nullable String decision,
      @Nullable String reason,
      @Nullable String who) {}

  record News(long id, String title, String language, List<Line> lines) {}

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Messages messages;
  private final Mails mails;
  private final Presence presence;
  private final Clock clock;

  SolvingLetter(
      JdbcClient sql,
      ScreenSql screens,
      Messages messages,
      Mails mails,
      Presence presence,
      Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.messages = messages;
    this.mails = mails;
    this.presence = presence;
    this.clock = clock;
  }

  @Override
  public boolean isFor(String conversation) {
    return conversation.startsWith(Solving.PAGE);
  }

  @Override
  public boolean isLookedAt(PersonId person, String conversation) {
    return presence.isLookingAt(person, conversation, clock.instant());
  }

  @Override
  public Optional<Letter> write(PersonId person, String conversation, Instant since) {
    var statement =
        sql.sql(NEWS)
            .param("id", IssueId.of(conversation.substring(Solving.PAGE.length())))
            .param("person", person)
            .param("since", since)
            .param("most", MOST_LINES);
    return screens
        .one(statement, News.class)
        .filter(news -> !news.lines.isEmpty())
        .map(this::letter);
  }

  private Letter letter(News news) {
    var language = Locale.of(news.language);
    var path = mails.link("/issues/" + news.id + "/solving");
    var lines =
        news.lines.stream()
            .map(line -> new Letter.Line(what(line, language), detail(line), path))
            .toList();
    return Letter.of(
            messages.text(language, "solving.mail.subject", news.title),
            messages.text(language, "solving.mail.text", news.title))
        .withSections(List.of(new Letter.Section(messages.text(language, "solving.title"), lines)))
        .withAction(messages.text(language, "solving.mail.open"), path)
        .withSmallPrint(messages.text(language, "solving.mail.small"));
  }

  private String what(Line line, Locale language) {
    var key = line.decision == null ? line.kind.word() : line.decision;
    var who = line.who == null ? messages.text(language, "solving.mail.somebody") : line.who;
    return messages.text(
        language, "solving.mail.by", who, messages.text(language, "solving.mail." + key));
  }

  private static String detail(Line line) {
    return line.decision == null || line.reason == null || line.reason.isEmpty()
        ? line.text
        : line.reason;
  }
}
