package nl.steunpunt.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

@SteunpuntTest
class MetricsTest {
  /** A line of the format: a name, labels or none, a number. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "[a-z_]+(\\{[a-z]+=\"[A-Za-z0-9_.+]+\"})? (-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?)");

  @Autowired World world;
  @Autowired Exposition exposition;
  @Autowired Counters counters;
  @Autowired JdbcClient sql;
  @Autowired ApplicationContext context;

  private double value(String series) {
    return exposition
        .text()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(0.0);
  }

  @Test
  void speaksPrometheusAndNamesNobody() {
    world.as(world.sanne()).page("/");
    var text = exposition.text();
    assertThat(text.lines().filter(line -> !line.startsWith("#")))
        .allMatch(SAMPLE.asMatchPredicate());
    assertThat(text)
        .contains(
            "# TYPE steunpunt_pool_active gauge",
            "steunpunt_streams ",
            "steunpunt_mails_waiting ",
            "steunpunt_timers_late_seconds ",
            "steunpunt_facts_waiting ",
            "steunpunt_question_steps_late ",
            "steunpunt_http_request_seconds_bucket{le=\"+Inf\"} ")
        .doesNotContain("Sanne", "@");
  }

  @Test
  void anAskCountsOnceItIsCommitted() {
    var asked = "steunpunt_question_steps_total{step=\"asked\"}";
    var before = value(asked);
    assertThat(
            world
                .as(world.sanne())
                .post(
                    "/questions",
                    "text",
                    "Waar is de btw-code?",
                    "system",
                    world.nova().toString()))
        .hasStatus3xxRedirection();
    assertThat(value(asked)).as("not before the commit").isEqualTo(before);
    TestTransaction.flagForRollback();
    TestTransaction.end();
    assertThat(value(asked)).as("nor after a rollback").isEqualTo(before);
    counters.count("steunpunt_question_steps_total", "step", "asked");
    assertThat(value(asked)).isEqualTo(before + 1);
  }

  @Test
  void whatCannotBeReadIsLeftOut() {
    var broken =
        new Gauge(
            "steunpunt_broken",
            "Fails.",
            () -> {
              throw new IllegalStateException();
            });
    var text = new Exposition(counters, new RequestTimes(counters), List.of(broken)).text();
    assertThat(text)
        .doesNotContain("steunpunt_broken")
        .contains("steunpunt_http_request_seconds_count 0");
  }

  @Test
  void aLoopbackPortOfItsOwnGivesThemAndTheProductDoesNot() throws Exception {
    assertThat(world.as(world.willemijn()).get("/metrics")).hasStatus(404);
    assertThat(new MetricsServer(exposition, "127.0.0.1", "").address()).isNull();
    var server = new MetricsServer(exposition, "127.0.0.1", "0");
    server.start();
    try (var client = HttpClient.newHttpClient()) {
      var address = Objects.requireNonNull(server.address());
      assertThat(address.getAddress().isLoopbackAddress()).isTrue();
      var answer = get(client, address.getPort(), "/metrics");
      assertThat(answer.headers().firstValue("Content-Type")).hasValue(Exposition.TYPE);
      assertThat(answer.body()).contains("steunpunt_pool_idle ");
      assertThat(get(client, address.getPort(), "/").statusCode()).isEqualTo(404);
    } finally {
      server.stop();
    }
  }

  private static HttpResponse<String> get(HttpClient client, int port, String path)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void readyMeansThatWorkCanBeSentHereAndLiveOnlyThatItRuns() {
    var stranger = world.stranger();
    AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    assertThat(stranger.get("/health/ready")).hasStatusOk().hasHeader("Cache-Control", "no-store");
    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    try {
      assertThat(stranger.get("/health/ready")).hasStatus(503);
      assertThat(stranger.get("/health/live")).hasStatusOk();
    } finally {
      AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }
  }

  @Test
  void whatTheDatabaseRefusesDoesNotPutNamesInTheLog() {
    var email = world.sanne().email();
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    insert into people.person (email, name, department_id, created_at)
                    select email, name, department_id, created_at from people.person where id = :id
                    """)
                .param("id", world.sanne().id())
                .update())
        .isInstanceOf(DuplicateKeyException.class)
        .message()
        .contains("person_email")
        .doesNotContain(email);
  }
}
