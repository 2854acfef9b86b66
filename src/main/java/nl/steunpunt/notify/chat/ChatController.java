package nl.steunpunt.notify.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.chat.ChannelForm.Choices;
import nl.steunpunt.notify.chat.ChatChannels.Claimed;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.metrics.Gauge;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.AdminWarning;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class ChatController {
  private static final String PATH = "/admin/chat-channels";
  private static final String LIST = "notify/chat/list";
  private static final String ONE = "notify/chat/one";

  private final ChatScreens screens;
  private final ChannelSetup setup;
  private final ChatDelivery delivery;
  private final Outgoing outgoing;
  private final Messages messages;
  private final Brands brands;

  ChatController(
      ChatScreens screens,
      ChannelSetup setup,
      ChatDelivery delivery,
      Outgoing outgoing,
      Messages messages,
      Brands brands) {
    this.screens = screens;
    this.setup = setup;
    this.delivery = delivery;
    this.outgoing = outgoing;
    this.messages = messages;
    this.brands = brands;
  }

  /**
   * @param untold a test that did not arrive; null: none was sent
   */
  public record ListPage(List<ChatScreens.Row> channels, @Nullable Untold untold) {}

  /**
   * @param trouble key of a sentence
   */
  public record Untold(String name, String trouble, String detail) {}

  /**
   * @param id null: a new one
   * @param shown as much of the stored address as may be seen; null: there is none
   */
  public record OnePage(
      @Nullable Long id,
      @Nullable String shown,
      ChannelForm form,
      Choices choices,
      List<FieldError> errors) {
    public String action() {
      return id == null ? PATH : PATH + "/" + id;
    }

    public ChatEvent[] events() {
      return ChatEvent.values();
    }

    public ChatKind[] kinds() {
      return ChatKind.values();
    }
  }

  @GetMapping(PATH)
  ModelAndView list() {
    return Reply.page(LIST, new ListPage(screens.all(), null));
  }

  @GetMapping(PATH + "/new")
  ModelAndView fresh(Me me) {
    var form = ChannelForm.empty(me.language());
    return Reply.page(ONE, new OnePage(null, null, form, screens.choices(), List.of()));
  }

  @PostMapping(PATH)
  ModelAndView add(@ModelAttribute ChannelForm form) {
    var choices = screens.choices();
    var errors = form.errors(false, choices, outgoing);
    if (!errors.isEmpty()) {
      return Reply.again(ONE, new OnePage(null, null, form, choices, errors));
    }
    setup.add(form);
    return Reply.to(PATH, "chat.added", form.name());
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView show(@PathVariable ChannelId id) {
    var channel = setup.one(id);
    return Reply.page(
        ONE,
        new OnePage(
            id.value(), channel.shown(), ChannelForm.of(channel), screens.choices(), List.of()));
  }

  @PostMapping(PATH + "/{id}")
  ModelAndView save(@PathVariable ChannelId id, @ModelAttribute ChannelForm form) {
    var shown = setup.one(id).shown();
    var choices = screens.choices();
    var errors = form.errors(true, choices, outgoing);
    if (!errors.isEmpty()) {
      return Reply.again(ONE, new OnePage(id.value(), shown, form, choices, errors));
    }
    setup.change(id, form);
    delivery.begin();
    return Reply.to(PATH, "chat.saved", form.name());
  }

  /** Waits for the answer: who presses it wants to know. */
  @PostMapping(PATH + "/{id}/test")
  ModelAndView test(@PathVariable ChannelId id) {
    var channel = setup.one(id);
    if (!channel.active()) {
      throw Refusal.conflict("chat.refused.off");
    }
    var claimed =
        new Claimed(
            id, channel.name(), channel.kind(), channel.sealedAddress(), channel.language(), 1);
    var language = Locale.of(channel.language());
    var text = messages.text(language, "chat.test.text", brands.current().name());
    var trouble = delivery.sendNow(claimed, text);
    if (trouble == null) {
      return Reply.to(PATH, "chat.test.arrived", channel.name());
    }
    var untold = new Untold(channel.name(), trouble.key(), trouble.detail());
    return Reply.page(LIST, new ListPage(screens.all(), untold));
  }

  @PostMapping(PATH + "/{id}/activity")
  ModelAndView setActive(@PathVariable ChannelId id, @RequestParam boolean active) {
    return Reply.to(PATH, active ? "chat.on.done" : "chat.off.done", setup.setActive(id, active));
  }

  @PostMapping(PATH + "/{id}/removal")
  ModelAndView remove(@PathVariable ChannelId id) {
    return Reply.to(PATH, "chat.removed", setup.remove(id));
  }

  @Bean
  static AdminEntry chatEntry() {
    return new AdminEntry(52, PATH, "speech", "chat.title", "chat.lead");
  }

  @Bean
  static AdminWarning chatWarning(ChatChannels channels) {
    return () ->
        channels.areInTrouble()
            ? Optional.of(new AdminWarning.Notice("chat.warning", PATH, "chat.warning.do"))
            : Optional.empty();
  }

  @Bean
  static Gauge chatWaiting(ChatChannels channels) {
    return new Gauge(
        "steunpunt_chat_messages_waiting",
        "Messages for chat channels that were not taken yet and are still tried.",
        channels::waiting);
  }
}
