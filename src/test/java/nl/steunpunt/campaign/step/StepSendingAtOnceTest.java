package nl.steunpunt.campaign.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two leads press at once, two nodes mail at once: here transactions commit, so it cleans up. */
@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
class StepSendingAtOnceTest {
  @Autowired World world;
  @Autowired CampaignWorld campaigns;
  @Autowired StepMailing mailing;
  @Autowired JdbcClient sql;

  @BeforeEach
  void begin() {
    world.marieke();
    clean();
    campaigns.mailLeaves();
    campaigns.plan("2027-01-11");
  }

  @AfterEach
  void clean() {
    campaigns.mailLeavesNoMore();
    sql.sql("delete from campaign.campaign").update();
    sql.sql("delete from platform.mail").update();
  }

  private static <T> List<T> atOnce(int many, Callable<T> work) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<java.util.concurrent.Future<T>>();
      for (var n = 0; n < many; n++) {
        all.add(
            threads.submit(() -> {
              start.await();
              return work.call();
            }));
      }
      start.countDown();
      var done = new ArrayList<T>();
      for (var one : all) {
        done.add(one.get(60, TimeUnit.SECONDS));
      }
      return done;
    }
  }

  @Test
  void ofLeadsWhoSendAtOnceOneSends() throws Exception {
    var step = campaigns.address(StepKind.ANNOUNCEMENT) + "/sendings";
    var statuses = atOnce(4, () -> world.as(world.marieke()).post(step).getResponse().getStatus());
    assertThat(statuses).containsExactlyInAnyOrder(303, 409, 409, 409);
    assertThat(campaigns.count("campaign.sending")).isEqualTo(1);
    assertThat(campaigns.count("campaign.step_reader"))
        .isEqualTo(campaigns.count("people.person where active"));
  }

  @Test
  void nodesThatMailAtOnceMailEachReaderOnce() throws Exception {
    assertThat(campaigns.send(StepKind.ANNOUNCEMENT)).hasStatus(303);
    while (campaigns.count("campaign.step_reader where state = 'waiting'") > 0) {
      atOnce(3, mailing::makeSome);
      sql.sql("update platform.mail set sent_at = created_at where sent_at is null").update();
    }
    assertThat(campaigns.count("platform.mail where subject like '%Nova ERP%'"))
        .isEqualTo(campaigns.count("people.person where active"));
    assertThat(
            campaigns.count(
                "(select 1 from platform.mail group by recipient having count(*) > 1) d"))
        .isZero();
  }
}
