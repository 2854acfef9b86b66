package nl.steunpunt.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.Reply;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * A system that is told by webhook, as Novum's data warehouse could be: it checks the signature as
 * Standard Webhooks says, leaves out what it had, and shows what it got.
 */
@Controller
@ConditionalOnProperty("steunpunt.demo")
public class DemoWarehouseController {
  static final String HOOK = "/demo/warehouse/hooks/novum-dwh-t7c2m5";
  static final String SECRET = "demo-warehouse";

  private static final int MOST = 50;
  private static final String PREFIX = "whsec_";
  private static final JsonMapper JSON = new JsonMapper();

  private final Settings settings;
  private final Clock clock;
  private final DemoHook<Row> hook = new DemoHook<>(HOOK, MOST);

  DemoWarehouseController(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What sender and receiver share; empty before the demo was made. */
  record Shared(String secret) {}

  /**
   * @param id under which it would be known when it came again
   * @param data as it came
   */
  public record Row(String id, Instant at, String type, String subject, String data) {}

  public record WarehousePage(List<Row> rows) {}

  @GetMapping("/demo/warehouse")
  ModelAndView show() {
    return Reply.page("demo/warehouse", new WarehousePage(hook.kept()));
  }

  @PostMapping("/demo/warehouse/hooks/{secret}")
  ResponseEntity<String> receive(@PathVariable String secret, HttpServletRequest request)
      throws IOException {
    return hook.receive(
        secret,
        request,
        body -> {
          var id = request.getHeader("webhook-id");
          if (id == null || !isSigned(id, request, body)) {
            return ResponseEntity.status(401).body("signature");
          }
          var event = JSON.readTree(new String(body, StandardCharsets.UTF_8));
          hook.keep(
              new Row(
                  id,
                  clock.instant(),
                  event.path("type").asString(""),
                  event.path("subject").asString(""),
                  event.path("data").toString()),
              known -> known.id.equals(id));
          return ResponseEntity.ok("ok");
        });
  }

  private boolean isSigned(String id, HttpServletRequest request, byte[] body) {
    var shared = settings.get(SECRET, Shared.class, new Shared("")).secret;
    var written = request.getHeader("webhook-signature");
    if (shared.isEmpty() || written == null) {
      return false;
    }
    var own = sign(shared, id + "." + request.getHeader("webhook-timestamp") + ".", body);
    for (var one : written.split(" ")) {
      if (MessageDigest.isEqual(
          one.getBytes(StandardCharsets.UTF_8), own.getBytes(StandardCharsets.UTF_8))) {
        return true;
      }
    }
    return false;
  }

  private static String sign(String shared, String before, byte[] body) {
    try {
      var key = Base64.getDecoder().decode(shared.substring(PREFIX.length()));
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(before.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
