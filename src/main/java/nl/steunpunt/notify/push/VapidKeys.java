package nl.steunpunt.notify.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * By which push services know that a message is ours (RFC 8292). Made once for all nodes: a browser
 * is bound to the key that it was given, and with another one all would have to tap again.
 */
@Component
class VapidKeys {
  /**
   * The setting.
   *
   * @param publicKey the uncompressed point, as a browser takes it
   */
  record Kept(String publicKey, String sealedPrivateKey) {
    static final Kept NONE = new Kept("", "");
  }

  private static final Logger LOG = LoggerFactory.getLogger(VapidKeys.class);
  private static final String SETTING = "push-keys";
  private static final String PURPOSE = "push-key";

  /** A push service takes at most 24 hours, by its own clock. */
  private static final Duration VALID = Duration.ofHours(12);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final JsonMapper JSON = new JsonMapper();

  private final Settings settings;
  private final InstallationKey key;
  private final MailSetup mail;
  private final OrganisationClock clock;

  VapidKeys(Settings settings, InstallationKey key, MailSetup mail, OrganisationClock clock) {
    this.settings = settings;
    this.key = key;
    this.mail = mail;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void makeAtFirstStart() {
    try {
      kept();
    } catch (DataAccessException away) {
      LOG.debug("database away: {}", away.getMessage());
    }
  }

  /** For browsers; anybody may know it. */
  String publicKey() {
    return kept().publicKey;
  }

  /** Whether they were sealed with the key of this installation. */
  boolean canBeUsed() {
    try {
      privateKey();
      return true;
    } catch (IllegalStateException otherKey) {
      return false;
    }
  }

  /** In the place of those that cannot be opened; every browser must be asked anew. */
  void makeAnew() {
    settings.put(SETTING, fresh());
  }

  /**
   * The header that signs a message to this push service.
   *
   * @throws IllegalStateException when our private key was sealed with another installation's
   */
  String authorization(OutgoingAddress to) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("aud", to.origin());
    claims.put("exp", clock.machineTime().plus(VALID).getEpochSecond());
    contact().ifPresent(contact -> claims.put("sub", contact));
    var signed =
        encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}")
            + "."
            + encoded(JSON.writeValueAsString(claims));
    return "vapid t=" + signed + "." + BASE64.encodeToString(sign(signed)) + ", k=" + publicKey();
  }

  /** Whom a push service may write to when something is wrong with what we send. */
  private Optional<String> contact() {
    var now = mail.current();
    if (!now.from().isEmpty()) {
      return Optional.of("mailto:" + now.from());
    }
    return Optional.of(now.publicUrl()).filter(address -> address.startsWith("https://"));
  }

  private byte[] sign(String text) {
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(privateKey());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private ECPrivateKey privateKey() {
    var opened = key.open(PURPOSE, kept().sealedPrivateKey);
    return P256.privateKey(Base64.getUrlDecoder().decode(opened));
  }

  private Kept kept() {
    var known = settings.get(SETTING, Kept.class, Kept.NONE);
    if (!known.publicKey.isEmpty()) {
      return known;
    }
    settings.rememberFirst(SETTING, fresh());
    return settings.get(SETTING, Kept.class, Kept.NONE);
  }

  private Kept fresh() {
    var pair = P256.fresh();
    return new Kept(
        BASE64.encodeToString(P256.bytes((ECPublicKey) pair.getPublic())),
        key.seal(PURPOSE, BASE64.encodeToString(P256.bytes((ECPrivateKey) pair.getPrivate()))));
  }

  private static String encoded(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
