package nl.steunpunt.helpdesk.target;

import java.util.List;
import java.util.stream.Stream;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.ChatNews;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Owes a warning before a target breaks, once for each target: to who has the ticket; else to who
 * works its queue; else to all of the desk. Never to who asked it.
 */
@Component
public class TargetNotices {
  private record About(PersonId asker, SystemId system) {}

  private final JdbcClient sql;
  private final Notices notices;
  private final ChatNews chats;

  TargetNotices(JdbcClient sql, Notices notices, ChatNews chats) {
    this.sql = sql;
    this.notices = notices;
    this.chats = chats;
  }

  /** In the transaction in which that it is near was noted. */
  void owe(QuestionId question, TargetKind kind) {
    notices.owe(people(question), kind.conversation(question), Occasion.DESK_TARGET);
    var about =
        sql.sql(
                "select asker_id as asker, system_id as system from support.pub_question where id = :id")
            .param("id", question)
            .query(About.class)
            .single();
    chats.tell(ChatEvent.DESK_TARGET, question.value(), about.system, List.of(about.asker));
  }

  /** They have it in front of them. */
  public void seen(PersonId person, QuestionId question) {
    Stream.of(TargetKind.values())
        .forEach(kind -> notices.seen(person, kind.conversation(question)));
  }

  private List<PersonId> people(QuestionId question) {
    return sql.sql(
            """
            with desk as (
              select id from people.pub_person where active and roles @> array['helpdesk']
            ), ticket as (
              select k.queue_id, k.taken_by, q.asker_id
                from helpdesk.ticket k
                join support.pub_question q on q.id = k.question_id
               where k.question_id = :question and k.open
            ), concerned as (
              select d.id, case when d.id = k.taken_by then 1 when p.person_id is not null then 2 else 3 end as nearness
                from ticket k
               cross join desk d
                left join helpdesk.queue_person p on p.queue_id = k.queue_id and p.person_id = d.id
               where d.id <> k.asker_id
            )
            select id from concerned where nearness = (select min(nearness) from concerned) order by id
            """)
        .param("question", question)
        .query(PersonId.class)
        .list();
  }
}
