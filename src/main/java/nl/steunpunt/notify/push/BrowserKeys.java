package nl.steunpunt.notify.push;

import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Optional;

/**
 * For whom a message is encrypted.
 *
 * @param point the browser's public key, uncompressed
 * @param secret shared with us by the browser, so that its push service cannot write in our place
 */
record BrowserKeys(byte[] point, byte[] secret) {
  private static final int SECRET_BYTES = 16;

  /** Base64 for addresses, as browsers write it; empty when it is no key. */
  static Optional<BrowserKeys> of(String point, String secret) {
    try {
      var keys = new BrowserKeys(decoded(point), decoded(secret));
      return keys.secret.length == SECRET_BYTES && P256.publicKey(keys.point).isPresent()
          ? Optional.of(keys)
          : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  ECPublicKey publicKey() {
    return P256.publicKey(point).orElseThrow();
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text.strip());
  }
}
