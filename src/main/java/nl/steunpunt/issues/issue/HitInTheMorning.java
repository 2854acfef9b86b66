package nl.steunpunt.issues.issue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.steunpunt.notify.MorningNews;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open issues that people whom the reader serves first are hit by: how many, never who; those
 * who gave no name only among five or more.
 */
@Component
class HitInTheMorning implements MorningNews {
  record Hit(
      PersonId powerUserId,
      long id,
      String title,
      Status status,
      boolean hasWorkaround,
      int people,
      int countOfAll) {}

  private final JdbcClient sql;
  private final Messages messages;

  HitInTheMorning(JdbcClient sql, Messages messages) {
    this.sql = sql;
    this.messages = messages;
  }

  @Override
  public Occasion occasion() {
    return Occasion.PEOPLE_HIT;
  }

  @Override
  public Map<PersonId, Part> write(Collection<Reader> readers, Instant now) {
    var languages = Reader.languages(readers);
    var told =
        hits(languages.keySet(), now).stream()
            .map(one -> {
              var language = languages.getOrDefault(one.powerUserId, Messages.DUTCH);
              var line = new Line(one.title, detail(one, language), "/issues/" + one.id);
              return new Entry(one.powerUserId, one.countOfAll, line);
            })
            .toList();
    return MorningNews.parts(told, "/issues");
  }

  private List<Hit> hits(Collection<PersonId> people, Instant now) {
    return sql.sql(
            """
            select power_user_id, id, title, status, has_workaround, people, count_of_all
              from (select h.*, row_number() over (partition by power_user_id order by people desc, changed_at desc) as place,
                           count(*) over (partition by power_user_id)::int as count_of_all
                      from (select c.*, case when nameless = 0 or not issues.pub_nameless_told(power_user_id, id) then named
                                             else named + nameless end as people
                              from (select s.power_user_id, i.id, i.title, i.status, i.workaround is not null as has_workaround,
                                           i.changed_at, count(*) filter (where m.named)::int as named,
                                           count(*) filter (where not m.named)::int as nameless
                                      from network.pub_serving(:now) s
                                      join issues.me_too m on m.person_id = s.person_id
                                      join issues.issue i on i.id = m.issue_id and i.system_id = s.system_id
                                     where s.power_user_id in (:people) and not s.standing_in and i.open
                                     group by s.power_user_id, i.id) c) h
                     where people > 0) placed
             where place <= :most
             order by power_user_id, place
            """)
        .param("people", people)
        .param("now", now)
        .param("most", MOST_LINES)
        .query(Hit.class)
        .list();
  }

  private String detail(Hit hit, Locale language) {
    var text =
        messages.text(
            language,
            "mail.morning.hit",
            messages.text(language, "issue.status." + hit.status.word()),
            hit.people,
            messages.text(language, "mail.morning.next." + hit.status.word()));
    return hit.hasWorkaround ? messages.text(language, "mail.morning.hit.workaround", text) : text;
  }
}
