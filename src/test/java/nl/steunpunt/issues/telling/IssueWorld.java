package nl.steunpunt.issues.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.steunpunt.notify.DueNotices;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issues of the test's people, and what those hear about them. */
@Component
@Lazy
public class IssueWorld {
  public static final String TITLE = "Lijst met wespendieven blijft leeg";

  private final World world;
  private final JdbcClient sql;
  private final ProductTelling product;
  private final DueNotices due;
  private final Clock clock;

  IssueWorld(World world, JdbcClient sql, ProductTelling product, DueNotices due, Clock clock) {
    this.world = world;
    this.sql = sql;
    this.product = product;
    this.due = due;
    this.clock = clock;
  }

  /** Its number, with these people hit by it. */
  public long issue(Colleague... hit) {
    var path = world.report(world.pieter(), TITLE);
    for (var one : hit) {
      assertThat(world.as(one).post(path + "/me-too")).hasStatus(303);
    }
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  public void change(long issue, String status, String workaround) {
    var reply =
        world
            .as(world.pieter())
            .post("/issues/" + issue, "title", TITLE, "status", status, "workaround", workaround);
    assertThat(reply).hasStatus(303);
  }

  /** Mended, in a release: who is hit is asked whether it works. */
  public void release(long issue) {
    var reply =
        world
            .as(world.pieter())
            .post(
                "/issues/" + issue, "title", TITLE, "status", "resolved", "plannedRelease", "24.3");
    assertThat(reply).hasStatus(303);
  }

  public String news(long issue) {
    return sql.sql("select max(id) from issues.news where issue_id = :issue")
        .param("issue", issue)
        .query(Long.class)
        .single()
        .toString();
  }

  public String state(long issue, Colleague who) {
    return sql.sql("select state from issues.hearing where issue_id = :issue and person_id = :who")
        .param("issue", issue)
        .param("who", who.id())
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** All that is due by then is told, and every quiet spell is over. */
  void until(Instant then) {
    while (!product.fireDue(then).isEmpty()) {
      assertThat(then).isNotNull();
    }
    due.tell(then.plusSeconds(3600));
  }

  public void afterTheQuietSpell() {
    until(clock.instant());
  }

  public void twoWeeksLater() {
    until(clock.instant().plusSeconds(14 * 86_400));
  }

  public List<String> mails(Colleague to) {
    return sql.sql("select subject from platform.mail where recipient = :to order by id")
        .param("to", to.email())
        .query(String.class)
        .list();
  }

  public String lastMail(Colleague to) {
    return sql.sql(
            "select text_body from platform.mail where recipient = :to order by id desc limit 1")
        .param("to", to.email())
        .query(String.class)
        .single();
  }

  public void away(Colleague who) {
    sql.sql(
            "insert into network.absence (person_id, from_at, until_at) values (:who, :from, :until)")
        .param("who", who.id())
        .param("from", clock.instant().minusSeconds(60))
        .param("until", clock.instant().plusSeconds(86_400))
        .update();
  }
}
