package nl.steunpunt.network.agenda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import nl.steunpunt.network.agenda.Moment.Offsets;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar means by its zones: a name of the IANA's, one of Windows', one with such a name
 * at its end; else what the calendar itself says of it.
 */
final class Zones {
  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
  private static final Properties WINDOWS = windows();

  /** More than anybody's travels need. */
  private static final int MOST_OWN = 200;

  private final Map<String, Offsets> own = new HashMap<>();
  private Offsets usual;

  Zones(ZoneId usual) {
    this.usual = Offsets.of(usual);
  }

  /** Of moments that name no zone. */
  void usual(String name) {
    known(name).ifPresent(zone -> usual = Offsets.of(zone));
  }

  /** As the calendar describes it. */
  void add(String name, Offsets offsets) {
    if (own.size() < MOST_OWN) {
      own.put(name, offsets);
    }
  }

  Offsets of(@Nullable String name) {
    if (name == null) {
      return usual;
    }
    return known(name).map(Offsets::of).or(() -> Optional.ofNullable(own.get(name))).orElse(usual);
  }

  static Optional<ZoneId> known(String name) {
    var plain = name.strip();
    if (KNOWN.contains(plain)) {
      return Optional.of(ZoneId.of(plain));
    }
    var windows = WINDOWS.getProperty(plain);
    if (windows != null) {
      return Optional.of(ZoneId.of(windows));
    }
    // "/citadel.org/20190914_1/Europe/Amsterdam"
    var parts = plain.split("/");
    for (int take = Math.min(3, parts.length - 1); take >= 2; take--) {
      var end =
          String.join("/", java.util.Arrays.copyOfRange(parts, parts.length - take, parts.length));
      if (KNOWN.contains(end)) {
        return Optional.of(ZoneId.of(end));
      }
    }
    try {
      return plain.matches("(UTC|GMT)[+-]\\d{1,2}(:\\d\\d)?")
          ? Optional.of(ZoneId.of(plain))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Properties windows() {
    var names = new Properties();
    try (InputStream in = Zones.class.getResourceAsStream("windows-zones.properties")) {
      names.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
