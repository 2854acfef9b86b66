package nl.steunpunt.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person's screens have missed, when transactions overlap, roll back or stay open. They
 * commit, so this cleans up after itself.
 */
@SteunpuntTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class LiveTest {
  private static final PersonId ANNA = new PersonId(9_000_001);
  private static final PersonId BRAM = new PersonId(9_000_002);

  @Autowired LiveHub hub;
  @Autowired LiveEvents events;
  @Autowired LiveForgetting forgetting;
  @Autowired JdbcClient sql;
  @Autowired DataSource database;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  @AfterEach
  void forget() {
    sql.sql("delete from platform.live_event where person_id = any(:people)")
        .param("people", new Long[] {ANNA.value(), BRAM.value()})
        .update();
  }

  private List<Long> missed(PersonId person, String since) {
    return hub.missed(person.value(), since).events().stream().map(LiveEvent::subject).toList();
  }

  private void tell(PersonId person, long subject) {
    events.tell(List.of(person), "question", subject, "asked");
  }

  @Test
  void aPersonIsToldWhatIsTheirsOnceAndInOrder() {
    var start = hub.position();
    events.tell(List.of(ANNA, BRAM, ANNA), "question", 1, "asked");
    tell(BRAM, 2);
    tell(ANNA, 3);
    assertThat(missed(ANNA, start)).containsExactly(1L, 3L);
    assertThat(missed(BRAM, start)).containsExactly(1L, 2L);
    assertThat(hub.missed(ANNA.value(), start).events())
        .extracting(LiveEvent::kind, LiveEvent::detail)
        .containsOnly(org.assertj.core.groups.Tuple.tuple("question", "asked"));
  }

  @Test
  void whoResumesWhereTheyWereHearsNothingTwice() {
    var start = hub.position();
    tell(ANNA, 1);
    var seen = hub.missed(ANNA.value(), start);
    assertThat(seen.known()).isTrue();
    tell(ANNA, 2);
    assertThat(missed(ANNA, seen.position())).containsExactly(2L);
  }

  @Test
  void aRollbackTellsNothing() {
    var start = hub.position();
    transaction.executeWithoutResult(status -> {
      tell(ANNA, 1);
      status.setRollbackOnly();
    });
    assertThat(missed(ANNA, start)).isEmpty();
  }

  @Test
  void aLongTransactionHoldsNobodyUpAndIsNotMissedItself() throws SQLException {
    var start = hub.position();
    String position;
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var insert =
          connection.prepareStatement(
              """
              insert into platform.live_event (person_id, kind, subject, at)
              values (?, 'question', 1, to_timestamp(?))
              """)) {
        insert.setLong(1, ANNA.value());
        insert.setLong(2, clock.instant().getEpochSecond());
        insert.executeUpdate();
      }
      // Begun before, with a lower number, and not committed: others go on.
      tell(ANNA, 2);
      var meanwhile = hub.missed(ANNA.value(), start);
      assertThat(meanwhile.events()).extracting(LiveEvent::subject).containsExactly(2L);
      position = meanwhile.position();
      tell(ANNA, 3);
      connection.commit();
    }
    assertThat(missed(ANNA, position))
        .as("what committed late comes late, and nothing comes again")
        .containsExactlyInAnyOrder(1L, 3L);
  }

  @Test
  void whoWasAwayTooLongReadsAnew() {
    var start = hub.position();
    tell(ANNA, 1);
    assertThat(hub.missed(ANNA.value(), start).known()).isTrue();
    sql.sql("update platform.live_event set at = :long where person_id = :anna")
        .param("long", clock.instant().minus(LiveForgetting.KEPT).minus(Duration.ofMinutes(1)))
        .param("anna", ANNA)
        .update();

    forgetting.fireDue(clock.instant());

    assertThat(hub.missed(ANNA.value(), start).known()).isFalse();
    assertThat(hub.missed(ANNA.value(), hub.position()).known())
        .as("who comes now knows all")
        .isTrue();
  }

  /** Its numbers are those of another server, which may be ahead of this one's for years. */
  @Test
  void aPositionFromBeforeARestoreIsNotKnown() {
    assertThat(hub.missed(ANNA.value(), "9000000000:9000000000:").known()).isFalse();
    assertThat(hub.missed(ANNA.value(), hub.position()).known()).isTrue();
  }
}
