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
 * @param colleagues one on each line
 * @param networks a range on each line
 */
public record OutgoingForm(String hosts, String colleagues, String networks) {
  private static final int MOST = 50;

  public OutgoingForm {
    hosts = stripped(hosts);
    colleagues = stripped(colleagues);
    networks = stripped(networks);
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  static OutgoingForm of(OutgoingSettings settings) {
    return new OutgoingForm(
        String.join("\n", settings.hosts()),
        String.join("\n", settings.colleaguesHosts()),
        String.join("\n", settings.networks()));
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    checkHosts("hosts", hosts, errors);
    checkHosts("colleagues", colleagues, errors);
    if (TypedLines.of(networks).size() > MOST) {
      errors.add(FieldError.of("networks", "outgoing.wrong.many", MOST));
    }
    TypedLines.of(networks).stream().limit(MOST).forEach(line -> check(line, errors));
    return errors;
  }

  private static void checkHosts(String field, String lines, List<FieldError> errors) {
    if (TypedLines.of(lines).size() > MOST) {
      errors.add(FieldError.of(field, "outgoing.wrong.many", MOST));
    }
    TypedLines.of(lines).stream()
        .limit(MOST)
        .filter(line -> HostRule.of(line).isEmpty())
        .forEach(line ->
            errors.add(FieldError.of(field, "outgoing.wrong.host", TypedLines.shortened(line))));
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
        rules(hosts),
        TypedLines.of(networks).stream()
            .map(AddressRange::of)
            .flatMap(Optional::stream)
            .map(AddressRange::toString)
            .distinct()
            .toList(),
        rules(colleagues));
  }

  private static List<String> rules(String lines) {
    return TypedLines.of(lines).stream()
        .map(HostRule::of)
        .flatMap(Optional::stream)
        .map(HostRule::toString)
        .distinct()
        .toList();
  }
}
