package nl.steunpunt.issues.telling;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.steunpunt.issues.issue.Status;
import nl.steunpunt.notify.MorningNews;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the reader can tell the people they serve now: how many it concerns, never who. */
@Component
class TellingInTheMorning implements MorningNews {
  record ToTell(
      PersonId powerUserId, long id, String title, Status status, int people, int countOfAll) {}

  private final JdbcClient sql;
  private final Messages messages;

  TellingInTheMorning(JdbcClient sql, Messages messages) {
    this.sql = sql;
    this.messages = messages;
  }

  @Override
  public Occasion occasion() {
    return Occasion.NEWS_TO_TELL;
  }

  @Override
  public Map<PersonId, Part> write(Collection<Reader> readers, Instant now) {
    var languages = Reader.languages(readers);
    var told =
        toTell(languages.keySet(), now).stream()
            .map(one -> {
              var language = languages.getOrDefault(one.powerUserId, Messages.DUTCH);
              var path = TellingController.PATH + "#issue-" + one.id;
              return new Entry(
                  one.powerUserId,
                  one.countOfAll,
                  new Line(one.title, detail(one, language), path));
            })
            .toList();
    return MorningNews.parts(told, TellingController.PATH);
  }

  private List<ToTell> toTell(Collection<PersonId> people, Instant now) {
    return sql.sql(
            """
            select power_user_id, id, title, status, people, count_of_all
              from (select t.*, row_number() over (partition by power_user_id order by news) as place,
                           count(*) over (partition by power_user_id)::int as count_of_all
                      from (select s.power_user_id, i.id, i.title, i.status, max(h.news_id) as news, count(*)::int as people
                              from network.pub_serving(:now) s
                              join issues.hearing h on h.person_id = s.person_id and h.state = 'to_tell'
                              join issues.issue i on i.id = h.issue_id and i.system_id = s.system_id
                              join issues.me_too m on m.issue_id = h.issue_id and m.person_id = h.person_id and m.named
                             where s.power_user_id in (:people)
                             group by s.power_user_id, i.id) t) placed
             where place <= :most
             order by power_user_id, place
            """)
        .param("people", people)
        .param("now", now)
        .param("most", MOST_LINES)
        .query(ToTell.class)
        .list();
  }

  private String detail(ToTell one, Locale language) {
    return messages.text(
        language,
        "telling.morning",
        messages.text(language, "issue.status." + one.status.word()),
        one.people);
  }
}
