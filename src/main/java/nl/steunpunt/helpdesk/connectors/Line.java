package nl.steunpunt.helpdesk.connectors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.outgoing.OutgoingAnswer;
import nl.steunpunt.platform.outgoing.OutgoingCall;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Asks a helpdesk system for JSON, as somebody it knows, through the one door for addresses from
 * outside. What is no good answer is {@link Trouble}.
 */
public final class Line {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST = 4 << 20;
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final Outgoing outgoing;
  private final Clock clock;
  private final String base;
  private final Map.Entry<String, String> credentials;

  Line(Outgoing outgoing, Clock clock, String address, Map.Entry<String, String> credentials) {
    this.outgoing = outgoing;
    this.clock = clock;
    this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    this.credentials = credentials;
  }

  /**
   * @param query names and values in turn
   */
  public JsonNode get(String path, String... query) throws Trouble {
    return ask("GET", path + query(query), new byte[0]);
  }

  /**
   * Empty: they refuse it, as it is not there or we may not see it, which many do not tell apart.
   */
  public Optional<JsonNode> getIfThere(String path, String... query) throws Trouble {
    try {
      return Optional.of(get(path, query));
    } catch (Trouble e) {
      if (e.reach() == Trouble.Reach.LETTER) {
        return Optional.empty();
      }
      throw e;
    }
  }

  public JsonNode post(String path, Object body) throws Trouble {
    return ask("POST", path, JSON.writeValueAsBytes(body));
  }

  public JsonNode put(String path, Object body) throws Trouble {
    return ask("PUT", path, JSON.writeValueAsBytes(body));
  }

  /** Of a path or a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** As ISO 8601 writes it. */
  public static Instant moment(JsonNode at) throws Trouble {
    try {
      return Instant.parse(at.asString(""));
    } catch (DateTimeParseException e) {
      throw Trouble.refused("connector.trouble.unread", at.toString());
    }
  }

  private static String query(String... all) {
    var query = new StringBuilder();
    for (int i = 0; i < all.length; i += 2) {
      query.append(i == 0 ? '?' : '&');
      query.append(encoded(all[i])).append('=').append(encoded(all[i + 1]));
    }
    return query.toString();
  }

  private JsonNode ask(String method, String path, byte[] body) throws Trouble {
    try {
      var headers = new LinkedHashMap<String, String>();
      headers.put(credentials.getKey(), credentials.getValue());
      if (body.length > 0) {
        headers.put("Content-Type", "application/json; charset=utf-8");
      }
      var call =
          new OutgoingCall(
                  method, OutgoingAddress.of(base + path), headers, body, null, true, MOST, WITHIN)
              .toNamedHosts();
      return read(outgoing.send(call));
    } catch (NotSent e) {
      throw Trouble.of(e);
    }
  }

  private JsonNode read(OutgoingAnswer answer) throws Trouble {
    if (!answer.isGood()) {
      throw trouble(answer);
    }
    if (answer.status() == 204 || (answer.body().length == 0 && !answer.cut())) {
      return MissingNode.getInstance();
    }
    if (answer.cut()) {
      throw Trouble.cut();
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException e) {
      // A page to sign in at, or to say that there is work going on.
      throw Trouble.connection("connector.trouble.page", words(answer));
    }
  }

  private Trouble trouble(OutgoingAnswer answer) {
    var said = answer.status() + " " + words(answer);
    return switch (answer.status()) {
      case 401 -> Trouble.connection("connector.trouble.key", said);
      case 403 -> Trouble.refused("connector.trouble.forbidden", said);
      case 404, 410 -> Trouble.refused("connector.trouble.gone", said);
      case 429, 503 -> Trouble.busy(answer.retryAfter(clock.instant()).orElse(null));
      default ->
          answer.status() >= 500
              ? Trouble.broken(said)
              : answer.status() < 400
                  ? Trouble.connection("connector.trouble.elsewhere", said)
                  : Trouble.refused(said);
    };
  }

  /** Of a page only its text: who reads it has no use for the marks. */
  private static String words(OutgoingAnswer answer) {
    var text = answer.text();
    return text.stripLeading().startsWith("<") ? PlainText.of(text) : text;
  }
}
