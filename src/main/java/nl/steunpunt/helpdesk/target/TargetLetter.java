package nl.steunpunt.helpdesk.target;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.steunpunt.network.Presence;
import nl.steunpunt.notify.ConversationLetter;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.i18n.Moments;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The warning that a target is near, as long as it is neither met nor out of reach of its reader.
 */
@Component
class TargetLetter implements ConversationLetter {
  private static final Pattern CONVERSATION = Pattern.compile("target-(react|solve)-(\\d{1,18})");

  record Near(
      String text,
      String asker,
      int priority,
      @Nullable String queueNl,
      @Nullable String queueEn,
      Instant dueAt,
      String language) {
    @Nullable String queue() {
      return language.equals("nl") ? queueNl : queueEn;
    }
  }

  private final JdbcClient sql;
  private final Messages messages;
  private final Mails mails;
  private final Presence presence;
  private final Clock clock;

  TargetLetter(JdbcClient sql, Messages messages, Mails mails, Presence presence, Clock clock) {
    this.sql = sql;
    this.messages = messages;
    this.mails = mails;
    this.presence = presence;
    this.clock = clock;
  }

  @Override
  public boolean isFor(String conversation) {
    return CONVERSATION.matcher(conversation).matches();
  }

  @Override
  public boolean isLookedAt(PersonId person, String conversation) {
    return presence.isLookingAt(person, "question-" + question(conversation), clock.instant());
  }

  @Override
  public Optional<Letter> write(PersonId person, String conversation, Instant since) {
    var question = question(conversation);
    var react = conversation.equals("target-react-" + question);
    return sql.sql(
            """
            select left(q.text, 1000) as text, a.name as asker, k.priority, k.due_at, me.language,
                   case when not u.fallback then u.name_nl end as queue_nl,
                   case when not u.fallback then u.name_en end as queue_en
              from helpdesk.ticket k
              join support.pub_question q on q.id = k.question_id
              join people.pub_person a on a.id = q.asker_id
              join people.pub_person me on me.id = :person and me.active and me.roles @> array['helpdesk']
              left join helpdesk.queue u on u.id = k.queue_id
             where k.question_id = :question and k.open and k.warn_at is not null and me.id <> q.asker_id
               and (k.reacted_at is null) = :react
               and not exists (select from helpdesk.ticket lead where lead.id = k.merged_into and lead.open)
            """)
        .param("question", question)
        .param("person", person)
        .param("react", react)
        .query(Near.class)
        .optional()
        .map(near -> letter(near, react, question));
  }

  private Letter letter(Near near, boolean react, long question) {
    var language = Locale.of(near.language);
    var kind = (react ? TargetKind.REACT : TargetKind.SOLVE).word();
    var when = near.dueAt.isAfter(clock.instant()) ? "near" : "late";
    var key = "mail.target." + kind + "." + when;
    var moment = Moments.exactly(near.dueAt, language);
    var queue = near.queue();
    return Letter.of(
            messages.text(language, key + ".subject", question, moment),
            messages.text(language, "mail.target.priority", near.priority)
                + (queue == null ? "" : " " + messages.text(language, "mail.target.queue", queue)),
            messages.text(language, "mail.target.asked", near.asker, near.text),
            messages.text(language, key, moment))
        .withAction(
            messages.text(language, "mail.target.open"), mails.link("/questions/" + question))
        .withSmallPrint(messages.text(language, "mail.target.small"));
  }

  private static long question(String conversation) {
    var found = CONVERSATION.matcher(conversation);
    if (!found.matches()) {
      throw new IllegalArgumentException(conversation);
    }
    return Long.parseLong(found.group(2));
  }
}
