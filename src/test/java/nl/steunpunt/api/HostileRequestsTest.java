package nl.steunpunt.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.steunpunt.api.Workplace.Floor;
import nl.steunpunt.people.account.TestSignIns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no browser and no honest client sends, over the line: none of it costs others anything. */
@ApiTest
class HostileRequestsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SECRET = "geheimpje";

  @Autowired Workplace workplace;
  @Autowired TestSignIns signIns;
  @LocalServerPort int port;
  private Floor floor;
  private String cookie;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void signIn() {
    floor = workplace.floor();
    var browser = signIns.browser(floor.anna.id());
    cookie = browser.getName() + "=" + browser.getValue();
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void nothingWasTheServersFaultNorIsWhatWasTypedInTheLog() {
    root().detachAppender(log);
    assertThat(log.list)
        .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
        .noneMatch(event -> event.getFormattedMessage().contains("Failure in @ExceptionHandler"))
        .noneMatch(event -> event.getFormattedMessage().contains(SECRET));
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String type, String body, String... headers)
      throws Exception {
    return send(
        request(path, headers).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  /** Java's client does not write half a character; so the line itself. */
  private String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private String raw(String head, String body) throws IOException {
    return raw(
        head
            + "\r\nHost: 127.0.0.1:%d\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                .formatted(port, FORM, body.length())
            + "Connection: close\r\n\r\n"
            + body);
  }

  @Test
  void aStrangersLargeFormIsNotRead() throws Exception {
    var body = "email=x%40y.nl&password=" + "a".repeat(11_900_000);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 8)
              .mapToObj(n -> threads.submit(() -> post("/sign-in", FORM, body)))
              .toList();
      for (var one : all) {
        assertThat(one.get().statusCode()).isEqualTo(413);
        assertThat(one.get().body()).contains("<form").doesNotContain("x@y.nl");
      }
    }
    var unsaid = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)));
    assertThat(send(request("/sign-in", "Content-Type", FORM).POST(unsaid)).statusCode())
        .isEqualTo(413);
    var parts =
        "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\n%s\r\n--x--\r\n"
            .formatted("a".repeat(100_000));
    assertThat(post("/sign-in", "multipart/form-data; boundary=x", parts).statusCode())
        .isEqualTo(413);
  }

  @Test
  void whoIsSignedInFindsAMuchTooLongTextBack() throws Exception {
    var text = SECRET + "a".repeat(1_500_000);
    var back = post("/questions", FORM, "text=" + text, "Cookie", cookie);
    assertThat(back.statusCode()).isEqualTo(422);
    assertThat(back.body()).contains(text);
    var parts = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n%s\r\n--x--\r\n";
    var multi =
        post(
            "/questions",
            "multipart/form-data; boundary=x",
            parts.formatted(text),
            "Cookie",
            cookie);
    assertThat(multi.statusCode()).isEqualTo(422);
    assertThat(multi.body()).contains(text);

    var tooLong = post("/questions", FORM, "text=" + text.repeat(8), "Cookie", cookie);
    assertThat(tooLong.statusCode()).isEqualTo(413);
    assertThat(tooLong.body()).contains("action=\"/questions\"").doesNotContain(SECRET);
    var multiTooLong =
        post(
            "/questions",
            "multipart/form-data; boundary=x",
            parts.formatted(text.repeat(8)),
            "Cookie",
            cookie);
    assertThat(multiTooLong.statusCode()).isEqualTo(413);
    assertThat(multiTooLong.body()).contains("action=\"/questions\"").doesNotContain(SECRET);
  }

  @Test
  void whateverIsReadAsJsonHasItsLimit() throws Exception {
    var body = "{\"name\":\"" + "a".repeat(1_000_000) + "\"}";
    for (var type : List.of("application/json", "Application/X+JSON;a=b", "application/x+json")) {
      assertThat(post("/api/v1/tokens", type, body).statusCode()).as(type).isEqualTo(413);
    }
  }

  @Test
  void aRepeatIsOneWhateverItsBodyIsCalled() throws Exception {
    var anna = workplace.client(floor.anna);
    var body = "{\"system\":\"%s\",\"text\":\"Een keer\"}".formatted(floor.key);
    var ids = new HashSet<String>();
    for (var type : List.of("Application/JSON", "application/foo+json", "application/json")) {
      var key = UUID.randomUUID().toString();
      for (var time = 0; time < 2; time++) {
        var made =
            post(
                "/api/v1/questions",
                type,
                body,
                "Authorization",
                "Bearer " + anna.token(),
                "Idempotency-Key",
                key);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        ids.add(made.headers().firstValue("Location").orElseThrow());
      }
    }
    assertThat(ids).hasSize(3);
  }

  @Test
  void anotherSpellingOfTheApisAddressIsTheSameAddress() throws Exception {
    for (var path : List.of("/api/v1/me", "/%61pi/v1/me", "/ap%69/v1/me")) {
      var mine = send(request(path, "Cookie", cookie));
      assertThat(mine.statusCode()).as(path).isEqualTo(401);
      assertThat(mine.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
    var anna = workplace.client(floor.anna);
    var key = UUID.randomUUID().toString();
    var ids = new HashSet<String>();
    for (var time = 0; time < 2; time++) {
      ids.add(
          post(
                  "/%61pi/v1/questions",
                  "application/json",
                  "{\"system\":\"%s\",\"text\":\"Een keer\"}".formatted(floor.key),
                  "Authorization",
                  "Bearer " + anna.token(),
                  "Idempotency-Key",
                  key)
              .headers()
              .firstValue("Location")
              .orElseThrow());
    }
    assertThat(ids).hasSize(1);
  }

  @Test
  void whatIsNoTextIsRefusedInWords() throws Exception {
    for (var target :
        List.of("/sign-in?x=%ff", "/sign-in?a=%", "/who-helps/open?q=%E9", "/sign-in?to=%zz")) {
      assertThat(raw("GET " + target + " HTTP/1.1", ""))
          .as(target)
          .startsWith("HTTP/1.1 400")
          .contains("<main");
    }
    assertThat(raw("POST /sign-in HTTP/1.1", "email=" + SECRET + "%zz&password=x"))
        .startsWith("HTTP/1.1 400")
        .contains("<main");
    assertThat(
            raw(
                "GET /api/v1/questions?q=%ff HTTP/1.1\r\nAuthorization: Bearer "
                    + workplace.client(floor.anna).token(),
                ""))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
    var ticks = new StringBuilder("email=x");
    IntStream.range(0, 1100).forEach(n -> ticks.append("&tick=").append(n));
    assertThat(raw("POST /sign-in HTTP/1.1", ticks.toString())).matches("(?s)HTTP/1.1 4(00|13).*");
  }

  @Test
  void aPlaceThatIsNoneLosesNoText() throws Exception {
    for (var place : List.of("%2F%3Fa%3D%25zz", "%2F%25zz", "%2F%3Fa%3D%25", "%2Fapi%2Fv1%2Fme")) {
      var back =
          post(
              "/questions",
              FORM,
              "title=x&text=" + SECRET + "a".repeat(20_000) + "&standsOn=" + place,
              "Cookie",
              cookie);
      assertThat(back.statusCode()).as(place).isEqualTo(422);
      assertThat(back.body()).as(place).contains(SECRET + "a".repeat(20_000));
    }
  }

  /** On the same line nothing comes after the page, and the next request is answered. */
  @Test
  void aFormThatSaysItStandsOnAStreamGetsAPage() throws Exception {
    var body = "text=&standsOn=%2Fevents";
    var form =
        "POST /questions HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(port, cookie, FORM, body.length(), body);
    var next = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    var heard = raw(form + next);
    assertThat(heard).startsWith("HTTP/1.1 422").doesNotContain("event:hello", "event: hello");
    assertThat(heard.lastIndexOf("HTTP/1.1 200")).isPositive();
  }

  @Test
  void besideTheProbesHealthIsAnAddressAsAnyOther() throws Exception {
    var statuses = new HashSet<Integer>();
    for (var guess = 0; guess < 3000 && !statuses.contains(429); guess++) {
      statuses.add(send(request("/health/x", "Cookie", "steunpunt=guess" + guess)).statusCode());
    }
    assertThat(statuses).contains(404, 429);
    assertThat(send(request("/health/live")).statusCode()).isEqualTo(200);
    // All of them came from one address, and other tests come from there too.
    workplace.nobody().post("/demo/clock", "{'advance':'PT11M'}");
  }
}
