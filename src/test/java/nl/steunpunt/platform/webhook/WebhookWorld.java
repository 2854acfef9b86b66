package nl.steunpunt.platform.webhook;

import static nl.steunpunt.platform.outgoing.AnsweringServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import nl.steunpunt.platform.outgoing.AnsweringServer.Got;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver, and a webhook that the administrator has made for it. */
@SteunpuntTest
abstract class WebhookWorld {
  static final String PATH_SECRET = "xk3wq8r5tjbnmy9ufdhc7zsgpe";
  static final JsonMapper JSON = new JsonMapper();

  @Autowired World world;
  @Autowired WebhookDelivering delivering;
  @Autowired Settings settings;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  AnsweringServer receiver;
  long id;
  String secret = "";

  @BeforeEach
  void open() throws IOException {
    receiver = AnsweringServer.plain(says("204 No Content", ""));
    settings.put(
        OutgoingSettings.SETTING,
        new OutgoingSettings(List.of("http://127.0.0.1:" + receiver.port()), List.of("127.0.0.1")));
  }

  @AfterEach
  void close() throws IOException {
    receiver.close();
  }

  Browser admin() {
    return world.as(world.willemijn());
  }

  String address() {
    return "http://127.0.0.1:" + receiver.port() + "/hooks/" + PATH_SECRET;
  }

  String path() {
    return "/admin/webhooks/" + id;
  }

  void webhook(String... more) {
    var fields = new ArrayList<>(List.of("name", "Magazijn", "address", address()));
    for (var event :
        List.of(
            "question_asked",
            "question_handed_over",
            "question_solved",
            "question_closed",
            "issue_reported",
            "issue_changed",
            "ticket_closed",
            "ticket_returned")) {
      fields.addAll(List.of("events", event));
    }
    fields.addAll(List.of(more));
    var reply = admin().post("/admin/webhooks", fields.toArray(String[]::new));
    assertThat(reply).hasStatusOk();
    secret = Browser.html(reply).select("#secret").text();
    id = sql.sql("select max(id) from platform.webhook").query(Long.class).single();
  }

  String ask(Colleague asker, String text) {
    var reply = world.as(asker).post("/questions", "system", world.nova().toString(), "text", text);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  void deliver() {
    while (delivering.deliverOne()) {
      Thread.onSpinWait();
    }
  }

  void makeDue() {
    var before = clock.instant().minusSeconds(1);
    sql.sql("update platform.webhook set try_at = :at").param("at", before).update();
    sql.sql("update platform.webhook_delivery set next_at = :at").param("at", before).update();
  }

  List<String> states() {
    return sql.sql("select state from platform.webhook_delivery where webhook_id = :id order by id")
        .param("id", id)
        .query(String.class)
        .list();
  }

  Got last() {
    return receiver.got().getLast();
  }

  JsonNode body() {
    return JSON.readTree(last().body());
  }

  List<String> types() {
    return receiver.got().stream()
        .map(got -> JSON.readTree(got.body()).path("type").asString())
        .toList();
  }
}
