package nl.steunpunt.notify.push;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.outgoing.OutgoingAnswer;
import nl.steunpunt.platform.outgoing.OutgoingCall;
import nl.steunpunt.platform.settings.InstallationKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands a message to the push service of a browser (RFC 8030). */
@Component
class PushService {
  /**
   * Of the browsers that there are. A browser says itself where it can be reached, so anybody can
   * say anything; others are for an administrator to name.
   */
  private static final String[] SERVICES = {
    "fcm.googleapis.com", // Chrome, Edge on Android, Samsung Internet, Opera
    "jmt17.google.com",
    "*.push.services.mozilla.com",
    "*.notify.windows.com", // Edge
    "*.push.apple.com" // Safari
  };

  /** Names are cut so that the whole fits, whatever somebody wrote. */
  private static final int MOST_TITLE = 200;

  private static final int MOST_BODY = 400;
  private static final int TOPIC_LENGTH = 32;
  private static final Duration LONGEST_HOLD = Duration.ofDays(1);
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * How it went.
   *
   * @param trouble null: the push service has it
   * @param again before which there is no use in trying; null: not again
   */
  record Outcome(@Nullable PushTrouble trouble, @Nullable Instant again) {
    static final Outcome ARRIVED = new Outcome(null, null);

    static Outcome end(PushTrouble trouble) {
      return new Outcome(trouble, null);
    }
  }

  private final Outgoing outgoing;
  private final VapidKeys keys;
  private final InstallationKey installation;

  PushService(Outgoing outgoing, VapidKeys keys, InstallationKey installation) {
    this.outgoing = outgoing;
    this.keys = keys;
    this.installation = installation;
  }

  /**
   * Where a browser says that it can be reached, if we may send there.
   *
   * @throws NotSent when not
   */
  OutgoingAddress endpoint(String typed) throws NotSent {
    var address = OutgoingAddress.of(typed);
    outgoing.checkWritten(call(address, new byte[0]));
    return address;
  }

  Outcome send(PushMessage message, Instant now) {
    try {
      var address = OutgoingAddress.of(message.endpoint());
      var body =
          PushEncryption.encrypt(
              payload(message), new BrowserKeys(message.point(), message.secret()));
      var answer =
          outgoing.send(
              call(address, body)
                  .with("Authorization", keys.authorization(address))
                  .with("TTL", Long.toString(secondsLeft(message, now)))
                  .with("Topic", topic(message.conversation())));
      return outcome(answer, now);
    } catch (NotSent trouble) {
      return trouble.reason().isRefusal()
          ? Outcome.end(PushTrouble.ADDRESS)
          : new Outcome(PushTrouble.UNREACHABLE, now);
    } catch (IllegalStateException otherKey) {
      return Outcome.end(PushTrouble.KEY);
    }
  }

  private static OutgoingCall call(OutgoingAddress address, byte[] body) {
    return OutgoingCall.post(address, "application/octet-stream", body)
        .toHosts(SERVICES)
        .with("Content-Encoding", "aes128gcm")
        .with("Urgency", "normal");
  }

  private static Outcome outcome(OutgoingAnswer answer, Instant now) {
    if (answer.isGood()) {
      return Outcome.ARRIVED;
    }
    return switch (answer.status()) {
      case 404, 410 -> Outcome.end(PushTrouble.GONE);
      case 429, 503 -> new Outcome(PushTrouble.BUSY, again(answer, now));
      default ->
          answer.status() >= 500
              ? new Outcome(PushTrouble.UNREACHABLE, again(answer, now))
              : Outcome.end(PushTrouble.REFUSED);
    };
  }

  /** Whoever asks for years is not believed. */
  private static Instant again(OutgoingAnswer answer, Instant now) {
    var asked = answer.retryAfter(now).orElse(now);
    var latest = now.plus(LONGEST_HOLD);
    return asked.isBefore(latest) ? asked : latest;
  }

  /** A service keeps it for a phone that is off, but not until its quiet hours. */
  private static long secondsLeft(PushMessage message, Instant now) {
    return Math.max(0, Duration.between(now, message.expiresAt()).toSeconds());
  }

  /**
   * While it waits there, the next of the same conversation takes its place. Not the number of the
   * conversation itself, which is nobody's business there (at most 32 signs: RFC 8030, 5.4).
   */
  private String topic(String conversation) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(installation.mark("push-topic", conversation))
        .substring(0, TOPIC_LENGTH);
  }

  private static byte[] payload(PushMessage message) {
    Map<String, Object> news = new LinkedHashMap<>();
    news.put("title", cut(message.title(), MOST_TITLE));
    news.put("body", cut(message.body(), MOST_BODY));
    news.put("path", message.path());
    news.put("tag", message.conversation());
    return JSON.writeValueAsString(news).getBytes(StandardCharsets.UTF_8);
  }

  private static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
