package nl.steunpunt.campaign.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import nl.steunpunt.platform.mail.MailSettings.Tls;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Marieke's campaign for Nova, and what it left in the mailboxes. */
@Component
@Lazy
class CampaignWorld {
  static final String ADDRESS = "https://steunpunt.toets.example";

  private final World world;
  private final MailSetup mail;
  private final StepMailing mailing;
  private final JdbcClient sql;
  private final PlatformTransactionManager transactions;

  /** The last mail that was there before. */
  private long before;

  CampaignWorld(
      World world,
      MailSetup mail,
      StepMailing mailing,
      JdbcClient sql,
      PlatformTransactionManager transactions) {
    this.world = world;
    this.mail = mail;
    this.mailing = mailing;
    this.sql = sql;
    this.transactions = transactions;
  }

  void plan(String liveOn) {
    before = sql.sql("select coalesce(max(id), 0) from platform.mail").query(Long.class).single();
    assertThat(
            world.as(world.marieke()).post("/network/campaign", "system", nova(), "liveOn", liveOn))
        .hasStatus(303);
  }

  /** Ends the campaign, and begins another. */
  void beginAnew(String liveOn) {
    var marieke = world.as(world.marieke());
    var ending =
        marieke
            .page("/network/campaign?system=" + nova())
            .select("form[action$=/ending]")
            .attr("action");
    assertThat(marieke.post(ending)).hasStatus(303);
    assertThat(marieke.post("/network/campaign", "system", nova(), "liveOn", liveOn))
        .hasStatus(303);
  }

  String nova() {
    return world.nova().toString();
  }

  /** Nobody answers there: what is queued stays queued. */
  void mailLeaves() {
    set(
        ADDRESS,
        () -> mail.save("127.0.0.1", 1, Tls.NONE, "", null, "steunpunt@toets.example", ADDRESS));
  }

  /** Somebody answers at this port. */
  void mailLeavesBy(int port) {
    mailLeavesNoMore();
    set(
        ADDRESS,
        () -> mail.save("127.0.0.1", port, Tls.NONE, "", null, "steunpunt@toets.example", ADDRESS));
  }

  void mailLeavesNoMore() {
    set("", () -> mail.save("", 0, Tls.NONE, "", null, "", ""));
  }

  /**
   * Committed, since a worker reads it too; and a worker that read just before may have it
   * remembered as it was, for a moment.
   */
  private void set(String address, Runnable saving) {
    var apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    apart.executeWithoutResult(status -> saving.run());
    while (!mail.current().publicUrl().equals(address)) {
      LockSupport.parkNanos(50_000_000);
    }
  }

  StepId step(StepKind kind) {
    return sql.sql(
            """
            select s.id from campaign.step s join campaign.campaign c on c.id = s.campaign_id
             where c.system_id = :nova and c.ended_at is null and s.kind = :kind
            """)
        .param("nova", world.nova())
        .param("kind", kind)
        .query(StepId.class)
        .single();
  }

  String address(StepKind kind) {
    return "/network/campaign/steps/" + step(kind);
  }

  MvcTestResult send(StepKind kind, String... audience) {
    return world.as(world.marieke()).post(address(kind) + "/sendings", audience);
  }

  /** Until nothing waits. */
  void mailAll() {
    while (mailing.makeSome() > 0) {
      serverTakesAll();
    }
  }

  /** So that there is room for more. */
  void serverTakesAll() {
    sql.sql("update platform.mail set sent_at = created_at where sent_at is null").update();
  }

  List<String> subjects(Colleague to) {
    return sql.sql(
            "select subject from platform.mail where recipient = :to and id > :before order by id")
        .param("to", to.email())
        .param("before", before)
        .query(String.class)
        .list();
  }

  String text(Colleague to) {
    return sql.sql(
            "select text_body from platform.mail where recipient = :to order by id desc limit 1")
        .param("to", to.email())
        .query(String.class)
        .single();
  }

  int count(String from) {
    return sql.sql("select count(*) from " + from).query(Integer.class).single();
  }

  String department(Colleague of) {
    return sql.sql("select department_id from people.person where id = :id")
        .param("id", of.id())
        .query(Long.class)
        .single()
        .toString();
  }
}
