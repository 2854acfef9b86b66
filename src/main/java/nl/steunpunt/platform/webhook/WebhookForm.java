package nl.steunpunt.platform.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.outgoing.OutgoingCall;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as typed.
 *
 * @param address empty keeps the one that is stored; that one is never sent back
 */
public record WebhookForm(
    String name, String address, List<String> events, @Nullable Boolean withPeople) {
  static final int LONGEST_NAME = 60;

  public WebhookForm {
    name = stripped(name);
    address = stripped(address);
    events =
        events == null ? List.of() : events.stream().filter(Objects::nonNull).distinct().toList();
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  public boolean isWithPeople() {
    return Boolean.TRUE.equals(withPeople);
  }

  public boolean hears(WebhookKind kind) {
    return events.contains(kind.word());
  }

  /**
   * @param stored whether there is an address already
   */
  List<FieldError> errors(boolean stored, List<WebhookKind> kinds, Outgoing outgoing) {
    var errors = new ArrayList<FieldError>();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      errors.add(FieldError.of("name", "webhook.wrong.name", LONGEST_NAME));
    }
    if (!address.isEmpty() || !stored) {
      addressError(outgoing, errors);
    }
    var known = kinds.stream().map(WebhookKind::word).toList();
    if (events.isEmpty() || !known.containsAll(events)) {
      errors.add(FieldError.of("events", "webhook.wrong.events"));
    }
    return errors;
  }

  private void addressError(Outgoing outgoing, List<FieldError> errors) {
    if (address.isEmpty()) {
      errors.add(FieldError.of("address", "webhook.wrong.address"));
      return;
    }
    try {
      var call = OutgoingCall.get(OutgoingAddress.of(address)).byAdministrator();
      outgoing.checkWritten(call);
      if (call.address().host().matches("[0-9.]+|\\[.*")) {
        // Nothing to look up: where it leads stands there.
        outgoing.check(call);
      }
    } catch (NotSent e) {
      var key = "outgoing.trouble." + e.reason().name().toLowerCase(Locale.ROOT);
      errors.add(FieldError.of("address", key));
    }
  }
}
