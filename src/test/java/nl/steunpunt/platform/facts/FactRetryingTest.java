package nl.steunpunt.platform.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Commits, since a listener works in its own transaction; so it cleans up. */
@SteunpuntTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class FactRetryingTest {
  @Autowired FactRetrying retrying;
  @Autowired JdbcClient sql;

  private final UUID id = UUID.randomUUID();

  @AfterEach
  void forget() {
    sql.sql("delete from platform.event_publication where id = :id").param("id", id).update();
  }

  /** As a node leaves it that dies after the commit, while its listener works, or on the retry. */
  @ParameterizedTest
  @ValueSource(strings = {"PUBLISHED", "PROCESSING", "FAILED", "RESUBMITTED"})
  void aFactThatNobodyHeardIsHandedOutAgain(String status) throws InterruptedException {
    sql.sql(
            """
            insert into platform.event_publication (id, listener_id, event_type, serialized_event, publication_date,
                                                    status, completion_attempts, last_resubmission_date)
            values (:id, 'nl.steunpunt.support.question.QuestionRehousing.on(nl.steunpunt.network.MandateEnded)',
                    'nl.steunpunt.network.MandateEnded',
                    '{"mandate":{"value":987654321},"person":{"value":987654321},"system":{"value":1},"lastOfPerson":true}',
                    timestamptz '2026-01-01 12:00Z', :status, 1, timestamptz '2026-01-01 12:00Z')
            """)
        .param("id", id)
        .param("status", status)
        .update();
    retrying.retry(Duration.ofMinutes(2));
    for (var tries = 0; tries < 100 && !isHeard(); tries++) {
      Thread.sleep(50);
    }
    assertThat(isHeard()).isTrue();
  }

  private boolean isHeard() {
    return sql.sql(
            "select completion_date is not null from platform.event_publication where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }
}
