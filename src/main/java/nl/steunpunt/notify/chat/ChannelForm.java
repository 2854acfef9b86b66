package nl.steunpunt.notify.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.outgoing.OutgoingCall;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A channel as typed.
 *
 * @param address empty keeps the one that is stored; that one is never sent back to a browser
 */
public record ChannelForm(
    String name,
    ChatKind kind,
    String address,
    String language,
    List<String> events,
    @Nullable Long department,
    @Nullable Long location,
    @Nullable Long system) {
  static final int LONGEST_NAME = 60;

  public ChannelForm {
    name = stripped(name);
    kind = kind == null ? ChatKind.MATTERMOST : kind;
    address = stripped(address);
    language = "en".equals(language) ? "en" : "nl";
    events = known(events);
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static List<String> known(@Nullable List<String> words) {
    return words == null
        ? List.of()
        : words.stream().filter(word -> ChatEvent.of(word).isPresent()).distinct().toList();
  }

  static ChannelForm empty(String language) {
    return new ChannelForm(
        "",
        ChatKind.MATTERMOST,
        "",
        language,
        List.of(ChatEvent.QUESTION_AT_DESK.word()),
        null,
        null,
        null);
  }

  static ChannelForm of(ChatChannels.Channel channel) {
    return new ChannelForm(
        channel.name(),
        channel.kind(),
        "",
        channel.language(),
        channel.events(),
        channel.departmentId(),
        channel.locationId(),
        channel.systemId());
  }

  public boolean hears(ChatEvent event) {
    return events.contains(event.word());
  }

  /**
   * @param stored whether there is an address already
   */
  List<FieldError> errors(boolean stored, Choices choices, Outgoing outgoing) {
    var errors = new ArrayList<FieldError>();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      errors.add(FieldError.of("name", "chat.wrong.name", LONGEST_NAME));
    }
    if (!address.isEmpty() || !stored) {
      addressError(outgoing, errors);
    }
    if (events.isEmpty()) {
      errors.add(FieldError.of("events", "chat.wrong.events"));
    }
    if (!Choices.isOne(department, choices.departments())) {
      errors.add(FieldError.of("department", "chat.wrong.gone"));
    }
    if (!Choices.isOne(location, choices.locations())) {
      errors.add(FieldError.of("location", "chat.wrong.gone"));
    }
    if (!Choices.isOne(system, choices.systems())) {
      errors.add(FieldError.of("system", "chat.wrong.gone"));
    }
    return errors;
  }

  private void addressError(Outgoing outgoing, List<FieldError> errors) {
    if (address.isEmpty()) {
      errors.add(FieldError.of("address", "chat.wrong.address"));
      return;
    }
    try {
      outgoing.checkWritten(OutgoingCall.get(OutgoingAddress.of(address)).toNamedHosts());
    } catch (NotSent e) {
      errors.add(
          FieldError.of(
              "address", "outgoing.trouble." + e.reason().name().toLowerCase(Locale.ROOT)));
    }
  }

  /** What a channel can be about. */
  public record Choices(List<Choice> departments, List<Choice> locations, List<Choice> systems) {
    static boolean isOne(@Nullable Long chosen, List<Choice> all) {
      return chosen == null || all.stream().anyMatch(one -> one.id == chosen);
    }
  }

  /**
   * @param name of a department or place with those above it
   */
  public record Choice(long id, String name) {}
}
