package nl.steunpunt.issues.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.Suggestions;
import nl.steunpunt.world.HeldUp;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two merge or undo what belongs together: here transactions commit, so it cleans up. */
@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
class MergersAtOnceTest {
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

  private Me desk() {
    var pieter = world.pieter();
    return new Me(pieter.id(), pieter.name(), pieter.email(), "nl", List.of("helpdesk"), 0);
  }

  /** Else each of two mergers holds what the other one waits for, and the database ends one. */
  @Test
  void whoWaitsForTheLowestIssueHoldsNoHigherOne() throws Exception {
    var desk = desk();
    var lowest = issue("Kluten staan dubbel");
    var gone = issue("Dubbele kluten");
    var number = issue("Kluten dubbel");
    merging.merge(desk, number, lowest);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var other =
          Objects.requireNonNull(
              transaction.execute(_ -> {
                lock(lowest, "");
                // By a number that went into the lowest.
                var waits = threads.submit(() -> merging.merge(desk, gone, number));
                assertThat(HeldUp.await(sql, waits::isDone)).as("for the lowest").isTrue();
                lock(gone, "nowait");
                return waits;
              }));
      assertThat(other.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(lowest);
    }
  }

  private void lock(IssueId issue, String how) {
    sql.sql("select id from issues.issue where id = :id for update " + how)
        .param("id", issue)
        .query(IssueId.class)
        .single();
  }

  @Test
  void whoWaitedUndoesNoMergerThatTheyDidNotSee() throws Exception {
    var desk = desk();
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
        assertThat(HeldUp.await(sql, waits::isDone)).as("for the lock on the issue").isTrue();
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
}
