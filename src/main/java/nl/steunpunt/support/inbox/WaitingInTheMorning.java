package nl.steunpunt.support.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.steunpunt.notify.MorningNews;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.i18n.Moments;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.OrganisationClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questions whose askers wait for the reader, the longest wait first. */
@Component
class WaitingInTheMorning implements MorningNews {
  private static final int TEXT_LENGTH = 90;
  private static final int MINUTES_OF_AN_HOUR = 60;

  record Waiting(
      PersonId powerUserId,
      long id,
      String asker,
      String text,
      Instant waitingSince,
      boolean stuck,
      int countOfAll) {}

  private final JdbcClient sql;
  private final OrganisationCalendar calendar;
  private final Messages messages;

  WaitingInTheMorning(JdbcClient sql, OrganisationCalendar calendar, Messages messages) {
    this.sql = sql;
    this.calendar = calendar;
    this.messages = messages;
  }

  @Override
  public Occasion occasion() {
    return Occasion.QUESTION_FOR_ME;
  }

  @Override
  public Map<PersonId, Part> write(Collection<Reader> readers, Instant now) {
    var languages = Reader.languages(readers);
    var told =
        waiting(languages.keySet(), now).stream()
            .map(one -> {
              var language = languages.getOrDefault(one.powerUserId, Messages.DUTCH);
              var line =
                  new Line(
                      one.asker + ": " + brief(one.text),
                      detail(one, language, now),
                      "/questions/" + one.id);
              return new Entry(one.powerUserId, one.countOfAll, line);
            })
            .toList();
    return MorningNews.parts(told, "/inbox");
  }

  private List<Waiting> waiting(Collection<PersonId> people, Instant now) {
    return sql.sql(
            """
            select q.power_user_id, q.id, a.name as asker, q.text, q.waiting_since, q.stuck, q.count_of_all
              from (select power_user_id, id, asker_id, left(text, 200) as text, waiting_since, stuck,
                           row_number() over (partition by power_user_id order by waiting_since, id) as place,
                           count(*) over (partition by power_user_id)::int as count_of_all
                      from support.question
                     where status = 'with_power_user' and power_user_id in (:people) and waiting_since is not null
                       and (snoozed_until is null or snoozed_until <= :now)) q
              join people.pub_person a on a.id = q.asker_id
             where q.place <= :most
             order by q.power_user_id, q.place
            """)
        .param("people", people)
        .param("now", now)
        .param("most", MOST_LINES)
        .query(Waiting.class)
        .list();
  }

  private String detail(Waiting one, Locale language, Instant now) {
    var since = one.waitingSince.atZone(OrganisationClock.ZONE);
    var moment =
        Moments.written("EEEE d MMMM", language).format(since)
            + " "
            + messages.text(language, "time.clock", Moments.clock(since, language));
    var hours =
        calendar.current().workingMinutesBetween(one.waitingSince, now) / MINUTES_OF_AN_HOUR;
    var text =
        messages.text(
            language,
            "mail.morning.waiting.hours",
            messages.text(language, "mail.morning.waiting", moment),
            hours);
    return one.stuck ? messages.text(language, "mail.morning.waiting.stuck", text) : text;
  }

  private static String brief(String text) {
    var line = text.lines().findFirst().orElse("");
    return line.length() <= TEXT_LENGTH ? line : line.substring(0, TEXT_LENGTH).strip() + "…";
  }
}
