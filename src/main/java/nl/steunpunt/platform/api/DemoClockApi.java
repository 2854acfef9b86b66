package nl.steunpunt.platform.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.Ticker;
import nl.steunpunt.platform.time.Timed.Fired;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves the demo's clock forward. Outside the demo there is no such route. */
@RestController
@ConditionalOnProperty("steunpunt.demo")
class DemoClockApi {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final long LONGEST_WORKING_MINUTES = 60 * 24 * 100;

  private final Clock clock;
  private final OrganisationCalendar calendar;
  private final Ticker ticker;

  DemoClockApi(Clock clock, OrganisationCalendar calendar, Ticker ticker) {
    this.clock = clock;
    this.calendar = calendar;
    this.ticker = ticker;
  }

  /**
   * One of the two.
   *
   * @param advance a length of time: {@code PT4H}
   * @param workingMinutes in the organisation's working time
   */
  record Step(@Nullable String advance, @Nullable Long workingMinutes) {}

  record Moved(Instant now, List<Fired> fired) {}

  @PostMapping("/api/v1/demo/clock")
  Moved move(@RequestBody Step step) {
    var fired = ticker.advanceTo(target(step));
    return new Moved(clock.instant(), fired);
  }

  private Instant target(Step step) {
    var minutes = step.workingMinutes;
    if (minutes != null && step.advance == null) {
      if (minutes < 0 || minutes > LONGEST_WORKING_MINUTES) {
        throw Invalid.member("/workingMinutes", "api.clock.too_far");
      }
      return calendar.current().plusWorkingMinutes(clock.instant(), minutes);
    }
    if (minutes == null && step.advance != null) {
      return clock.instant().plus(length(step.advance));
    }
    throw Invalid.member("", "api.clock.one_of_two");
  }

  private static Duration length(String text) {
    try {
      var length = Duration.parse(text);
      if (!length.isNegative() && length.compareTo(LONGEST) <= 0) {
        return length;
      }
    } catch (DateTimeParseException e) {
      throw Invalid.member("/advance", "api.member.duration");
    }
    throw Invalid.member("/advance", "api.clock.too_far");
  }
}
