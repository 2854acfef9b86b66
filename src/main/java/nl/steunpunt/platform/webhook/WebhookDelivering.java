package nl.steunpunt.platform.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.outgoing.OutgoingCall;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.platform.time.Beside;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.webhook.Deliveries.Owed;
import nl.steunpunt.platform.webhook.Webhooks.Webhook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends to each webhook on a thread of its own, one message after the other: who answers slowly
 * keeps nobody else waiting. A node that dies between sending and noting it leaves it to be sent
 * again, under the same number: at least once.
 */
@Component
public class WebhookDelivering extends Beside {
  static final String ADDRESS_PURPOSE = "webhook-address";
  static final String SECRET_PURPOSE = "webhook-secret";
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivering.class);
  private static final JsonMapper JSON = new JsonMapper();

  /** Each holds a thread that waits, and a connection to the database for moments only. */
  private static final int AT_ONCE = 16;

  /** After so many answers that are no, it may be the message and not the receiver. */
  static final int DOUBTED_AFTER = 5;

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Outgoing outgoing;
  private final InstallationKey key;
  private final Mails mails;
  private final Clock clock;
  private final OrganisationClock machine;
  private final Semaphore room = new Semaphore(AT_ONCE);

  WebhookDelivering(
      Webhooks webhooks,
      Deliveries deliveries,
      Outgoing outgoing,
      InstallationKey key,
      Mails mails,
      Clock clock,
      OrganisationClock machine) {
    super("webhooks");
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.outgoing = outgoing;
    this.key = key;
    this.mails = mails;
    this.clock = clock;
    this.machine = machine;
  }

  @Override
  protected int makeSome() {
    if (!room.tryAcquire()) {
      return 0;
    }
    var claimed = claim();
    if (claimed == null) {
      room.release();
      return 0;
    }
    Thread.ofVirtual().name("webhook-" + claimed.id()).start(() -> turn(claimed));
    return 1;
  }

  /** The same on the caller's own thread; false when nothing is due. */
  boolean deliverOne() {
    var claimed = webhooks.claim();
    claimed.ifPresent(this::deliver);
    return claimed.isPresent();
  }

  private @Nullable Webhook claim() {
    try {
      return webhooks.claim().orElse(null);
    } catch (RuntimeException e) {
      room.release();
      throw e;
    }
  }

  private void turn(Webhook webhook) {
    try {
      deliver(webhook);
    } catch (RuntimeException e) {
      // The rows are still there, and its lease ends.
      LOG.warn("webhook {} waits: {}", webhook.id(), e.toString());
    } finally {
      room.release();
      begin();
    }
  }

  /**
   * What was not taken.
   *
   * @param until it asked to be left alone until then; null: it did not
   */
  private record Untold(WebhookTrouble trouble, @Nullable Instant until) {
    boolean mayBeOfTheMessage() {
      return until == null && trouble.mayBeOfTheMessage();
    }
  }

  /**
   * In order. One that may be refused for itself holds up none that are taken: once one of those is
   * in this turn, all others of it are tried too, and whichever is taken says that the receiver is
   * well.
   */
  private void deliver(Webhook webhook) {
    var id = webhook.id();
    var doubted = new ArrayList<Owed>();
    @Nullable WebhookTrouble doubt = null;
    for (var owed : deliveries.owed(id)) {
      // It may have been switched off or changed since, because its address is in the wrong hands.
      var now = webhooks.renew(id).orElse(null);
      if (now == null) {
        return;
      }
      var no = send(now, owed);
      if (no == null) {
        if (!doubted.isEmpty()) {
          sendOnceMore(now, doubted);
          doubted.clear();
          doubt = null;
        }
        continue;
      }
      LOG.warn("webhook {} was not told {}: {}", id, owed.id(), no.trouble().key());
      var isDoubted = owed.attempts() + 1 >= DOUBTED_AFTER;
      if (no.mayBeOfTheMessage() && (isDoubted || !doubted.isEmpty())) {
        deliveries.doubted(owed.delivery(), no.trouble());
        if (isDoubted) {
          doubted.add(owed);
        }
        doubt = no.trouble();
      } else if (!goesOnAfter(id, owed, no)) {
        return;
      }
    }
    if (doubt == null) {
      webhooks.release(id);
    } else {
      deliveries.tookNone(id, doubt);
    }
  }

  /** Perhaps it came back only now: what is not taken even so is given up. */
  private void sendOnceMore(Webhook webhook, List<Owed> doubted) {
    for (var owed : doubted) {
      if (webhooks.renew(webhook.id()).isEmpty()) {
        return;
      }
      var no = send(webhook, owed);
      if (no != null && no.mayBeOfTheMessage()) {
        deliveries.giveUp(owed.delivery());
      }
    }
  }

  /** Null: it was taken. */
  private @Nullable Untold send(Webhook webhook, Owed owed) {
    try {
      var address = OutgoingAddress.of(key.open(ADDRESS_PURPOSE, webhook.sealedAddress()));
      var answer = outgoing.send(call(webhook, address, owed));
      if (!answer.isGood()) {
        return new Untold(
            WebhookTrouble.of(answer, address), answer.retryAfter(clock.instant()).orElse(null));
      }
      deliveries.delivered(webhook.id(), owed.delivery(), answer.status());
      return null;
    } catch (NotSent e) {
      return new Untold(WebhookTrouble.of(e), null);
    } catch (IllegalStateException e) {
      return new Untold(WebhookTrouble.UNREADABLE, null);
    }
  }

  /** False: nothing more can be sent there now. */
  private boolean goesOnAfter(WebhookId id, Owed owed, Untold no) {
    if (no.trouble().isGone()) {
      deliveries.refused(id, owed.delivery(), owed.at(), no.trouble());
      webhooks.setActive(id, false, true);
      return false;
    }
    if (no.trouble().isOfTheMessage()) {
      deliveries.refused(id, owed.delivery(), owed.at(), no.trouble());
      return true;
    }
    deliveries.failed(id, owed.delivery(), no.trouble(), no.until());
    return false;
  }

  /** A message of its own now, past what waits; null when it arrived. */
  @Nullable WebhookTrouble sendNow(Webhook webhook) {
    var trial =
        new Owed(
            0,
            0,
            UUID.randomUUID(),
            "webhook_test",
            "/admin/webhooks",
            clock.instant(),
            "{}",
            "{}");
    try {
      var address = OutgoingAddress.of(key.open(ADDRESS_PURPOSE, webhook.sealedAddress()));
      var answer = outgoing.send(call(webhook, address, trial));
      if (!answer.isGood()) {
        return WebhookTrouble.of(answer, address);
      }
      webhooks.arrived(webhook.id());
      return null;
    } catch (NotSent e) {
      return WebhookTrouble.of(e);
    } catch (IllegalStateException e) {
      return WebhookTrouble.UNREADABLE;
    }
  }

  private OutgoingCall call(Webhook webhook, OutgoingAddress address, Owed owed) {
    var body = body(webhook, owed);
    var id = "msg_" + owed.id().toString().replace("-", "");
    // Receivers hold it against their own clocks.
    long seconds = machine.machineTime().getEpochSecond();
    var signatures = new ArrayList<String>();
    for (var secret : secrets(webhook)) {
      signatures.add(secret.sign(id, seconds, body));
    }
    return OutgoingCall.post(address, "application/cloudevents+json; charset=utf-8", body)
        .byAdministrator()
        .with("webhook-id", id)
        .with("webhook-timestamp", Long.toString(seconds))
        .with("webhook-signature", String.join(" ", signatures));
  }

  private List<WebhookSecret> secrets(Webhook webhook) {
    var secrets = new ArrayList<WebhookSecret>();
    secrets.add(secret(webhook.sealedSecret()));
    var until = webhook.oldSecretUntil();
    if (webhook.sealedOldSecret() != null && until != null && until.isAfter(clock.instant())) {
      secrets.add(secret(webhook.sealedOldSecret()));
    }
    return secrets;
  }

  private WebhookSecret secret(String sealed) {
    return WebhookSecret.of(key.open(SECRET_PURPOSE, sealed))
        .orElseThrow(IllegalStateException::new);
  }

  /** CloudEvents 1.0.2, structured as JSON. */
  private byte[] body(Webhook webhook, Owed owed) {
    var event = new LinkedHashMap<String, Object>();
    event.put("specversion", "1.0");
    event.put("id", owed.id().toString());
    event.put("source", mails.link("/"));
    event.put("type", WebhookKind.type(owed.kind()));
    event.put("subject", owed.subject());
    event.put("time", owed.at().toString());
    event.put("datacontenttype", "application/json");
    event.put("data", data(webhook, owed));
    return JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, JsonNode> data(Webhook webhook, Owed owed) {
    var data = new LinkedHashMap<String, JsonNode>();
    JSON.readTree(owed.data()).properties().forEach(one -> data.put(one.getKey(), one.getValue()));
    if (webhook.withPeople()) {
      JSON.readTree(owed.people())
          .properties()
          .forEach(one -> data.put(one.getKey(), one.getValue()));
    }
    data.put("address", JSON.valueToTree(mails.link(owed.subject())));
    return data;
  }
}
