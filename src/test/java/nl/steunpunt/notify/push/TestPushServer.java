package nl.steunpunt.notify.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A push service: takes what RFC 8030, 8188, 8291 and 8292 let it take, reads it as the browser
 * would, and answers as it is told.
 */
final class TestPushServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern VAPID =
      Pattern.compile("vapid t=(([\\w-]+)\\.([\\w-]+))\\.([\\w-]+), k=([\\w-]+)");

  /** What arrived and was right; {@code claims} of who sent it. */
  record Got(
      String path, Map<String, String> headers, JsonNode news, JsonNode claims, String key) {}

  private record Answer(int status, String header, String value) {}

  private final HttpServer server;
  private final Map<String, TestBrowser> browsers = new ConcurrentHashMap<>();
  private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();

  TestPushServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Where this browser can be reached. */
  String endpoint(String path, TestBrowser browser) {
    browsers.put(path, browser);
    return origin() + path;
  }

  /** In the place of 201, once. */
  void answers(int status, String header, String value) {
    answers.add(new Answer(status, header, value));
  }

  void answers(int status) {
    answers(status, "X-Nothing", "");
  }

  List<Got> got() {
    return got;
  }

  /** What no push service would have taken. */
  List<String> wrong() {
    return wrong;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      try {
        check(exchange, body);
      } catch (AssertionError | RuntimeException | GeneralSecurityException e) {
        wrong.add(e.toString());
      }
      var answer = answers.poll();
      if (answer != null) {
        exchange.getResponseHeaders().add(answer.header, answer.value);
      }
      exchange.sendResponseHeaders(answer == null ? 201 : answer.status, -1);
    }
  }

  private void check(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
    var headers = new ConcurrentHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, all) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), all.getFirst()));
    require(exchange.getRequestMethod().equals("POST"), "method");
    require("aes128gcm".equals(headers.get("content-encoding")), "coding");
    require(headers.getOrDefault("ttl", "").matches("\\d+"), "TTL");
    require(headers.getOrDefault("topic", "a").matches("[\\w-]{1,32}"), "topic");
    require(body.length <= 4096, "size");
    var vapid = VAPID.matcher(headers.getOrDefault("authorization", ""));
    require(vapid.matches(), "authorization");
    require(isSigned(vapid.group(1), vapid.group(4), vapid.group(5)), "signature");
    require(json(vapid.group(2)).path("alg").asString().equals("ES256"), "algorithm");
    var path = exchange.getRequestURI().getPath();
    var news = JSON.readTree(java.util.Objects.requireNonNull(browsers.get(path)).read(body));
    got.add(new Got(path, headers, news, json(vapid.group(3)), vapid.group(5)));
  }

  /** RFC 7515: the signature is two numbers, one after the other. */
  static boolean isSigned(String text, String signature, String key)
      throws GeneralSecurityException {
    var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(P256.publicKey(bytes(key)).orElseThrow());
    verifier.update(text.getBytes(US_ASCII));
    return verifier.verify(bytes(signature));
  }

  private static JsonNode json(String base64) {
    return JSON.readTree(bytes(base64));
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
