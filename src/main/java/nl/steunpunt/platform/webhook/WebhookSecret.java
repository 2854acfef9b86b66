package nl.steunpunt.platform.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that a receiver shares with us, as Standard Webhooks writes it: {@code whsec_...}. */
record WebhookSecret(byte[] key) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PREFIX = "whsec_";
  private static final Pattern FORM = Pattern.compile("whsec_[A-Za-z0-9+/]{32,88}={0,2}");
  private static final int FRESH_BYTES = 32;

  /** The standard's own bounds. */
  private static final int FEWEST_BYTES = 24;

  private static final int MOST_BYTES = 64;

  static WebhookSecret fresh() {
    var key = new byte[FRESH_BYTES];
    RANDOM.nextBytes(key);
    return new WebhookSecret(key);
  }

  static Optional<WebhookSecret> of(String written) {
    if (!FORM.matcher(written).matches()) {
      return Optional.empty();
    }
    try {
      var key = Base64.getDecoder().decode(written.substring(PREFIX.length()));
      return key.length < FEWEST_BYTES || key.length > MOST_BYTES
          ? Optional.empty()
          : Optional.of(new WebhookSecret(key));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  String written() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** "v1,..." over what the standard signs: the number, the second and the body as it is sent. */
  String sign(String id, long seconds, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
