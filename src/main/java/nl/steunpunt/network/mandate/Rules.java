package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.time.LocalDate;
import nl.steunpunt.platform.time.WorkingCalendar;

/** Settings and calendar of the day, as moments. */
public record Rules(MandateSettings settings, WorkingCalendar calendar) {
  /** Two reminders, and then the lead is told to call; in working days since the request. */
  private static final int[] PATIENCE = {3, 7, 8};

  static final int REMINDERS = 2;

  public LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, calendar.zone());
  }

  /** The same time of day, also when summer time begins or ends in between. */
  Instant graceFrom(Instant at) {
    return at.atZone(calendar.zone()).plusDays(settings.graceDays()).toInstant();
  }

  boolean hasPatienceLeft(int reminders) {
    return reminders < PATIENCE.length;
  }

  Instant patienceEnds(Instant askedAt, int reminders) {
    return calendar.plusWorkingDays(askedAt, PATIENCE[reminders]);
  }

  Instant renewalOpens(LocalDate endsOn) {
    return start(endsOn.minusWeeks(settings.renewalWeeks()));
  }

  Instant over(LocalDate endsOn) {
    return start(endsOn.plusDays(1));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(calendar.zone()).toInstant();
  }
}
