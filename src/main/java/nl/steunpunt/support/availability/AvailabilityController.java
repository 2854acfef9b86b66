package nl.steunpunt.support.availability;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.Fullness;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class AvailabilityController {
  /**
   * @param full until when I am full; null: there is room
   * @param waiting how many questions are with me now
   */
  public record AvailabilityPage(
      @Nullable Instant full,
      List<Absences.Absence> absences,
      boolean absentNow,
      int waiting,
      LocalDate today,
      @Nullable Refusal refused) {}

  private final Absences absences;
  private final Fullness fullness;
  private final InboxHanding handing;
  private final Clock clock;

  AvailabilityController(Absences absences, Fullness fullness, InboxHanding handing, Clock clock) {
    this.absences = absences;
    this.fullness = fullness;
    this.handing = handing;
    this.clock = clock;
  }

  @GetMapping("/availability")
  ModelAndView show(Me me) {
    return Reply.page("support/availability/availability", page(me, null));
  }

  /** Full until the end of today: tomorrow there is room again without anybody having to say so. */
  @PostMapping("/availability/full")
  ModelAndView full(Me me) {
    fullness.full(me.id(), startOf(today().plusDays(1)));
    return Reply.to("/availability", "availability.done.full");
  }

  @PostMapping("/availability/room")
  ModelAndView room(Me me) {
    fullness.roomAgain(me.id());
    return Reply.to("/availability", "availability.done.room");
  }

  /** Whole days; the last one included. */
  @PostMapping("/availability/absence")
  ModelAndView plan(
      Me me,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    try {
      var first = day(from);
      var last = until.isBlank() ? first : day(until);
      if (last.isBefore(first) || last.isBefore(today())) {
        throw Refusal.of("availability.refused.order");
      }
      var now = clock.instant();
      var start = first.isAfter(today()) ? startOf(first) : now;
      absences.plan(me.id(), start, startOf(last.plusDays(1)));
      return Reply.to("/availability", "availability.done.planned");
    } catch (Refusal refusal) {
      return Reply.again("support/availability/availability", page(me, refusal));
    }
  }

  @PostMapping("/availability/back")
  ModelAndView back(Me me) {
    absences.back(me.id(), clock.instant());
    return Reply.to("/availability", "availability.done.back");
  }

  @PostMapping("/availability/cancellation")
  ModelAndView cancel(Me me, @RequestParam Instant from) {
    absences.cancel(me.id(), from);
    return Reply.to("/availability", "availability.done.cancelled");
  }

  /** All that is with me goes to deputies, each question to the one routing finds now. */
  @PostMapping("/availability/handing")
  ModelAndView hand(Me me) {
    return Reply.to("/inbox", "availability.done.handed", handing.handAll(me));
  }

  private AvailabilityPage page(Me me, @Nullable Refusal refused) {
    var now = clock.instant();
    return new AvailabilityPage(
        fullness.until(me.id(), now).orElse(null),
        absences.ahead(me.id(), now),
        absences.isAbsent(me.id(), now),
        handing.countHeld(me),
        today(),
        refused);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
  }

  private static Instant startOf(LocalDate day) {
    return day.atTime(LocalTime.MIN).atZone(OrganisationClock.ZONE).toInstant();
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw Refusal.of("availability.refused.date");
    }
  }
}
