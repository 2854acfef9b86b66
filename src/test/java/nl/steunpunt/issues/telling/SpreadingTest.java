package nl.steunpunt.issues.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.merging.Merging;
import nl.steunpunt.people.Me;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices for more people than fit in one transaction. */
@SteunpuntTest
class SpreadingTest {
  private static final int CROWD = 12_345;

  @Autowired World world;
  @Autowired IssueWorld issues;
  @Autowired NewsSpreading spreading;
  @Autowired Merging merging;
  @Autowired JdbcClient sql;
  @Autowired PlatformTransactionManager transactions;

  private void crowd(long issue) {
    sql.sql(
            """
            with newcomers as (
              insert into people.person (employee_number, email, name, language, department_id, created_at)
              select 'crowd-' || n, 'crowd-' || n || '@novum.example', 'Crowd ' || n, 'nl',
                     (select department_id from people.person where id = :sanne),
                     (select created_at from issues.issue where id = :issue)
                from generate_series(1, :crowd) n
              returning id
            )
            insert into issues.me_too (issue_id, person_id, at, named)
            select i.id, s.id, i.created_at, true from newcomers s, issues.issue i where i.id = :issue
            """)
        .param("sanne", world.sanne().id())
        .param("crowd", CROWD)
        .param("issue", issue)
        .update();
  }

  private long hearings(long issue) {
    return sql.sql("select count(*) from issues.hearing where issue_id = :issue")
        .param("issue", issue)
        .query(Long.class)
        .single();
  }

  @Test
  void goesOnWhereItWasUntilEachHasOne() {
    var issue = issues.issue(world.sanne());
    crowd(issue);
    issues.change(issue, "confirmed", "");
    var first = hearings(issue);
    assertThat(first).as("at once only some").isPositive().isLessThan(1_000);
    var turns = 0;
    while (spreading.makeSome() > 0) {
      turns++;
    }
    assertThat(turns).isEqualTo(3);
    assertThat(hearings(issue)).isEqualTo(CROWD + 1);
    assertThat(told(issue)).as("live events: one for each").isEqualTo(CROWD + 1);
  }

  @Test
  void newerNewsTakesItsPlace() {
    var issue = issues.issue(world.sanne());
    crowd(issue);
    issues.change(issue, "confirmed", "");
    issues.change(issue, "in_progress", "");
    while (spreading.makeSome() > 0) {
      assertThat(hearings(issue)).isLessThanOrEqualTo(CROWD + 1);
    }
    assertThat(
            sql.sql(
                    "select count(*) from issues.hearing where issue_id = :issue and news_id = :news")
                .param("issue", issue)
                .param("news", Long.valueOf(issues.news(issue)))
                .query(Long.class)
                .single())
        .isEqualTo(CROWD + 1);
  }

  /** A node that is killed never commits; its batch is as it was, and made by the next. */
  @Test
  void aKillInTheMiddleLosesAndDoublesNothing() {
    var issue = issues.issue(world.sanne());
    crowd(issue);
    sql.sql("delete from notify.pending").update();
    issues.change(issue, "confirmed", "");
    var killed = new TransactionTemplate(transactions);
    killed.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    do {
      var before = hearings(issue);
      killed.executeWithoutResult(status -> {
        assertThat(spreading.makeSome()).isPositive();
        status.setRollbackOnly();
      });
      assertThat(hearings(issue)).isEqualTo(before);
    } while (spreading.makeSome() > 0 && hearings(issue) < CROWD + 1);
    assertThat(hearings(issue)).isEqualTo(CROWD + 1);
    assertThat(told(issue)).isEqualTo(CROWD + 1);
    assertThat(
            sql.sql(
                    "select count(*) from platform.live_event where kind = 'issue' and subject = :issue and detail = 'changed'")
                .param("issue", issue)
                .query(Long.class)
                .single())
        .as("none twice")
        .isEqualTo(CROWD + 1);
  }

  /** Those whom its notices had not reached yet are not forgotten, and nobody gets a second one. */
  @Test
  void whatGoesIntoAnotherIssueInTheMiddleIsMadeFirst() {
    var issue = issues.issue(world.sanne());
    var kept = issues.issue(world.emma());
    crowd(issue);
    issues.change(issue, "confirmed", "");
    assertThat(hearings(issue)).isLessThan(1_000);
    var pieter = world.pieter();
    var desk = new Me(pieter.id(), pieter.name(), pieter.email(), "nl", List.of("helpdesk"), 0);
    merging.merge(desk, new IssueId(issue), new IssueId(kept));
    while (spreading.makeSome() > 0) {
      assertThat(hearings(issue)).isZero();
    }
    assertThat(hearings(kept)).as("emma knows how it stands").isEqualTo(CROWD + 1);
    assertThat(told(issue)).isEqualTo(CROWD + 1);
    merging.undo(desk, new IssueId(issue));
    while (spreading.makeSome() > 0) {
      assertThat(hearings(issue)).isEqualTo(CROWD + 1);
    }
    assertThat(hearings(issue)).isEqualTo(CROWD + 1);
    assertThat(hearings(kept)).isZero();
  }

  private long told(long issue) {
    return sql.sql(
            """
            select count(distinct person_id) from platform.live_event
             where kind = 'issue' and subject = :issue and detail = 'changed'
            """)
        .param("issue", issue)
        .query(Long.class)
        .single();
  }
}
