package nl.steunpunt.people.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.outgoing.HostRule;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.web.AddressRange;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.TypedLines;
import org.jspecify.annotations.Nullable;

/**
 * {@link OutgoingSettings} as typed.
 *
 * @param hosts one on each line
 * @param networks a range on each line
 */
public record OutgoingForm(String hosts, String networks) {
  private static final int MOST = 50;

  public OutgoingForm {
    hosts = stripped(hosts);
    networks = stripped(networks);
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  static OutgoingForm of(OutgoingSettings settings) {
    return new OutgoingForm(
        String.join("\n", settings.hosts()), String.join("\n", settings.networks()));
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    if (TypedLines.of(hosts).size() > MOST) {
      errors.add(FieldError.of("hosts", "outgoing.wrong.many", MOST));
    }
    if (TypedLines.of(networks).size() > MOST) {
      errors.add(FieldError.of("networks", "outgoing.wrong.many", MOST));
    }
    TypedLines.of(hosts).stream()
        .limit(MOST)
        .filter(line -> HostRule.of(line).isEmpty())
        .forEach(line ->
            errors.add(FieldError.of("hosts", "outgoing.wrong.host", TypedLines.shortened(line))));
    TypedLines.of(networks).stream().limit(MOST).forEach(line -> check(line, errors));
    return errors;
  }

  private static void check(String line, List<FieldError> errors) {
    var range = AddressRange.of(line);
    if (range.isEmpty()) {
      errors.add(FieldError.of("networks", "outgoing.wrong.range", TypedLines.shortened(line)));
    } else if (!range.get().isWrittenAs(line)) {
      errors.add(FieldError.of("networks", "outgoing.wrong.bits", line, range.get().toString()));
    } else if (!OutgoingSettings.isInside(range.get())) {
      errors.add(
          FieldError.of("networks", "outgoing.wrong.not_inside", TypedLines.shortened(line)));
    }
  }

  OutgoingSettings settings() {
    return new OutgoingSettings(
        TypedLines.of(hosts).stream()
            .map(HostRule::of)
            .flatMap(Optional::stream)
            .map(HostRule::toString)
            .distinct()
            .toList(),
        TypedLines.of(networks).stream()
            .map(AddressRange::of)
            .flatMap(Optional::stream)
            .map(AddressRange::toString)
            .distinct()
            .toList());
  }
}
