package nl.steunpunt.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import nl.steunpunt.demo.Cast;
import nl.steunpunt.demo.SmallNovum;
import nl.steunpunt.network.Systems;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** All that stands is killed while the notices of a change are made for a large crowd. */
class NewsKilledTest {
  private static final Path DATA = Path.of("target/test-data-news");
  private static final int CROWD = 30_000;

  private static RunningNode node;

  @BeforeAll
  static void start() throws Exception {
    FileSystemUtils.deleteRecursively(DATA);
    node = RunningNode.first(DATA);
    node.bean(SmallNovum.class).seed();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void everybodyHearsOnceAllTheSame() throws Exception {
    var sql = node.bean(JdbcClient.class);
    var pieter = Person.signedIn(node, Cast.PIETER);
    var system = node.bean(Systems.class).byKey("erp").orElseThrow().id();
    pieter.post(node, "/issues", "system=" + system + "&title=De+helft+zit+vast&description=x");
    var issue = sql.sql("select max(id) from issues.issue").query(Long.class).single();
    crowd(sql, issue);
    pieter.post(node, "/issues/" + issue, "title=De+helft+zit+vast&status=confirmed");
    within(Duration.ofSeconds(60), () -> hearings(sql, issue) > 5_000);
    assertThat(hearings(sql, issue)).as("in the middle of it").isLessThan(CROWD);
    kill();
    within(Duration.ofSeconds(120), () -> isSpread(sql, issue));
    assertThat(hearings(sql, issue)).isEqualTo(CROWD);
    assertThat(events(sql, issue, "count(*)")).as("none twice").isEqualTo(CROWD);
    assertThat(events(sql, issue, "count(distinct person_id)")).isEqualTo(CROWD);
    assertThat(
            sql.sql("select count(distinct news_id) from issues.hearing where issue_id = :issue")
                .param("issue", issue)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private static void crowd(JdbcClient sql, long issue) {
    sql.sql(
            """
            with newcomers as (
              insert into people.person (employee_number, email, name, language, department_id, created_at)
              select 'crowd-' || n, 'crowd-' || n || '@novum.example', 'Crowd ' || n, 'nl',
                     (select min(department_id) from people.person), (select created_at from issues.issue where id = :issue)
                from generate_series(1, :crowd) n
              returning id
            )
            insert into issues.me_too (issue_id, person_id, at, named)
            select i.id, s.id, i.created_at, true from newcomers s, issues.issue i where i.id = :issue
            """)
        .param("crowd", CROWD)
        .param("issue", issue)
        .update();
  }

  private static long hearings(JdbcClient sql, long issue) {
    return sql.sql("select count(*) from issues.hearing where issue_id = :issue")
        .param("issue", issue)
        .query(Long.class)
        .single();
  }

  private static long events(JdbcClient sql, long issue, String what) {
    return sql.sql(
            "select %s from platform.live_event where kind = 'issue' and subject = :issue and detail = 'changed'"
                .formatted(what))
        .param("issue", issue)
        .query(Long.class)
        .single();
  }

  private static boolean isSpread(JdbcClient sql, long issue) {
    return sql.sql(
            "select exists (select from issues.news where issue_id = :issue and spread_at is not null)")
        .param("issue", issue)
        .query(Boolean.class)
        .single();
  }

  private static void kill() throws Exception {
    var pid = Files.readAllLines(DATA.resolve("pg/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static void within(Duration time, Callable<Boolean> until) throws Exception {
    var end = System.nanoTime() + time.toNanos();
    while (!isSo(until)) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(20);
    }
  }

  /** No while there is no database. */
  private static boolean isSo(Callable<Boolean> it) throws Exception {
    try {
      return it.call();
    } catch (DataAccessException e) {
      return false;
    }
  }
}
