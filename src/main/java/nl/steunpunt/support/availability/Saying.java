package nl.steunpunt.support.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.network.Stated;
import nl.steunpunt.platform.time.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What I say of this moment, and what I could say of it: always with an end.
 *
 * @param to the page it is said on
 * @param now null: nothing, or I am absent, which goes before
 */
public record Saying(String to, @Nullable Stated now, List<Offer> ends, boolean absent) {
  public enum End {
    HALF_HOUR(Duration.ofMinutes(30)),
    HOUR(Duration.ofHours(1)),
    /** Of my working day: of my hours at the desk, else of the organisation's. */
    DAY(null);

    private final @Nullable Duration lasts;

    End(@Nullable Duration lasts) {
      this.lasts = lasts;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<End> of(String word) {
      return List.of(values()).stream().filter(end -> end.word().equals(word)).findFirst();
    }
  }

  public record Offer(End end, Instant at) {}

  static Optional<Instant> at(End end, AwayScreens.Away me, WorkingCalendar calendar, Instant now) {
    if (end.lasts != null) {
      return Optional.of(now.plus(end.lasts));
    }
    var desk = me.deskUntil();
    var atDesk =
        Optional.ofNullable(desk)
            .map(time -> now.atZone(calendar.zone()).toLocalDate().atTime(time))
            .map(wall -> wall.atZone(calendar.zone()).toInstant());
    return atDesk
        .or(() -> calendar.closing(now))
        .filter(at -> Duration.between(now, at).compareTo(Stated.LONGEST) <= 0);
  }

  public static Saying of(AwayScreens.Away me, String to, WorkingCalendar calendar, Instant now) {
    var ends =
        List.of(End.values()).stream()
            .flatMap(end -> at(end, me, calendar, now).stream().map(at -> new Offer(end, at)))
            .toList();
    var absent = me.absentUntil() != null;
    return new Saying(to, absent ? null : me.stated(), ends, absent);
  }
}
