package nl.steunpunt.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.steunpunt.people.access.AccessRule;
import nl.steunpunt.people.access.AccessRule.To;
import nl.steunpunt.people.access.AccessTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Fifty strangers at once, at all that a stranger can call: whoever works here goes on working. */
@ApiTest
class CrowdOfStrangersTest {
  private static final int AT_ONCE = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** A hash waits two seconds for its turn, and no longer. */
  private static final Duration EARLY = Duration.ofSeconds(4);

  @Autowired Workplace workplace;
  @LocalServerPort int port;

  private record Reply(HttpResponse<String> response, Duration took) {
    int status() {
      return response.statusCode();
    }
  }

  /** All of them came from one address, and other tests come from there too. */
  @AfterEach
  void letTimePass() {
    workplace.nobody().post("/demo/clock", "{'advance':'PT11M'}");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }

  private HttpRequest form(String path, String body) {
    return request(path)
        .header(
            "Content-Type",
            path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static Reply send(HttpRequest request) throws Exception {
    var start = System.nanoTime();
    var response = HTTP.send(request, BodyHandlers.ofString());
    return new Reply(response, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Fifty of these, while somebody works; says what the fifty heard. */
  private List<Reply> crowd(IntFunction<HttpRequest> stranger) throws Exception {
    var anna = workplace.client(workplace.floor().anna).request("/me").build();
    send(anna);
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var crowd =
          IntStream.range(0, AT_ONCE)
              .mapToObj(number ->
                  threads.submit(() -> {
                    start.await();
                    return send(stranger.apply(number));
                  }))
              .toList();
      start.countDown();
      for (var look = 0; look < 5; look++) {
        var working = send(anna);
        assertThat(working.status()).isEqualTo(200);
        assertThat(working.took).as("somebody at work").isLessThan(Duration.ofSeconds(3));
      }
      var replies = new ArrayList<Reply>();
      for (var one : crowd) {
        replies.add(one.get());
      }
      return replies;
    }
  }

  private static void assertTurnedAwayEarly(List<Reply> replies, int wrong) {
    assertThat(replies).extracting(Reply::status).containsOnly(wrong, 503).contains(wrong, 503);
    for (var reply : replies) {
      if (reply.status() == 503) {
        assertThat(reply.took).isLessThan(EARLY);
        assertThat(reply.response.headers().firstValue("Retry-After")).contains("2");
      }
    }
  }

  @Test
  void signInTurnsAwayEarly() throws Exception {
    var replies =
        crowd(number -> form("/sign-in", "email=nobody" + number + "%40x.example&password=wrong"));
    assertTurnedAwayEarly(replies, 422);
    assertThat(replies)
        .filteredOn(reply -> reply.status() == 503)
        .allMatch(reply -> reply.response.body().contains("@x.example"), "keeps the address");
  }

  @Test
  void tokensTurnAwayEarly() throws Exception {
    var replies =
        crowd(number ->
            request("/api/v1/tokens")
                .header("Content-Type", "application/json")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(
                                ("nobody" + number + "@x.example:wrong").getBytes(UTF_8)))
                .POST(BodyPublishers.ofString("{\"name\":\"x\"}"))
                .build());
    assertTurnedAwayEarly(replies, 401);
    assertThat(replies)
        .allMatch(reply ->
            reply
                .response
                .headers()
                .firstValue("Content-Type")
                .orElse("")
                .startsWith("application/problem+json"));
  }

  @Test
  void whatElseAStrangerCanCallHoldsNobodyUp() throws Exception {
    var rules =
        AccessTable.RULES.stream()
            .filter(rule -> rule.to() == To.ANYONE && !rule.route().contains("/demo/"))
            .toList();
    assertThat(rules).hasSizeGreaterThan(12);
    for (var rule : rules) {
      for (var reply : crowd(number -> any(rule, number))) {
        assertThat(reply.status())
            .as(rule.route() + " " + reply.response.body())
            .isIn(200, 303, 304, 401, 404, 410, 422, 429, 503);
        assertThat(reply.took).as(rule.route()).isLessThan(EARLY);
      }
      letTimePass();
    }
  }

  private HttpRequest any(AccessRule rule, int number) {
    var method = rule.route().substring(0, rule.route().indexOf(' '));
    var path =
        rule.route()
            .substring(method.length() + 1)
            .replaceAll("\\{hash}/.*", "x/app.css")
            .replaceAll("\\{\\w+}", "guess-" + number);
    return method.equals("GET")
        ? request(path).build()
        : form(
            path,
            path.startsWith("/api/")
                ? "{\"name\":\"x\"}"
                : "email=nobody" + number + "%40x.example&language=nl&password=guess");
  }

  /** Guessing at tokens, links and pages is counted by where it comes from, whatever is guessed. */
  @Test
  void whoGoesOnGuessingIsStoppedAndWhoWorksHereIsNot() throws Exception {
    var anna = workplace.client(workplace.floor().anna);
    var statuses = new HashSet<Integer>();
    for (var guess = 0; guess < 6000 && !statuses.contains(429); guess++) {
      statuses.add(
          send(guess % 2 == 0
                  ? request("/api/v1/me").header("Authorization", "Bearer guess" + guess).build()
                  : request("/password/guess" + guess).build())
              .status());
    }
    assertThat(statuses).containsExactlyInAnyOrder(401, 410, 429);
    // Now and then one more is let in, as time passes.
    var stopped = new ArrayList<Reply>();
    for (var again = 0; again < 5; again++) {
      stopped.add(send(request("/api/v1/me").header("Authorization", "Bearer x").build()));
    }
    assertThat(stopped)
        .anySatisfy(reply -> {
          assertThat(reply.response.body()).contains("error.too_often.text");
          assertThat(reply.response.headers().firstValueAsLong("Retry-After").orElse(0))
              .isBetween(1L, 60L);
        });
    assertThat(anna.get("/me").status()).isEqualTo(200);
    assertThat(send(request("/health/live").build()).status()).isEqualTo(200);
  }
}
