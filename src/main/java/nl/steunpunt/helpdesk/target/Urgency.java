package nl.steunpunt.helpdesk.target;

import java.time.Instant;
import nl.steunpunt.platform.time.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How urgent a visit is now. All of it follows from when it came, its priority and how long it
 * waited for its asker, so a priority that changes moves the moments as if it had been so from the
 * beginning.
 *
 * @param warnAt when the desk is warned of the next target; null: it waits for its asker
 */
record Urgency(
    int priority,
    @Nullable Instant pausedAt,
    int pausedMinutes,
    Instant reactBy,
    Instant solveBy,
    @Nullable Instant warnAt) {

  static Urgency of(Visit visit, TargetSettings settings, WorkingCalendar calendar, Instant now) {
    var priority = settings.priority(severity(visit), visit.reach());
    var withAsker = visit.waitingSince() == null;
    var pausedAt = visit.pausedAt();
    var paused = visit.pausedMinutes();
    if (pausedAt != null && !withAsker) {
      paused += (int) Math.max(0, calendar.workingMinutesBetween(pausedAt, now));
      pausedAt = null;
    } else if (pausedAt == null && withAsker) {
      pausedAt = now;
    }
    var target = settings.target(priority);
    var next = visit.reactedAt() == null ? target.reactMinutes() : target.solveMinutes();
    var warned = next - (long) next * settings.warnPercent() / 100;
    return new Urgency(
        priority,
        pausedAt,
        paused,
        calendar.plusWorkingMinutes(visit.cameAt(), target.reactMinutes() + paused),
        calendar.plusWorkingMinutes(visit.cameAt(), target.solveMinutes() + paused),
        withAsker ? null : calendar.plusWorkingMinutes(visit.cameAt(), warned + paused));
  }

  /** What the desk says goes first. */
  private static Severity severity(Visit visit) {
    return visit.said() != null ? visit.said() : Severity.reckoned(visit.stuck(), visit.weighed());
  }
}
