package nl.steunpunt.platform.webhook;

import static nl.steunpunt.platform.outgoing.AnsweringServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As it runs: after the commit, by itself, each receiver on its own. */
@SpringBootTest(properties = "steunpunt.data=target/history-data${test.fork:}")
class WebhookLanesTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @Autowired WebhookSetup setup;
  @Autowired WebhookNews news;
  @Autowired Settings settings;
  @Autowired JdbcClient sql;

  @AfterEach
  void empty() {
    sql.sql("delete from platform.webhook").update();
    sql.sql("delete from platform.webhook_event").update();
    settings.put(OutgoingSettings.SETTING, OutgoingSettings.USUAL);
  }

  @Test
  void aSlowReceiverKeepsNobodyElseWaiting() throws IOException, InterruptedException {
    try (var slow = AnsweringServer.plain(AnsweringServer.hangs());
        var quick = AnsweringServer.plain(says("200 OK", ""))) {
      settings.put(
          OutgoingSettings.SETTING,
          new OutgoingSettings(
              List.of("http://127.0.0.1:" + slow.port(), "http://127.0.0.1:" + quick.port()),
              List.of("127.0.0.1")));
      add(slow);
      add(quick);
      for (int i = 0; i < 20; i++) {
        news.tell("question_asked", "/questions/" + i, Map.of("id", i), Map.of());
      }
      long started = System.nanoTime();
      while (quick.got().size() < 20 && System.nanoTime() - started < SOON.toNanos()) {
        Thread.sleep(20);
      }
      assertThat(quick.got()).hasSize(20);
      assertThat(slow.got()).hasSize(1);
      assertThat(
              quick.got().stream()
                  .map(got -> got.body().replaceAll(".*/questions/(\\d+)\".*", "$1")))
          .as("in order")
          .startsWith("0", "1", "2")
          .doesNotHaveDuplicates();
    }
  }

  private void add(AnsweringServer receiver) {
    var address = "http://127.0.0.1:" + receiver.port() + "/hook";
    setup.add(new WebhookForm("R", address, List.of("question_asked"), false), null);
  }
}
