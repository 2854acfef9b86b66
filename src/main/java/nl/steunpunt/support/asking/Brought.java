package nl.steunpunt.support.asking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import nl.steunpunt.platform.web.LocalPath;
import org.jspecify.annotations.Nullable;

/**
 * What the address of {@code /ask} or a form that leads there brings along, as sent.
 *
 * @param system by its key; likewise the topic
 * @param from the address of a page
 * @param kept of a text that waited while somebody signed in
 */
public record Brought(
    String text,
    String system,
    String topic,
    String screen,
    String error,
    String from,
    String kept) {
  private static final int LONGEST_KEY = 60;

  public Brought {
    text = orEmpty(text);
    system = orEmpty(system);
    topic = orEmpty(topic);
    screen = orEmpty(screen);
    error = orEmpty(error);
    from = orEmpty(from);
    kept = orEmpty(kept);
  }

  Carried carried() {
    return Carried.of(screen, error, from);
  }

  /**
   * Where it all is again, without the text: the address that signing in leads back to is short.
   */
  String address(String keptNow) {
    var carried = carried();
    var along = new LinkedHashMap<String, String>();
    along.put("system", key(system));
    along.put("topic", key(topic));
    along.put("screen", carried.screen());
    along.put("error", carried.error());
    along.put("from", carried.from());
    along.put("kept", keptNow);
    var query =
        along.entrySet().stream()
            .filter(one -> !one.getValue().isEmpty())
            .map(one ->
                one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var whole = query.isEmpty() ? "/ask" : "/ask?" + query;
    // Too long to come back to: rather the text alone than nothing.
    return LocalPath.of(whole).equals(whole) ? whole : "/ask?kept=" + keptNow;
  }

  /** Whether {@link #address} made this with a text that waits. */
  static boolean isKeptAt(String path) {
    return path.startsWith("/ask?") && path.contains("kept=");
  }

  private static String key(String sent) {
    return sent.length() > LONGEST_KEY ? "" : sent.strip();
  }

  private static String orEmpty(@Nullable String sent) {
    return sent == null ? "" : sent;
  }
}
