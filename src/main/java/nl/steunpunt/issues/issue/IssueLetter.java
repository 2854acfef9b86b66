package nl.steunpunt.issues.issue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.issues.telling.IssueConversation;
import nl.steunpunt.issues.telling.NewsId;
import nl.steunpunt.issues.worksnow.WorksLinks;
import nl.steunpunt.network.Presence;
import nl.steunpunt.notify.ConversationLetter;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mail to who hears from the product, and not from their power user, that an issue changed. */
@Component
class IssueLetter implements ConversationLetter {
  record News(
      String title,
      Status status,
      @Nullable String workaround,
      @Nullable String plannedRelease,
      String language,
      NewsId newsId,
      boolean asks) {}

  private final JdbcClient sql;
  private final Messages messages;
  private final Mails mails;
  private final Presence presence;
  private final WorksLinks works;
  private final Clock clock;

  IssueLetter(
      JdbcClient sql,
      Messages messages,
      Mails mails,
      Presence presence,
      WorksLinks works,
      Clock clock) {
    this.sql = sql;
    this.messages = messages;
    this.mails = mails;
    this.presence = presence;
    this.works = works;
    this.clock = clock;
  }

  @Override
  public boolean isFor(String conversation) {
    return IssueConversation.issue(conversation).isPresent();
  }

  @Override
  public boolean isLookedAt(PersonId person, String conversation) {
    return presence.isLookingAt(person, conversation, clock.instant());
  }

  @Override
  public Optional<Letter> write(PersonId person, String conversation, Instant since) {
    var id = IssueConversation.issue(conversation).orElseThrow();
    return sql.sql(
            """
            select i.title, i.status, i.workaround, i.planned_release, p.language, n.id as news_id, n.asks
              from issues.issue i
              join issues.me_too m on m.issue_id = i.id and m.person_id = :person
              join issues.hearing h on h.issue_id = i.id and h.person_id = m.person_id and h.state = 'heard'
              join issues.news n on n.id = h.news_id
              join people.pub_person p on p.id = m.person_id
             where i.id = :id
            """)
        .param("id", id)
        .param("person", person)
        .query(News.class)
        .optional()
        .map(news -> letter(news, id, person));
  }

  private Letter letter(News news, long id, PersonId person) {
    var language = Locale.of(news.language);
    var status = messages.text(language, "issue.status." + news.status.word());
    var lines = new ArrayList<String>();
    lines.add(messages.text(language, "mail.issue.news", news.title));
    lines.add(messages.text(language, "mail.issue.status", status));
    if (news.plannedRelease != null && news.status.isOpen()) {
      lines.add(messages.text(language, "mail.issue.planned", news.plannedRelease));
    }
    if (news.workaround != null && !news.asks) {
      lines.add(messages.text(language, "mail.issue.workaround", news.workaround));
    }
    if (news.asks) {
      if (news.plannedRelease != null) {
        lines.add(messages.text(language, "works.mail.release", news.plannedRelease));
      }
      lines.add(messages.text(language, "works.mail.text"));
      return Letter.of(
              messages.text(language, "works.mail.subject", news.title),
              lines.toArray(String[]::new))
          .withAction(
              messages.text(language, "works.question"),
              mails.link(works.path(news.newsId, person)))
          .withSmallPrint(messages.text(language, "mail.issue.small"));
    }
    return Letter.of(
            messages.text(language, "mail.issue.subject", status, news.title),
            lines.toArray(String[]::new))
        .withAction(messages.text(language, "mail.issue.open"), mails.link("/issues/" + id))
        .withSmallPrint(messages.text(language, "mail.issue.small"));
  }
}
