package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.network.Presence;
import nl.steunpunt.notify.ConversationLetter;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.i18n.Moments;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one mail about a question: what was said and what happened since its reader last looked. */
@Component
class QuestionLetter implements ConversationLetter {
  private static final String PREFIX = "question-";
  private static final int SUBJECT_LENGTH = 70;

  /** What only the asker can do something with. */
  private static final Map<String, String> OF_OTHERS =
      Map.of("mail.question.now.answered", "mail.question.now.answered_theirs");

  record Line(String author, String text) {}

  /**
   * @param helper to whom the desk sent whoever came there first; null: nobody
   * @param happened how it stands, by the last step alone: those before it are true no more; and
   *     how it came to the reader
   */
  record News(
      String text,
      Status status,
      String asker,
      boolean mine,
      boolean offered,
      @Nullable Instant nextAt,
      @Nullable String helper,
      String language,
      List<Line> unread,
      List<String> happened) {}

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Messages messages;
  private final Mails mails;
  private final Presence presence;
  private final Replies replies;
  private final Clock clock;

  QuestionLetter(
      JdbcClient sql,
      ScreenSql screens,
      Messages messages,
      Mails mails,
      Presence presence,
      Replies replies,
      Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.messages = messages;
    this.mails = mails;
    this.presence = presence;
    this.replies = replies;
    this.clock = clock;
  }

  @Override
  public boolean isFor(String conversation) {
    return conversation.startsWith(PREFIX);
  }

  @Override
  public boolean isLookedAt(PersonId person, String conversation) {
    return presence.isLookingAt(person, conversation, clock.instant());
  }

  @Override
  public Optional<Letter> write(PersonId person, String conversation, Instant since) {
    var id = Long.parseLong(conversation.substring(PREFIX.length()));
    return news(person, id, since)
        .filter(news -> news.offered || !news.unread.isEmpty() || !news.happened.isEmpty())
        .map(news -> letter(news, id, replies.to(new QuestionId(id), person)));
  }

  private Letter letter(News news, long id, Optional<Letter.Thread> thread) {
    var language = Locale.of(news.language);
    var lines = new ArrayList<String>();
    if (news.offered) {
      lines.add(messages.text(language, "mail.question.offered", news.asker));
      lines.add(news.text);
    } else {
      lines.add(
          messages.text(
              language, news.mine ? "mail.question.yours" : "mail.question.theirs", news.text));
    }
    news.happened.stream()
        .map(word -> "mail.question.now." + word)
        .map(key -> messages.text(language, news.mine ? key : OF_OTHERS.getOrDefault(key, key)))
        .forEach(lines::add);
    if (news.mine && news.helper != null) {
      lines.add(messages.text(language, "mail.question.helps", news.helper));
    }
    news.unread.stream()
        .map(line -> messages.text(language, "mail.question.said", line.author, line.text))
        .forEach(lines::add);
    if (news.offered && news.nextAt != null) {
      lines.add(
          messages.text(language, "mail.question.before", Moments.exactly(news.nextAt, language)));
    }
    var about =
        news.offered
            ? "mail.question.subject_offered"
            : news.mine ? "mail.question.subject" : "mail.question.subject_theirs";
    // A mail program keeps what answers a mail beside it by its subject too.
    var subject =
        thread
            .map(Letter.Thread::answers)
            .map(Letter.Answered::subject)
            .filter(mailed -> !mailed.isBlank())
            .map(mailed -> mailed.matches("(?i)re:.*") ? mailed : "Re: " + mailed)
            .orElseGet(() -> messages.text(language, about, brief(news.text), news.asker));
    var letter =
        Letter.of(subject, lines.toArray(String[]::new))
            .withAction(
                messages.text(language, "mail.question.open"), mails.link("/questions/" + id));
    var small = messages.text(language, "mail.question.small");
    return thread
        .map(back ->
            letter.withSmallPrint(messages.text(language, "mailbox.reply"), small).inThread(back))
        .orElseGet(() -> letter.withSmallPrint(small));
  }

  private static String brief(String text) {
    var line = text.lines().findFirst().orElse("");
    return line.length() <= SUBJECT_LENGTH ? line : line.substring(0, SUBJECT_LENGTH).strip() + "…";
  }

  private Optional<News> news(PersonId person, long id, Instant since) {
    var statement =
        sql.sql(
                """
                select to_json(news) from (
                  select q.text, q.status, a.name as asker, q.asker_id = :person as mine, q.next_at,
                         case when q.origin = 'desk_first' and q.status = 'with_power_user' then h.name end as helper,
                         me.language,
                         q.status = 'with_power_user' and q.power_user_id = :person and q.taken_at is null as offered,
                         coalesce((select json_agg(u order by u.id) from (
                           select m.id, w.name as author, left(m.text, 1000) as text
                             from support.message m join people.pub_person w on w.id = m.author_id
                            where m.question_id = q.id and m.id > seat.read_up_to and m.author_id <> :person
                            order by m.id desc limit 5) u), '[]') as unread,
                         coalesce((select json_agg(case when st.kind = 'asked' and q.origin = 'from_signal' then q.origin
                                                    else st.kind end order by st.seq) from support.step st
                           where st.question_id = q.id and st.at >= :since
                             and (st.kind = 'consulted' and st.person_id = :person
                               or st.kind = 'split_off' and q.asker_id = :person
                               or st.kind = 'asked' and st.person_id <> :person and q.asker_id = :person
                               or st.person_id is distinct from :person and st.kind <> 'returned'
                                 and st.seq = (select max(seq) from support.step
                                                where question_id = q.id
                                                  and kind in ('handed_over', 'to_helpdesk', 'returned', 'answered', 'closed',
                                                               'opened_again', 'reopened', 'disputed', 'withdrawn', 'confirmed')))), '[]') as happened
                    from support.question q
                    join support.participant seat on seat.question_id = q.id and seat.person_id = :person
                    join people.pub_person a on a.id = q.asker_id
                    left join people.pub_person h on h.id = q.power_user_id
                    join people.pub_person me on me.id = :person
                   where q.id = :id) news
                """)
            .param("person", person)
            .param("id", id)
            .param("since", since);
    return screens.one(statement, News.class);
  }
}
