package nl.steunpunt.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is there now. Expires by itself: a browser that dies says nothing. */
@Component
public class Presence {

  /** Routing's statement says the same number. */
  public static final Duration LASTS = Duration.ofSeconds(60);

  /** Of all who are seen the power users who were not before: nobody looks for others. */
  private static final String CAME =
      """
      select person_id from seen
       where (before is null or before <= :since)
         and exists (select from network.mandate m
                      where m.person_id = seen.person_id and m.state in ('provisional', 'active'))
      """;

  /** {@code lookingAt} is the page in front, such as 'question-7'. */
  public record Seen(PersonId person, @Nullable String lookingAt) {}

  private final JdbcClient sql;
  private final PresenceNews news;

  Presence(JdbcClient sql, PresenceNews news) {
    this.sql = sql;
    this.news = news;
  }

  /**
   * All who are connected to a node, in one statement; sorted, so that two nodes cannot deadlock.
   */
  public void seen(Collection<Seen> people, Instant now) {
    var sorted =
        people.stream()
            .sorted(java.util.Comparator.comparingLong(one -> one.person.value()))
            .toList();
    var came =
        sql.sql(
                """
                with seen as (
                  insert into network.presence (person_id, seen_at, looking_at)
                  select distinct on (person_id) person_id, :now, looking_at
                    from unnest(:people::bigint[], :pages::text[]) as seen (person_id, looking_at)
                   order by person_id, looking_at nulls last
                  on conflict (person_id) do update
                     set seen_at = greatest(presence.seen_at, excluded.seen_at),
                         looking_at = excluded.looking_at
                  returning person_id, old.seen_at as before
                )
                """
                    + CAME)
            .param("now", now)
            .param("since", now.minus(LASTS))
            .param("people", sorted.stream().map(one -> one.person.value()).toArray(Long[]::new))
            .param("pages", sorted.stream().map(Seen::lookingAt).toArray(String[]::new))
            .query(PersonId.class)
            .list();
    news.changed(came);
  }

  /** Their screens are still connected; what they look at stays as they said last. */
  public void alive(Collection<Long> people, Instant now) {
    var came =
        sql.sql(
                """
                with seen as (
                  insert into network.presence (person_id, seen_at)
                  select person_id, :now from unnest(:people::bigint[]) as alive (person_id) order by person_id
                  on conflict (person_id) do update
                     set seen_at = greatest(presence.seen_at, excluded.seen_at)
                  returning person_id, old.seen_at as before
                )
                """
                    + CAME)
            .param("now", now)
            .param("since", now.minus(LASTS))
            .param("people", people.toArray(Long[]::new))
            .query(PersonId.class)
            .list();
    news.changed(came);
  }

  /** Whom nobody has seen for as long as it lasts, and that only just. */
  void expired(Duration just, Instant now) {
    news.changed(
        sql.sql(
                """
                select person_id from network.presence where seen_at <= :since and seen_at > :before
                """)
            .param("since", now.minus(LASTS))
            .param("before", now.minus(LASTS).minus(just))
            .query(PersonId.class)
            .list());
  }

  public void gone(PersonId person) {
    sql.sql("delete from network.presence where person_id = :person")
        .param("person", person)
        .update();
    news.changed(List.of(person));
  }

  public Set<PersonId> presentAmong(Collection<PersonId> people, Instant now) {
    return Set.copyOf(
        sql.sql(
                """
                select person_id from network.presence
                 where person_id = any(:people::bigint[]) and seen_at > :since
                """)
            .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
            .param("since", now.minus(LASTS))
            .query(PersonId.class)
            .list());
  }

  public boolean isLookingAt(PersonId person, String page, Instant now) {
    return sql.sql(
            """
            select exists (select from network.presence
                            where person_id = :person and seen_at > :since and looking_at = :page)
            """)
        .param("person", person)
        .param("since", now.minus(LASTS))
        .param("page", page)
        .query(Boolean.class)
        .single();
  }
}
