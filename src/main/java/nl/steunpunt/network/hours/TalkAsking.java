package nl.steunpunt.network.hours;

import java.time.Instant;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** "I would like to talk about it": the one thing of the hours that the network lead sees. */
@Service
class TalkAsking {
  private final JdbcClient sql;

  TalkAsking(JdbcClient sql) {
    this.sql = sql;
  }

  /** Asked twice it stands since the first time. */
  void ask(PersonId me, MandateId mandate, Instant now) {
    set(me, mandate, now);
  }

  void takeBack(PersonId me, MandateId mandate) {
    set(me, mandate, null);
  }

  private void set(PersonId me, MandateId mandate, @Nullable Instant at) {
    var changed =
        sql.sql(
                """
                update network.mandate
                   set talk_asked_at = case when :at::timestamptz is not null then coalesce(talk_asked_at, :at) end
                 where id = :mandate and person_id = :me and state in ('provisional', 'active')
                """)
            .param("at", at)
            .param("mandate", mandate)
            .param("me", me)
            .update();
    if (changed == 0) {
      throw new NotFound();
    }
  }
}
