package nl.steunpunt.platform.outgoing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * What came back. A redirect is an answer as any other: nobody follows it.
 *
 * @param headers names in small letters; of a name that comes twice the first
 * @param cut more came than was to be kept, or it came too slowly, or broke off
 */
public record OutgoingAnswer(int status, Map<String, String> headers, byte[] body, boolean cut) {

  public boolean isGood() {
    return status >= 200 && status < 300;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Until when the other side asks to be left alone: RFC 9110, in seconds or as a date. */
  public Optional<Instant> retryAfter(Instant now) {
    var said = headers.getOrDefault("retry-after", "").strip();
    try {
      if (said.matches("\\d{1,9}")) {
        return Optional.of(now.plus(Duration.ofSeconds(Long.parseLong(said))));
      }
      return said.isEmpty()
          ? Optional.empty()
          : Optional.of(
              ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
