package nl.steunpunt.helpdesk.connectors;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.steunpunt.platform.web.ClientAddresses;
import nl.steunpunt.platform.web.ClientShares;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where another system's webhook rings: something changed with a ticket. Nothing in it is believed
 * but its number; what changed is asked there. So the same bell twice, late or repeated by somebody
 * else does no more than make us look.
 */
@Controller
public class BellController {
  static final String PATH = "/connectors";
  private static final int MOST = 600;
  private static final int LARGEST = 256 << 10;
  private static final JsonMapper JSON = new JsonMapper();

  private final Connections connections;
  private final ConnectionSetup setup;
  private final LooksThere looks;
  private final Lines lines;
  private final ConnectionWork work;
  private final ClientAddresses addresses;
  private final ClientShares shares;

  BellController(
      Connections connections,
      ConnectionSetup setup,
      LooksThere looks,
      Lines lines,
      ConnectionWork work,
      ClientAddresses addresses,
      Clock clock) {
    this.connections = connections;
    this.setup = setup;
    this.looks = looks;
    this.lines = lines;
    this.work = work;
    this.addresses = addresses;
    shares = new ClientShares(MOST, Duration.ofMinutes(1), "connector.refused.often", clock);
  }

  /**
   * @param sha256 "sha256=" and the HMAC of the body, in hexadecimal; Zammad sends one with SHA-1
   *     under the other name, which is as good for a secret of this length
   */
  @PostMapping(PATH + "/{id}/bell")
  ResponseEntity<Void> ring(
      HttpServletRequest request,
      @PathVariable ConnectionId id,
      @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String sha256,
      @RequestHeader(name = "X-Hub-Signature", required = false) @Nullable String sha1)
      throws IOException {
    shares.take(addresses.counted(request));
    var connection = connections.find(id).orElseThrow(NotFound::new);
    var bytes = request.getInputStream().readNBytes(LARGEST);
    var secret = setup.bell(connection);
    // A stranger learns not even that there is such a connection.
    if (!isSigned("HmacSHA256", "sha256=", secret, bytes, sha256)
        && !isSigned("HmacSHA1", "sha1=", secret, bytes, sha1)) {
      throw new NotFound();
    }
    try {
      var ticket = lines.kind(connection.kind()).flatMap(one -> one.ticketIn(JSON.readTree(bytes)));
      looks.lookAt(id, ticket.map(List::of).orElse(List.of()));
      work.beginAfterCommit();
    } catch (JacksonException e) {
      return ResponseEntity.status(HttpStatus.BAD_REQUEST).build();
    }
    return ResponseEntity.noContent().build();
  }

  private static boolean isSigned(
      String how, String start, String secret, byte[] body, @Nullable String signature) {
    if (signature == null || !signature.startsWith(start)) {
      return false;
    }
    try {
      var mac = Mac.getInstance(how);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), how));
      var ours = HexFormat.of().formatHex(mac.doFinal(body));
      var theirs = signature.substring(start.length()).toLowerCase(Locale.ROOT);
      return MessageDigest.isEqual(
          ours.getBytes(StandardCharsets.US_ASCII), theirs.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
