package nl.steunpunt.network.whohelps;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.platform.web.AddressRange;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.TypedLines;
import org.jspecify.annotations.Nullable;

/**
 * {@link OpenSettings} as typed.
 *
 * @param open null: a box that is not ticked is not sent
 * @param networks a range on each line
 */
public record OpenForm(@Nullable Boolean open, String networks) {
  private static final int MOST = 50;

  /** A range that is wider is no organisation's network but a typing error. */
  private static final int SHORTEST_IPV4 = 8;

  private static final int SHORTEST_IPV6 = 16;

  public OpenForm {
    networks = stripped(networks);
  }

  static OpenForm of(OpenSettings settings) {
    return new OpenForm(settings.open(), String.join("\n", settings.networks()));
  }

  public boolean isOpen() {
    return Boolean.TRUE.equals(open);
  }

  private List<String> lines() {
    return TypedLines.of(networks);
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    if (lines().size() > MOST) {
      errors.add(FieldError.of("networks", "who.open.wrong.many", MOST));
    }
    if (isOpen() && lines().isEmpty()) {
      errors.add(FieldError.of("networks", "who.open.wrong.none"));
    }
    lines().stream().limit(MOST).forEach(line -> check(line, errors));
    return errors;
  }

  private static void check(String line, List<FieldError> errors) {
    var range = AddressRange.of(line).orElse(null);
    if (range == null) {
      errors.add(FieldError.of("networks", "who.open.wrong.range", TypedLines.shortened(line)));
      return;
    }
    var bytes = range.first().getAddress();
    if (range.length() < (bytes.length == 4 ? SHORTEST_IPV4 : SHORTEST_IPV6)) {
      errors.add(FieldError.of("networks", "who.open.wrong.wide", line));
    } else if (!range.isWrittenAs(line)) {
      errors.add(FieldError.of("networks", "who.open.wrong.bits", line, range.toString()));
    }
  }

  OpenSettings settings() {
    return new OpenSettings(
        isOpen(),
        lines().stream()
            .map(line -> AddressRange.of(line).map(AddressRange::toString).orElseThrow())
            .distinct()
            .toList());
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
