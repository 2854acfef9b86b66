package nl.steunpunt.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import nl.steunpunt.platform.web.NotFound;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;

/**
 * A receiver of the demo: it takes JSON at an address that whoever knows it can write to, and
 * remembers the last of it.
 */
final class DemoHook<T> {
  private static final int LONGEST = 8_192;

  /** From what was sent to what it answers. */
  interface Taking {
    ResponseEntity<String> take(byte[] body);
  }

  private final String address;
  private final int most;
  private final Deque<T> kept = new ArrayDeque<>();

  DemoHook(String address, int most) {
    this.address = address;
    this.most = most;
  }

  ResponseEntity<String> receive(String secret, HttpServletRequest request, Taking taking)
      throws IOException {
    if (!address.endsWith("/" + secret)) {
      throw new NotFound();
    }
    var body = request.getInputStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      return ResponseEntity.status(413).body("too long");
    }
    try {
      return taking.take(body);
    } catch (JacksonException e) {
      return ResponseEntity.badRequest().body("no JSON");
    }
  }

  /** Once, when it came before. */
  synchronized void keep(T one, Predicate<T> isTheSame) {
    kept.removeIf(isTheSame);
    kept.addFirst(one);
    while (kept.size() > most) {
      kept.removeLast();
    }
  }

  synchronized List<T> kept() {
    return List.copyOf(kept);
  }
}
