package nl.steunpunt.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API, as one person uses it. */
record Api(URI server, @Nullable String authorization) {
  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 3;

  static Api of(URI server) {
    return new Api(server, null);
  }

  Api withPassword(String email, String password) {
    var pair = (email + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Api(server, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  Api withToken(String token) {
    return new Api(server, "Bearer " + token);
  }

  /** The demo's way in: the log's people have no passwords. */
  Api as(String email) {
    return withToken(post("/demo/tokens", Map.of("email", email)).get("token").asString());
  }

  JsonNode get(String path) {
    return answer(request(path).GET().build(), Set.of(200));
  }

  JsonNode put(String path, Object body) {
    return answer(json(path).PUT(text(body)).build(), Set.of(200));
  }

  JsonNode post(String path, Object body) {
    return answer(json(path).POST(text(body)).build(), Set.of(200, 201));
  }

  /** Under a key of its own, so that it may be sent again when the connection breaks. */
  JsonNode create(String path, String key, Object body) {
    var request = json(path).header("Idempotency-Key", key).POST(text(body)).build();
    for (int attempt = 1; ; attempt++) {
      try {
        return answer(request, Set.of(201));
      } catch (UncheckedIOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  JsonNode load(String path, String csv) {
    var request = request(path).header("Content-Type", "text/csv;charset=UTF-8");
    return answer(request.POST(BodyPublishers.ofString(csv)).build(), Set.of(200));
  }

  HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(server.resolve("/api/v1" + path));
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  private HttpRequest.Builder json(String path) {
    return request(path).timeout(PATIENCE).header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher text(Object body) {
    return BodyPublishers.ofString(JSON.writeValueAsString(body));
  }

  private static JsonNode answer(HttpRequest request, Set<Integer> good) {
    var response = send(request);
    if (!good.contains(response.statusCode())) {
      throw new IllegalStateException(
          request.method()
              + " "
              + request.uri().getPath()
              + " answered "
              + response.statusCode()
              + ": "
              + response.body());
    }
    return JSON.readTree(response.body());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The first administrator is made at the set-up link, which the server gives to who started it:
   * the one step that is no API.
   */
  static void setUp(URI link, String email, String password) {
    var form =
        Map.of(
                "name",
                "Administrator",
                "email",
                email,
                "password",
                password,
                "department",
                "Administration")
            .entrySet()
            .stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(link)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    var status = send(request).statusCode();
    if (status != 303) {
      throw new IllegalStateException("the set-up link answered " + status);
    }
  }
}
