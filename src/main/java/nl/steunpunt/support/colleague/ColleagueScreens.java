package nl.steunpunt.support.colleague;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.network.Presence;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.question.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The colleague power users of a question's system: who knows the topic and who is near first. */
@Repository
public class ColleagueScreens {
  public record Colleague(
      long id,
      String name,
      String department,
      @Nullable String place,
      boolean knowsTopic,
      boolean there,
      boolean absent) {}

  public record Choice(long question, List<Colleague> colleagues) {}

  private static final int SHOWN = 30;

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Questions questions;
  private final Clock clock;

  ColleagueScreens(JdbcClient sql, ScreenSql screens, Questions questions, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.questions = questions;
    this.clock = clock;
  }

  Choice of(Me me, QuestionId question) {
    questions.requireVisible(me, question);
    var now = clock.instant();
    var statement =
        sql.sql(
                """
                select to_json(c) from (
                  select p.id, p.name, p.department, p.location_path as place,
                         exists (select from network.pub_topic_knowledge k
                                  where k.mandate_id = pu.mandate_id and k.topic_id = q.topic_id) as knows_topic,
                         coalesce(pr.seen_at > :seen, false) as there,
                         exists (select from network.pub_absence a
                                  where a.person_id = p.id and a.from_at <= :now and a.until_at > :now) as absent
                    from support.question q
                    join people.pub_person asker on asker.id = q.asker_id
                    join network.pub_power_user pu on pu.system_id = q.system_id
                    join people.pub_person p on p.id = pu.person_id and p.active
                    left join network.pub_presence pr on pr.person_id = p.id
                   where q.id = :question and p.id not in (:me, q.asker_id)
                   order by absent, knows_topic desc, (p.department_id = asker.department_id) desc,
                            (split_part(p.location_path, '/', 1) = split_part(asker.location_path, '/', 1)) desc nulls last,
                            there desc, p.name
                   limit :shown) c
                """)
            .param("question", question)
            .param("me", me.id())
            .param("now", now)
            .param("seen", now.minus(Presence.LASTS))
            .param("shown", SHOWN);
    return new Choice(question.value(), screens.list(statement, Colleague.class));
  }
}
