package nl.steunpunt.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is owed word about what, by each way they chose. Written in the transaction of what happened,
 * so nothing is forgotten.
 */
@Repository
public class Notices {
  /**
   * How long it may stay quiet before a mail goes: who is looking reads it in this time and gets
   * none.
   */
  public static final Duration QUIET_SPELL = Duration.ofMinutes(5);

  private final JdbcClient sql;
  private final List<Channel> channels;
  private final Clock clock;

  Notices(JdbcClient sql, List<Channel> channels, Clock clock) {
    this.sql = sql;
    this.channels = channels;
    this.clock = clock;
  }

  /** One per way, conversation and quiet spell: what is owed already stays as it is. */
  public void owe(PersonId person, String conversation, Occasion occasion) {
    owe(person, conversation, occasion, clock.instant());
  }

  /**
   * @param since when the first of it happened: it is told what happened from then on
   */
  public void owe(PersonId person, String conversation, Occasion occasion, Instant since) {
    owe(List.of(person), conversation, occasion, since);
  }

  /** All of them in one statement: there may be thousands. */
  public void owe(Collection<PersonId> people, String conversation, Occasion occasion) {
    owe(people, conversation, occasion, clock.instant());
  }

  private void owe(
      Collection<PersonId> people, String conversation, Occasion occasion, Instant since) {
    if (people.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var dues = new EnumMap<Way, Instant>(Way.class);
    channels.stream()
        .filter(channel -> occasion.offers(channel.way()))
        .forEach(channel ->
            channel
                .due(now)
                .ifPresent(due -> dues.put(channel.way(), occasion.isPressing() ? now : due)));
    sql.sql(
            """
            insert into notify.pending (person_id, conversation, way, since, due_at)
            select p.id, :conversation, o.way, :since, o.due
              from unnest(:people::bigint[]) as p (id)
             cross join unnest(:ways::text[], :usual::boolean[], :dues::timestamptz[]) as o (way, usual, due)
             where coalesce((select c.wanted from notify.choice c
                              where c.person_id = p.id and c.occasion = :occasion and c.way = o.way), o.usual)
               and (o.way <> 'push' or exists (select from notify.push_browser b
                                                where b.person_id = p.id and b.endpoint is not null))
             order by p.id, o.way
            on conflict (person_id, conversation, way) do nothing
            """)
        .param("people", people.stream().map(PersonId::value).distinct().toArray(Long[]::new))
        .param("conversation", conversation)
        .param("occasion", occasion)
        .param("since", since)
        .param("ways", dues.keySet().stream().map(Way::word).toArray(String[]::new))
        .param("usual", dues.keySet().stream().map(occasion::isUsual).toArray(Boolean[]::new))
        .param("dues", dues.values().stream().map(Instant::toString).toArray(String[]::new))
        .update();
  }

  /**
   * It is not about them any more: what has not gone yet does not go.
   *
   * @return to whom no mail had gone yet
   */
  public List<PersonId> takeBack(Collection<PersonId> people, String conversation) {
    return people.isEmpty()
        ? List.of()
        : sql.sql(
                """
                with gone as (
                  delete from notify.pending where person_id = any(:people::bigint[]) and conversation = :conversation
                  returning person_id, way
                )
                select distinct person_id from gone where way <> :push order by person_id
                """)
            .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
            .param("conversation", conversation)
            .param("push", Way.PUSH)
            .query(PersonId.class)
            .list();
  }

  /** They have seen it. */
  public void seen(PersonId person, String conversation) {
    sql.sql("delete from notify.pending where person_id = :person and conversation = :conversation")
        .param("person", person)
        .param("conversation", conversation)
        .update();
  }

  /**
   * They had it on the screen: what still waits for them is mailed, but not shown again at once.
   */
  public void looked(PersonId person, String conversation) {
    sql.sql(
            """
            delete from notify.pending
             where person_id = :person and conversation = :conversation and way = :way
            """)
        .param("person", person)
        .param("conversation", conversation)
        .param("way", Way.PUSH)
        .update();
  }
}
