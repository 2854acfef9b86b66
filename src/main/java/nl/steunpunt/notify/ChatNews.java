package nl.steunpunt.notify;

import java.time.Clock;
import java.util.Collection;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.notify.chat.ChatDelivery;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The door for what chat channels are told. Written in the transaction of what happened, so nothing
 * is forgotten; sent once it is committed.
 */
@Repository
public class ChatNews {
  private final JdbcClient sql;
  private final Clock clock;
  private final ChatDelivery delivery;

  ChatNews(JdbcClient sql, Clock clock, ChatDelivery delivery) {
    this.sql = sql;
    this.clock = clock;
    this.delivery = delivery;
  }

  /**
   * @param whom it concerns: a channel of a department or a place is told when one of them works
   *     there
   */
  public void tell(ChatEvent event, long subject, SystemId system, Collection<PersonId> whom) {
    var told =
        sql.sql(
                """
                insert into notify.chat_news (channel_id, event, subject_id, happened_at)
                select c.id, :event, :subject, :now
                  from notify.chat_channel c
                  left join people.pub_department d on d.id = c.department_id
                  left join people.pub_location l on l.id = c.location_id
                 where c.active and :event = any(c.events) and (c.system_id is null or c.system_id = :system)
                   and (c.department_id is null and c.location_id is null
                        or exists (select from people.pub_person p
                                    where p.id = any(:whom::bigint[])
                                      and (c.department_id is null or starts_with(p.department_path || '/', d.path || '/'))
                                      and (c.location_id is null or starts_with(p.location_path || '/', l.path || '/'))))
                 order by c.id
                on conflict (channel_id, event, subject_id) do update set happened_at = excluded.happened_at
                """)
            .param("event", event)
            .param("subject", subject)
            .param("now", clock.instant())
            .param("system", system)
            .param("whom", whom.stream().map(PersonId::value).toArray(Long[]::new))
            .update();
    if (told > 0) {
      delivery.beginAfterCommit();
    }
  }
}
