package nl.steunpunt.platform.webhook;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.metrics.Gauge;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.AdminWarning;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class WebhookController {
  private static final String PATH = "/admin/webhooks";
  private static final String LIST = "platform/webhook/list";
  private static final String FRESH = "platform/webhook/fresh";
  private static final String ONE = "platform/webhook/one";

  private final WebhookScreens screens;
  private final WebhookSetup setup;
  private final WebhookDelivering delivering;
  private final Outgoing outgoing;

  WebhookController(
      WebhookScreens screens, WebhookSetup setup, WebhookDelivering delivering, Outgoing outgoing) {
    this.screens = screens;
    this.setup = setup;
    this.delivering = delivering;
    this.outgoing = outgoing;
  }

  public record ListPage(List<WebhookScreens.Row> webhooks) {}

  public record FreshPage(WebhookForm form, List<WebhookKind> kinds, List<FieldError> errors) {}

  /**
   * @param secret told this once; null: there is none to tell
   * @param untold why a test did not arrive, as the key of a sentence; null: none failed
   * @param said what the other side answered to it
   */
  public record OnePage(
      WebhookScreens.One it,
      WebhookForm form,
      List<WebhookKind> kinds,
      @Nullable String secret,
      @Nullable String untold,
      String said,
      String since,
      List<FieldError> errors) {
    public String address() {
      return PATH + "/" + it.webhook().id();
    }
  }

  @GetMapping(PATH)
  ModelAndView list() {
    return Reply.page(LIST, new ListPage(screens.all()));
  }

  @GetMapping(PATH + "/new")
  ModelAndView fresh() {
    var words = setup.kinds().stream().map(WebhookKind::word).toList();
    var form = new WebhookForm("", "", words, false);
    return Reply.page(FRESH, new FreshPage(form, setup.kinds(), List.of()));
  }

  @PostMapping(PATH)
  ModelAndView add(@ModelAttribute WebhookForm form) {
    var errors = form.errors(false, setup.kinds(), outgoing);
    if (!errors.isEmpty()) {
      return Reply.again(FRESH, new FreshPage(form, setup.kinds(), errors));
    }
    var added = setup.add(form, null);
    return Reply.page(ONE, page(added.id(), null, added.secret(), null, "", "", List.of()));
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView show(
      @PathVariable WebhookId id, @RequestParam(required = false) @Nullable Long after) {
    return Reply.page(ONE, page(id, after, null, null, "", "", List.of()));
  }

  private OnePage page(
      WebhookId id,
      @Nullable Long after,
      @Nullable String secret,
      @Nullable String untold,
      String said,
      String since,
      List<FieldError> errors) {
    var one = screens.one(id, after).orElseThrow(NotFound::new);
    var webhook = one.webhook();
    var form = new WebhookForm(webhook.name(), "", webhook.events(), webhook.withPeople());
    return new OnePage(one, form, setup.kinds(), secret, untold, said, since, errors);
  }

  @PostMapping(PATH + "/{id}")
  ModelAndView save(@PathVariable WebhookId id, @ModelAttribute WebhookForm form) {
    var errors = form.errors(true, setup.kinds(), outgoing);
    if (!errors.isEmpty()) {
      var one = screens.one(id, null).orElseThrow(NotFound::new);
      return Reply.again(ONE, new OnePage(one, form, setup.kinds(), null, null, "", "", errors));
    }
    setup.change(id, form);
    return Reply.to(PATH + "/" + id, "webhook.saved");
  }

  /** The answer has the secret, and no address leads to it again. */
  @PostMapping(PATH + "/{id}/secret")
  ModelAndView rotate(@PathVariable WebhookId id) {
    var secret = setup.rotate(id, null);
    return Reply.page(ONE, page(id, null, secret, null, "", "", List.of()));
  }

  /** Waits for the answer: who presses it wants to know. */
  @PostMapping(PATH + "/{id}/test")
  ModelAndView test(@PathVariable WebhookId id) {
    var webhook = setup.one(id);
    if (!webhook.active()) {
      throw Refusal.conflict("webhook.refused.off");
    }
    var trouble = delivering.sendNow(webhook);
    return trouble == null
        ? Reply.to(PATH + "/" + id, "webhook.test.arrived")
        : Reply.page(ONE, page(id, null, null, trouble.key(), trouble.detail(), "", List.of()));
  }

  @PostMapping(PATH + "/{id}/activity")
  ModelAndView setActive(@PathVariable WebhookId id, @RequestParam boolean active) {
    setup.setActive(id, active);
    return Reply.to(PATH + "/" + id, active ? "webhook.on.done" : "webhook.off.done");
  }

  @PostMapping(PATH + "/{id}/removal")
  ModelAndView remove(@PathVariable WebhookId id) {
    return Reply.to(PATH, "webhook.removed", setup.remove(id));
  }

  @PostMapping(PATH + "/{id}/deliveries/{delivery}/resending")
  ModelAndView resend(@PathVariable WebhookId id, @PathVariable long delivery) {
    setup.resend(id, delivery);
    return Reply.to(PATH + "/" + id, "webhook.resent");
  }

  @PostMapping(PATH + "/{id}/replay")
  ModelAndView replay(@PathVariable WebhookId id, @RequestParam(defaultValue = "") String since) {
    var moment = moment(since);
    if (moment.isEmpty()) {
      var error = FieldError.of("since", "webhook.wrong.since");
      return Reply.again(ONE, page(id, null, null, null, "", since, List.of(error)));
    }
    return Reply.to(PATH + "/" + id, "webhook.replayed", setup.replay(id, moment.get()));
  }

  private static Optional<Instant> moment(String typed) {
    try {
      var wall = LocalDateTime.parse(typed.strip());
      return wall.getYear() < 2000 || wall.getYear() > 9999
          ? Optional.empty()
          : Optional.of(wall.atZone(OrganisationClock.ZONE).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Bean
  static AdminEntry webhookEntry() {
    return new AdminEntry(53, PATH, "up", "webhook.title", "webhook.lead");
  }

  @Bean
  static AdminWarning webhookWarning(Webhooks webhooks) {
    return () ->
        webhooks.areInTrouble()
            ? Optional.of(new AdminWarning.Notice("webhook.warning", PATH, "webhook.warning.do"))
            : Optional.empty();
  }

  @Bean
  static Gauge webhooksWaiting(Deliveries deliveries) {
    return new Gauge(
        "steunpunt_webhook_messages_waiting",
        "Messages for webhooks that were not taken yet and are still tried.",
        deliveries::waiting);
  }

  /** What happened goes, and with it to whom it was told. */
  @Bean
  static RetentionRule keptWebhookEvents(JdbcClient sql) {
    return new RetentionRule(
        "webhook_events",
        95,
        RetentionRule.Unit.DAYS,
        30,
        3,
        90,
        (before, most) ->
            sql.sql(
                    """
                    delete from platform.webhook_event where id in
                           (select id from platform.webhook_event where at < :before order by at limit :most)
                    """)
                .param("before", before)
                .param("most", most)
                .update());
  }
}
