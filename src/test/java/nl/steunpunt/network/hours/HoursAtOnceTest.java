package nl.steunpunt.network.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.steunpunt.network.WorkKind;
import nl.steunpunt.network.hours.HoursTest.Done;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Two tabs, a phone and a laptop: commits, since each works in a transaction of its own. */
@SteunpuntTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class HoursAtOnceTest {
  private static final int AT_ONCE = 8;
  private static final long FIRST = 987_654_000;

  @Autowired World world;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher facts;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  @AfterEach
  void forget() {
    sql.sql("delete from network.work where subject >= :first").param("first", FIRST).update();
    sql.sql(
            """
            delete from network.work_week
             where mandate_id in (select id from network.mandate where person_id = :joost)
            """)
        .param("joost", world.joost().id())
        .update();
  }

  @Test
  void noneIsLostFromTheTotal() throws InterruptedException, ExecutionException {
    var nova = world.nova();
    var joost = world.joost().id();
    var at = clock.instant();
    var all = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long subject = FIRST; subject < FIRST + AT_ONCE; subject++) {
        var moment = new Done(joost, nova, WorkKind.HELP_MOMENT, subject, 3, at);
        all.add(
            threads.submit(
                () -> transaction.executeWithoutResult(now -> facts.publishEvent(moment))));
      }
    }
    for (var one : all) {
      one.get();
    }
    assertThat(
            sql.sql(
                    """
                    select w.minutes from network.work_week w join network.mandate m on m.id = w.mandate_id
                     where m.person_id = :joost and w.week = :week
                    """)
                .param("joost", joost)
                .param("week", Week.at(at).monday())
                .query(Integer.class)
                .single())
        .isEqualTo(3 * AT_ONCE);
  }
}
