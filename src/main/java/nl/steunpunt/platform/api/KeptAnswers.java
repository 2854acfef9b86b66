package nl.steunpunt.platform.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.platform.time.Timed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers to requests with a key, kept for a day to be given again. */
@Repository
class KeptAnswers implements Timed {
  static final Duration KEPT = Duration.ofDays(1);

  record Kept(
      byte[] bodyHash,
      @Nullable Integer status,
      @Nullable String answer,
      @Nullable String location) {}

  private final JdbcClient sql;
  private final Clock clock;

  KeptAnswers(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Claims the key until the transaction ends. Waits for another transaction that has claimed it;
   * when that one commits the key is taken, when it fails the key is ours.
   */
  boolean claim(long person, String key, byte[] bodyHash) {
    return sql.sql(
                """
                insert into platform.idempotent_request (person_id, key, body_hash, at)
                values (:person, :key, :hash, :now)
                on conflict (person_id, key) do nothing
                """)
            .param("person", person)
            .param("key", key)
            .param("hash", bodyHash)
            .param("now", clock.instant())
            .update()
        == 1;
  }

  void keep(long person, String key, int status, String answer, @Nullable String location) {
    sql.sql(
            """
            update platform.idempotent_request
               set status = :status, answer = :answer, location = :location
             where person_id = :person and key = :key
            """)
        .param("person", person)
        .param("key", key)
        .param("status", status)
        .param("answer", answer)
        .param("location", location)
        .update();
  }

  Kept kept(long person, String key) {
    return sql.sql(
            """
            select body_hash, status, answer, location from platform.idempotent_request
             where person_id = :person and key = :key
            """)
        .param("person", person)
        .param("key", key)
        .query(Kept.class)
        .single();
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    sql.sql("delete from platform.idempotent_request where at <= :before")
        .param("before", now.minus(KEPT))
        .update();
    return List.of();
  }
}
