package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a client does wrong, it hears as a problem (RFC 9457), in words. */
@ApiTest
class ProblemsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int LARGE = 30_000_000;

  @Autowired Workplace workplace;
  @LocalServerPort int port;
  private Client anna;
  private String key;

  @BeforeEach
  void floor() {
    var floor = workplace.floor();
    anna = workplace.client(floor.anna);
    key = floor.key;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return anna.request(path);
  }

  private HttpResponse<String> ask(BodyPublisher body) throws Exception {
    return send(request("/questions").header("Content-Type", "application/json").POST(body));
  }

  private static JsonNode problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var problem = new JsonMapper().readTree(answer.body());
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    assertThat(problem.at("/title").asString()).isNotEmpty();
    assertThat(problem.at("/detail").asString()).isNotEmpty();
    assertThat(answer.body()).doesNotContainIgnoringCase("tomcat", "exception", "<html");
    return problem;
  }

  @Test
  void aBodyThatIsTooLargeIsNotReadWhetherItSaysSoOrNot() throws Exception {
    var said = ask(BodyPublishers.ofByteArray(new byte[LARGE]));
    assertThat(problem(said, 413).at("/detail").asString()).contains("256 KB");

    InputStream endless =
        new SequenceInputStream(
            Collections.enumeration(
                Stream.concat(
                        Stream.of("{\"system\":\"erp\",\"text\":\""),
                        Stream.generate(() -> "aaaaaaaaaa".repeat(100_000))
                            .limit(LARGE / 1_000_000))
                    .map(part -> new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)))
                    .toList()));
    problem(ask(BodyPublishers.ofInputStream(() -> endless)), 413);
    problem(
        send(
            request("/questions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "large")
                .POST(BodyPublishers.ofByteArray(new byte[LARGE]))),
        413);
  }

  @Test
  void theWrongMethodTypeOrAddressIsAProblem() throws Exception {
    assertThat(problem(send(request("/questions").DELETE()), 405).at("/detail").asString())
        .contains("GET", "POST");
    problem(
        send(
            request("/questions")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x"))),
        415);
    problem(send(request("/me").header("Accept", "image/png")), 406);
    problem(send(request("/nowhere")), 404);
    problem(send(request("/questions/nonsense")), 404);
    problem(send(request("/questions//7")), 400);
    problem(ask(BodyPublishers.ofString("{\"system\":")), 400);
    problem(ask(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xC3, '"', '}'})), 400);
    problem(
        send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/questions"))
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.noBody())),
        403);
  }

  /** Half a character is not text; the rest of it is. */
  @Test
  void halfACharacterIsLeftOut() throws Exception {
    var asked =
        ask(
            BodyPublishers.ofString(
                "{\"system\":\"" + key + "\",\"text\":\"Half \\ud83d hier\\u0000\"}"));
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
    assertThat(new JsonMapper().readTree(asked.body()).at("/text").asString())
        .isEqualTo("Half  hier");
    problem(ask(BodyPublishers.ofString("{\"system\":\"" + key + "\",\"text\":\"\\ud83d\"}")), 422);
    problem(ask(BodyPublishers.ofString("{\"system\":\"\\ud83d\",\"text\":\"Wat\"}")), 422);
  }

  @Test
  void whatIsNoRequestAtAllIsAnsweredWithoutTheServersName() throws IOException {
    for (var target : new String[] {"/api/v1/questions?q={", "/api/v1/\u0001", "nonsense"}) {
      var answer = raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(target).startsWith("HTTP/1.1 400");
      assertThat(answer).doesNotContainIgnoringCase("tomcat", "<html", "exception");
    }
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
