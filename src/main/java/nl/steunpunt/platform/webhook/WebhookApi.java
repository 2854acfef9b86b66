package nl.steunpunt.platform.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks by a program, as on the administrator's page. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookApi {
  private final WebhookScreens screens;
  private final WebhookSetup setup;
  private final WebhookDelivering delivering;
  private final Outgoing outgoing;

  WebhookApi(
      WebhookScreens screens, WebhookSetup setup, WebhookDelivering delivering, Outgoing outgoing) {
    this.screens = screens;
    this.setup = setup;
    this.delivering = delivering;
    this.outgoing = outgoing;
  }

  /**
   * @param address left out when it is changed: the one that is stored
   * @param withPeople with the numbers of persons; left out: without
   */
  record Wish(
      @Nullable String name,
      @Nullable String address,
      @Nullable List<String> events,
      @Nullable Boolean withPeople) {
    WebhookForm form() {
      var members = new Members();
      var named = members.text("/name", name, WebhookForm.LONGEST_NAME);
      members.check();
      return new WebhookForm(
          named, address == null ? "" : address, events == null ? List.of() : events, withPeople);
    }
  }

  /**
   * @param address as much of it as may be seen
   */
  record Shown(
      long id,
      String name,
      String address,
      List<String> events,
      boolean withPeople,
      boolean active,
      @Nullable Instant deliveredAt,
      @Nullable Instant failingSince,
      long waiting) {
    static Shown of(WebhookScreens.Row row) {
      return new Shown(
          row.id(),
          row.name(),
          row.shown(),
          row.events(),
          row.withPeople(),
          row.active(),
          row.deliveredAt(),
          row.failingSince(),
          row.waiting());
    }
  }

  /** Told this once. */
  record Secret(String secret) {}

  /**
   * @param secret as Standard Webhooks writes it; left out: a fresh one
   */
  record SecretWish(@Nullable String secret) {}

  /**
   * @param arrived otherwise {@code trouble} says in a word why not
   */
  record Trial(boolean arrived, @Nullable String trouble, @Nullable Integer status) {}

  record Replay(@Nullable Instant since) {}

  record Replayed(int messages) {}

  record Sent(
      long id,
      UUID event,
      String type,
      String subject,
      Instant at,
      String state,
      int attempts,
      @Nullable Instant lastAt,
      @Nullable Integer status,
      @Nullable String trouble) {
    static Sent of(WebhookScreens.Delivery one) {
      return new Sent(
          one.id(),
          one.eventId(),
          WebhookKind.type(one.kind()),
          one.subject(),
          one.at(),
          one.state(),
          one.attempts(),
          one.lastAt(),
          one.status(),
          one.trouble());
    }
  }

  @GetMapping
  Slice<Shown> list() {
    return Slice.whole(screens.all().stream().map(Shown::of).toList());
  }

  /** Its secret is asked for, or given, at {@code /secret}: an answer that is kept has none. */
  @PostMapping
  ResponseEntity<Shown> add(@RequestBody Wish wish) {
    var form = wish.form();
    refuse(form, false);
    var id = setup.add(form, null).id();
    return ResponseEntity.created(URI.create("/api/v1/webhooks/" + id)).body(one(id));
  }

  @GetMapping("/{id}")
  Shown one(@PathVariable WebhookId id) {
    return Shown.of(screens.one(id, null).orElseThrow(NotFound::new).webhook());
  }

  @PutMapping("/{id}")
  Shown change(@PathVariable WebhookId id, @RequestBody Wish wish) {
    setup.one(id);
    var form = wish.form();
    refuse(form, true);
    setup.change(id, form);
    return one(id);
  }

  private void refuse(WebhookForm form, boolean stored) {
    var errors = form.errors(stored, setup.kinds(), outgoing);
    if (!errors.isEmpty()) {
      var first = errors.getFirst();
      throw Invalid.member("/" + first.field(), first.key(), first.arguments().toArray());
    }
  }

  @PostMapping("/{id}/removal")
  ResponseEntity<Void> remove(@PathVariable WebhookId id) {
    setup.remove(id);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/secret")
  Secret rotate(@PathVariable WebhookId id, @RequestBody SecretWish wish) {
    if (wish.secret == null) {
      return new Secret(setup.rotate(id, null));
    }
    var secret =
        WebhookSecret.of(wish.secret)
            .orElseThrow(() -> Invalid.member("/secret", "webhook.wrong.secret"));
    return new Secret(setup.rotate(id, secret));
  }

  @PostMapping("/{id}/activity")
  Shown setActive(@PathVariable WebhookId id, @RequestBody Activity activity) {
    setup.setActive(id, !Boolean.FALSE.equals(activity.active));
    return one(id);
  }

  /**
   * @param active left out: true
   */
  record Activity(@Nullable Boolean active) {}

  @PostMapping("/{id}/test")
  Trial test(@PathVariable WebhookId id) {
    var webhook = setup.one(id);
    if (!webhook.active()) {
      throw Refusal.conflict("webhook.refused.off");
    }
    var trouble = delivering.sendNow(webhook);
    return trouble == null
        ? new Trial(true, null, null)
        : new Trial(false, trouble.key(), trouble.status());
  }

  @PostMapping("/{id}/replay")
  Replayed replay(@PathVariable WebhookId id, @RequestBody Replay replay) {
    if (replay.since == null) {
      throw Invalid.member("/since", "webhook.wrong.since");
    }
    return new Replayed(setup.replay(id, replay.since));
  }

  @GetMapping("/{id}/deliveries")
  Slice<Sent> deliveries(
      @PathVariable WebhookId id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    var found = screens.one(id, Slice.after(after), Slice.limit(limit)).orElseThrow(NotFound::new);
    var next = found.next() == null ? null : Long.toString(found.next());
    return new Slice<>(found.deliveries().stream().map(Sent::of).toList(), next);
  }

  @PostMapping("/{id}/deliveries/{delivery}/resending")
  Shown resend(@PathVariable WebhookId id, @PathVariable long delivery) {
    setup.resend(id, delivery);
    return one(id);
  }
}
