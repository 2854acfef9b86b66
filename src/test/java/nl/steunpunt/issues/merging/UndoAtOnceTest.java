package nl.steunpunt.issues.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two undo one merger, and one of them goes on: here transactions commit, so it cleans up. */
@SpringBootTest(properties = "steunpunt.data=target/test-data")
class UndoAtOnceTest {
  private static final int PATIENCE_SECONDS = 30;

  @Autowired World world;
  @Autowired Merging merging;
  @Autowired Suggestions suggestions;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private final List<IssueId> all = new ArrayList<>();

  @AfterEach
  void clean() {
    for (var issue : all) {
      suggestions.remove(SuggestionKind.ISSUE, issue.value());
    }
    sql.sql("update issues.issue set merged_into = null where id in (:all)")
        .param("all", all)
        .update();
    sql.sql("delete from issues.issue where id in (:all)").param("all", all).update();
  }

  private IssueId issue(String title) {
    var id =
        sql.sql(
                """
                insert into issues.issue (system_id, title, status, created_by, created_at, changed_at)
                values (:nova, :title, 'reported', :by, :now, :now) returning id
                """)
            .param("nova", world.nova())
            .param("title", title)
            .param("by", world.pieter().id())
            .param("now", clock.instant())
            .query(IssueId.class)
            .single();
    all.add(id);
    return id;
  }

  @Test
  void whoWaitedUndoesNoMergerThatTheyDidNotSee() throws Exception {
    var pieter = world.pieter();
    var desk = new Me(pieter.id(), pieter.name(), pieter.email(), "nl", List.of("helpdesk"), 0);
    var gone = issue("Lepelaars staan dubbel");
    var first = issue("Lepelaars dubbel");
    var second = issue("Dubbele lepelaars");
    merging.merge(desk, gone, first);
    var undone = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waits =
          threads.submit(() -> {
            undone.await();
            return refused(desk, gone);
          });
      transaction.executeWithoutResult(status -> {
        merging.undo(desk, gone);
        merging.merge(desk, gone, second);
        undone.countDown();
        assertThat(isWaiting(waits)).as("for the lock on the issue").isTrue();
      });
      assertThat(waits.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
          .isEqualTo("merging.refused.meanwhile");
    }
    assertThat(
            sql.sql("select kept_id from issues.merger where gone_id = :gone and undone_at is null")
                .param("gone", gone)
                .query(IssueId.class)
                .list())
        .containsExactly(second);
    assertThat(
            sql.sql("select merged_into from issues.issue where id = :gone")
                .param("gone", gone)
                .query(IssueId.class)
                .single())
        .isEqualTo(second);
  }

  private String refused(Me desk, IssueId gone) {
    try {
      merging.undo(desk, gone);
      return "";
    } catch (Refusal refusal) {
      return refusal.key();
    }
  }

  /** Until the other transaction is held up by this one. */
  private boolean isWaiting(Future<String> other) {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < until && !other.isDone()) {
      var waiting =
          sql.sql("select exists (select from pg_locks where not granted)")
              .query(Boolean.class)
              .single();
      if (waiting) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }
}
