package nl.steunpunt.network.agenda;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.steunpunt.network.agenda.Moment.Offsets;
import org.jspecify.annotations.Nullable;

/** A zone as a calendar describes it (VTIMEZONE): from when which offset holds, each year. */
final class OwnZone {
  private static final int MOST = 50;
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d)(\\d\\d)(\\d\\d)?");

  /**
   * @param yearly null: once
   */
  private record Change(LocalDateTime first, ZoneOffset then, @Nullable Repeat yearly) {
    Optional<LocalDateTime> lastUntil(LocalDateTime wall, Work work) {
      if (wall.isBefore(first)) {
        return Optional.empty();
      }
      if (yearly == null) {
        return Optional.of(first);
      }
      try {
        var day = wall.toLocalDate();
        var days = yearly.within(first.toLocalDate(), day.minusDays(370), day, work);
        return days.reversed().stream()
            .map(on -> on.atTime(first.toLocalTime()))
            .filter(at -> !at.isAfter(wall))
            .findFirst();
      } catch (AgendaTrouble tooMuch) {
        return Optional.empty();
      }
    }
  }

  private final List<Change> changes = new ArrayList<>();
  private final Work work;
  private @Nullable LocalDateTime first;
  private @Nullable ZoneOffset then;
  private @Nullable Repeat yearly;
  private @Nullable String name;

  OwnZone(Work work) {
    this.work = work;
  }

  @Nullable String name() {
    return name;
  }

  void take(Property property) {
    switch (property.name()) {
      case "TZID" -> name = property.value();
      case "DTSTART" -> {
        Offsets none = _ -> ZoneOffset.UTC;
        first = Moment.of(property.value(), none, none).map(Moment::wall).orElse(null);
      }
      case "TZOFFSETTO" -> then = offset(property.value());
      case "RRULE" -> yearly = Repeat.of(property.value()).orElse(null);
      default -> {}
    }
  }

  /** Of one part: summer time, or winter time. */
  void end() {
    if (first != null && then != null && changes.size() < MOST) {
      changes.add(new Change(first, then, yearly));
    }
    first = null;
    then = null;
    yearly = null;
  }

  Optional<Offsets> offsets() {
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    var known = List.copyOf(changes);
    return Optional.of(wall -> at(wall, known));
  }

  private ZoneOffset at(LocalDateTime wall, List<Change> known) {
    record Since(LocalDateTime at, ZoneOffset then) {}
    return known.stream()
        .flatMap(
            change -> change.lastUntil(wall, work).map(at -> new Since(at, change.then)).stream())
        .max(Comparator.comparing(Since::at))
        .map(Since::then)
        .orElse(known.getFirst().then);
  }

  private static @Nullable ZoneOffset offset(String text) {
    var form = OFFSET.matcher(text.strip());
    try {
      return form.matches()
          ? ZoneOffset.of(form.group(1) + form.group(2) + ":" + form.group(3))
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
