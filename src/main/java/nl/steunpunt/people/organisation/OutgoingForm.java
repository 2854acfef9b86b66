package nl.steunpunt.people.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.outgoing.HostRule;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.web.AddressRange;
import nl.steunpunt.platform.web.FieldError;
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

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    if (lines(hosts).size() > MOST) {
      errors.add(FieldError.of("hosts", "outgoing.wrong.many", MOST));
    }
    if (lines(networks).size() > MOST) {
      errors.add(FieldError.of("networks", "outgoing.wrong.many", MOST));
    }
    lines(hosts).stream()
        .limit(MOST)
        .filter(line -> HostRule.of(line).isEmpty())
        .forEach(
            line -> errors.add(FieldError.of("hosts", "outgoing.wrong.host", shortened(line))));
    lines(networks).stream().limit(MOST).forEach(line -> check(line, errors));
    return errors;
  }

  private static void check(String line, List<FieldError> errors) {
    var range = AddressRange.of(line);
    if (range.isEmpty()) {
      errors.add(FieldError.of("networks", "outgoing.wrong.range", shortened(line)));
    } else if (!OutgoingSettings.isInside(range.get())) {
      errors.add(FieldError.of("networks", "outgoing.wrong.not_inside", shortened(line)));
    }
  }

  private static String shortened(String line) {
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  OutgoingSettings settings() {
    return new OutgoingSettings(
        lines(hosts).stream()
            .map(HostRule::of)
            .flatMap(Optional::stream)
            .map(HostRule::toString)
            .distinct()
            .toList(),
        lines(networks).stream()
            .map(AddressRange::of)
            .flatMap(Optional::stream)
            .map(AddressRange::toString)
            .distinct()
            .toList());
  }
}
