package nl.steunpunt.platform.settings;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A link that is kept nowhere: it holds numbers and a mark that only this installation makes, and
 * opens nothing but what its purpose says.
 */
@Component
public class SignedLink {
  private static final int MARK = 16;

  private final InstallationKey key;

  SignedLink(InstallationKey key) {
    this.key = key;
  }

  public String make(String purpose, long... numbers) {
    var body = body(numbers);
    var link = ByteBuffer.allocate(body.length + MARK).put(body).put(mark(purpose, body)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(link);
  }

  /** As many numbers as were put in; empty when we did not make it for this purpose. */
  public Optional<long[]> read(String purpose, int count, String link) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(link);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != count * Long.BYTES + MARK) {
      return Optional.empty();
    }
    var body = Arrays.copyOf(bytes, count * Long.BYTES);
    var mark = Arrays.copyOfRange(bytes, body.length, bytes.length);
    if (!MessageDigest.isEqual(mark(purpose, body), mark)) {
      return Optional.empty();
    }
    var numbers = new long[count];
    ByteBuffer.wrap(body).asLongBuffer().get(numbers);
    return Optional.of(numbers);
  }

  private static byte[] body(long... numbers) {
    var body = ByteBuffer.allocate(numbers.length * Long.BYTES);
    body.asLongBuffer().put(numbers);
    return body.array();
  }

  private byte[] mark(String purpose, byte[] body) {
    return Arrays.copyOf(key.mark(purpose, Base64.getEncoder().encodeToString(body)), MARK);
  }
}
