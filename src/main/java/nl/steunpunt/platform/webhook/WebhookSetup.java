package nl.steunpunt.platform.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.webhook.Webhooks.Webhook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with webhooks, each noted; of address and secret only that. */
@Service
public class WebhookSetup implements WebhookDoor {
  /** How long the secret of before signs too, so that a receiver can change over. */
  static final Duration BOTH = Duration.ofHours(24);

  private static final int SHOWN_END = 3;
  private static final int LONG_SECRET = 16;

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final WebhookDelivering delivering;
  private final List<WebhookKind> kinds;
  private final InstallationKey key;
  private final Settings settings;
  private final AuditTrail audit;
  private final Clock clock;

  WebhookSetup(
      Webhooks webhooks,
      Deliveries deliveries,
      WebhookDelivering delivering,
      List<WebhookKind> kinds,
      InstallationKey key,
      Settings settings,
      AuditTrail audit,
      Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.delivering = delivering;
    this.kinds = kinds.stream().sorted(Comparator.comparingInt(WebhookKind::place)).toList();
    this.key = key;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  List<WebhookKind> kinds() {
    return kinds;
  }

  /**
   * @param secret null: a fresh one
   * @return with the secret, which is told this once
   */
  @Transactional
  public Added add(WebhookForm form, @Nullable WebhookSecret secret) {
    var shared = secret == null ? WebhookSecret.fresh() : secret;
    var id =
        webhooks.add(
            form.name(),
            sealed(form.address()),
            shown(form.address()),
            form.events(),
            form.isWithPeople(),
            key.seal(WebhookDelivering.SECRET_PURPOSE, shared.written()));
    settings.remember(WebhookNews.IN_USE, new WebhookNews.InUse(true));
    audit.note("webhook_added", id.value(), facts(form, shown(form.address())));
    return new Added(id, shared.written());
  }

  public record Added(WebhookId id, String secret) {}

  @Override
  @Transactional
  public String add(String name, String address) {
    var words = kinds.stream().map(WebhookKind::word).toList();
    return add(new WebhookForm(name, address, words, false), null).secret();
  }

  @Transactional
  public void change(WebhookId id, WebhookForm form) {
    var before = locked(id);
    var kept = form.address().isEmpty();
    var shown = kept ? before.shown() : shown(form.address());
    webhooks.save(
        id,
        form.name(),
        kept ? before.sealedAddress() : sealed(form.address()),
        shown,
        form.events(),
        form.isWithPeople());
    var was =
        facts(
            new WebhookForm(before.name(), "", before.events(), before.withPeople()),
            before.shown());
    var changed = new LinkedHashMap<String, Object>();
    facts(form, shown)
        .forEach((name, value) -> {
          var old = was.getOrDefault(name, "");
          if (!Objects.equals(old, value)) {
            changed.put(name, List.of(old, value));
          }
        });
    if (!changed.isEmpty()) {
      changed.putIfAbsent("name", form.name());
      audit.note("webhook_changed", id.value(), changed);
    }
    delivering.beginAfterCommit();
  }

  /** A fresh secret; the one of before signs too for a day. The answer is told this once. */
  @Transactional
  public String rotate(WebhookId id, @Nullable WebhookSecret chosen) {
    var webhook = locked(id);
    var secret = chosen == null ? WebhookSecret.fresh() : chosen;
    webhooks.rotate(
        id,
        key.seal(WebhookDelivering.SECRET_PURPOSE, secret.written()),
        clock.instant().plus(BOTH));
    audit.note("webhook_secret", id.value(), Map.of("name", webhook.name()));
    return secret.written();
  }

  @Transactional
  public String setActive(WebhookId id, boolean active) {
    var name = locked(id).name();
    webhooks.setActive(id, active, false);
    audit.note(active ? "webhook_on" : "webhook_off", id.value(), Map.of("name", name));
    return name;
  }

  @Transactional
  public String remove(WebhookId id) {
    var name = locked(id).name();
    webhooks.remove(id);
    audit.note("webhook_removed", id.value(), Map.of("name", name));
    return name;
  }

  @Transactional
  public void resend(WebhookId id, long delivery) {
    if (!requireActive(id) || !deliveries.resend(id, delivery)) {
      throw new NotFound();
    }
    delivering.beginAfterCommit();
  }

  /**
   * @return how many will be sent
   */
  @Transactional
  public int replay(WebhookId id, Instant since) {
    requireActive(id);
    int many = deliveries.replay(id, since);
    audit.note(
        "webhook_replayed",
        id.value(),
        Map.of("since", since.toString(), "messages", many, "name", one(id).name()));
    delivering.beginAfterCommit();
    return many;
  }

  private boolean requireActive(WebhookId id) {
    if (!locked(id).active()) {
      throw Refusal.conflict("webhook.refused.off");
    }
    return true;
  }

  Webhook one(WebhookId id) {
    return webhooks.find(id).orElseThrow(NotFound::new);
  }

  private Webhook locked(WebhookId id) {
    return webhooks.locked(id).orElseThrow(NotFound::new);
  }

  private String sealed(String address) {
    return key.seal(WebhookDelivering.ADDRESS_PURPOSE, read(address).whole());
  }

  /** "https://hooks.example.org/…k3q". */
  static String shown(String typed) {
    var address = read(typed);
    var secret = address.target();
    var end = secret.length() < LONG_SECRET ? "" : secret.substring(secret.length() - SHOWN_END);
    return address + end;
  }

  private static OutgoingAddress read(String address) {
    try {
      return OutgoingAddress.of(address);
    } catch (NotSent e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<String, Object> facts(WebhookForm form, String shown) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("name", form.name());
    facts.put("address", shown);
    facts.put("events", String.join(", ", form.events()));
    facts.put("with_people", form.isWithPeople());
    return facts;
  }
}
