package nl.steunpunt.helpdesk.target;

import java.time.Instant;
import nl.steunpunt.platform.time.WorkingCalendar;

/**
 * By when, in working time from now: a message's key and its number.
 *
 * @param minutes working minutes; negative: it has passed
 * @param near the desk was warned
 */
public record Due(Instant at, long minutes, boolean near) {
  private static final int MINUTES_OF_AN_HOUR = 60;

  /** From here on a moment says more than hours. */
  private static final int FAR = 8 * MINUTES_OF_AN_HOUR;

  public static Due at(Instant at, Instant warnAt, WorkingCalendar calendar, Instant now) {
    return new Due(at, calendar.workingMinutesBetween(now, at), !warnAt.isAfter(now));
  }

  public boolean isLate() {
    return minutes < 0;
  }

  public boolean isFar() {
    return Math.abs(minutes) >= FAR;
  }

  public String key() {
    var way = isLate() ? "desk.due.late." : "desk.due.in.";
    if (isFar()) {
      return way + "moment";
    }
    return Math.abs(minutes) < 2 * MINUTES_OF_AN_HOUR ? way + "minutes" : way + "hours";
  }

  public long number() {
    var all = Math.abs(minutes);
    return all < 2 * MINUTES_OF_AN_HOUR ? all : all / MINUTES_OF_AN_HOUR;
  }

  public String look() {
    if (isLate()) {
      return "badge badge-bad";
    }
    return near ? "badge badge-warn" : "badge";
  }
}
