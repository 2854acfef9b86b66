package nl.steunpunt.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Busy, away, on a round: what holds now and until when. At its end the row goes; there is no
 * history, and it is not in the audit trail. Open pages hear of each change.
 */
@Component
public class StatedPresence implements Timed {
  private final JdbcClient sql;
  private final PresenceNews news;

  StatedPresence(JdbcClient sql, PresenceNews news) {
    this.sql = sql;
    this.news = news;
  }

  /** In the place of what they said before. */
  public void say(PersonId person, Stated stated) {
    sql.sql(
            """
            insert into network.stated_presence (person_id, kind, until_at) values (:person, :kind, :until)
            on conflict (person_id) do update set kind = excluded.kind, until_at = excluded.until_at
            """)
        .param("person", person)
        .param("kind", stated.kind())
        .param("until", stated.until())
        .update();
    news.changed(List.of(person));
  }

  /** There again, also where the calendar says otherwise: then until that ends. */
  public void there(PersonId person, Instant now) {
    var busy =
        sql.sql(
                """
                select until_at from network.busy_time
                 where person_id = :person and from_at <= :now and until_at > :now
                """)
            .param("person", person)
            .param("now", now)
            .query(Instant.class)
            .optional();
    if (busy.isPresent()) {
      say(person, new Stated(Stated.Kind.THERE, busy.get()));
    } else {
      sql.sql("delete from network.stated_presence where person_id = :person")
          .param("person", person)
          .update();
      news.changed(List.of(person));
    }
  }

  /** What they said no longer holds, if this is what they said last. */
  public void unsay(PersonId person, Stated.Kind kind) {
    sql.sql("delete from network.stated_presence where person_id = :person and kind = :kind")
        .param("person", person)
        .param("kind", kind)
        .update();
    news.changed(List.of(person));
  }

  public Optional<Stated> of(PersonId person, Instant now) {
    return sql.sql(
            """
            select kind, until_at as until, by_calendar from network.pub_said_of(:person, :now)
            """)
        .param("person", person)
        .param("now", now)
        .query(Stated.class)
        .optional();
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    news.changed(
        sql.sql("delete from network.stated_presence where until_at <= :now returning person_id")
            .param("now", now)
            .query(PersonId.class)
            .list());
    return List.of();
  }
}
