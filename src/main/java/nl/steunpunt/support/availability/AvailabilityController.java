package nl.steunpunt.support.availability;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.Fullness;
import nl.steunpunt.network.QuietHours;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.question.QuestionHanding;
import nl.steunpunt.support.question.QuestionHanding.Which;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class AvailabilityController {
  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * @param presence what I say of this moment, and until when I could
   * @param held how many questions are with me now
   * @param from the first day as it was typed, or today
   */
  public record AvailabilityPage(
      AwayScreens.Away away,
      Saying presence,
      List<Absences.Absence> absences,
      List<QuietHours.Quiet> quiet,
      int held,
      LocalDate today,
      String from,
      String until,
      @Nullable Refusal refused) {}

  private final Absences absences;
  private final Fullness fullness;
  private final QuietHours quiet;
  private final AwayScreens screens;
  private final QuestionHanding handing;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  AvailabilityController(
      Absences absences,
      Fullness fullness,
      QuietHours quiet,
      AwayScreens screens,
      QuestionHanding handing,
      OrganisationCalendar calendar,
      Clock clock) {
    this.absences = absences;
    this.fullness = fullness;
    this.quiet = quiet;
    this.screens = screens;
    this.handing = handing;
    this.calendar = calendar;
    this.clock = clock;
  }

  @GetMapping("/availability")
  ModelAndView show(Me me) {
    return Reply.page("support/availability/availability", page(me, today().toString(), "", null));
  }

  /** Without a moment until the end of today: tomorrow there is room again by itself. */
  @PostMapping("/availability/full")
  ModelAndView full(Me me, @RequestParam(defaultValue = "") String until) {
    try {
      var end = until.isBlank() ? startOf(today().plusDays(1)) : moment(until);
      requireAhead(end);
      fullness.full(me.id(), end);
      return Reply.to("/availability", "availability.done.full");
    } catch (Refusal refusal) {
      return Reply.again(
          "support/availability/availability", page(me, today().toString(), "", refusal));
    }
  }

  @PostMapping("/availability/room")
  ModelAndView room(Me me) {
    fullness.roomAgain(me.id());
    return Reply.to("/availability", "availability.done.room");
  }

  /** One of the usual spans, or from and until; without a time whole days, the last included. */
  @PostMapping("/availability/absence")
  ModelAndView plan(
      Me me,
      @RequestParam(defaultValue = "") String span,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String fromTime,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String untilTime) {
    try {
      var time =
          span.isEmpty()
              ? new Span.Time(begin(from, fromTime), end(until.isBlank() ? from : until, untilTime))
              : span(span).at(clock.instant(), calendar.current());
      require(time);
      var handedOn = time.from().isAfter(clock.instant()) ? 0 : held(me, Which.UNTAKEN);
      absences.add(me.id(), time.from(), time.until());
      return Reply.to("/availability", "availability.done.planned", handedOn);
    } catch (Refusal refusal) {
      return Reply.again("support/availability/availability", page(me, from, until, refusal));
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

  /** Each week on these days, so that deep work or a shift is not broken into. */
  @PostMapping("/availability/quiet")
  ModelAndView quiet(
      Me me,
      @RequestParam(defaultValue = "") List<String> day,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    try {
      var days = day.stream().map(AvailabilityController::weekday).distinct().toList();
      if (days.isEmpty()) {
        throw Refusal.of("availability.refused.quiet_day");
      }
      var begins = quietTime(from);
      var ends = quietTime(until);
      if (!begins.isBefore(ends)) {
        throw Refusal.of("availability.refused.order");
      }
      if (!quiet.add(me.id(), days, begins, ends)) {
        throw Refusal.of("availability.refused.quiet_many");
      }
      return Reply.to("/availability", "availability.done.quiet");
    } catch (Refusal refusal) {
      return Reply.again(
          "support/availability/availability", page(me, today().toString(), "", refusal));
    }
  }

  @PostMapping("/availability/quiet/removal")
  ModelAndView noLongerQuiet(Me me, @RequestParam String day, @RequestParam String from) {
    quiet.remove(me.id(), weekday(day), quietTime(from));
    return Reply.to("/availability", "availability.done.not_quiet");
  }

  private static DayOfWeek weekday(String typed) {
    if (!typed.matches("[1-7]")) {
      throw Refusal.of("availability.refused.quiet_day");
    }
    return DayOfWeek.of(Integer.parseInt(typed));
  }

  private static LocalTime quietTime(String typed) {
    return LocalMoment.time(typed).orElseThrow(() -> Refusal.of("availability.refused.date"));
  }

  @Bean
  static MenuEntry availabilityEntry() {
    return MenuEntry.mine(10, "/availability", "availability.title", "clock", "power_user");
  }

  private AvailabilityPage page(Me me, String from, String until, @Nullable Refusal refused) {
    var away = screens.of(me);
    return new AvailabilityPage(
        away,
        Saying.of(away, "/availability", calendar.current(), clock.instant()),
        absences.ahead(me.id(), clock.instant()),
        quiet.of(me.id()),
        held(me, Which.ALL),
        today(),
        from,
        until,
        refused);
  }

  private int held(Me me, Which which) {
    return handing.count(me.id(), which);
  }

  private Instant begin(String day, String time) {
    var at = at(day(day), time).orElseGet(() -> startOf(day(day)));
    return at.isBefore(clock.instant()) ? clock.instant() : at;
  }

  private static Instant end(String day, String time) {
    return at(day(day), time).orElseGet(() -> startOf(day(day).plusDays(1)));
  }

  private static Optional<Instant> at(LocalDate day, String time) {
    if (time.isBlank()) {
      return Optional.empty();
    }
    LocalTime read =
        LocalMoment.time(time).orElseThrow(() -> Refusal.of("availability.refused.date"));
    return Optional.of(LocalMoment.of(day.atTime(read)));
  }

  private void require(Span.Time time) {
    if (!time.until().isAfter(time.from()) || !time.until().isAfter(clock.instant())) {
      throw Refusal.of("availability.refused.order");
    }
    if (Duration.between(time.from(), time.until()).compareTo(LONGEST) > 0) {
      throw Refusal.of("absence.refused.too_long");
    }
  }

  private void requireAhead(Instant end) {
    if (!end.isAfter(clock.instant()) || end.isAfter(clock.instant().plus(LONGEST))) {
      throw Refusal.of("availability.refused.moment");
    }
  }

  private static Span span(String word) {
    try {
      return Span.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of("availability.refused.date");
    }
  }

  private static Instant moment(String typed) {
    return LocalMoment.read(typed).orElseThrow(() -> Refusal.of("availability.refused.moment"));
  }

  private static LocalDate day(String typed) {
    return LocalMoment.day(typed).orElseThrow(() -> Refusal.of("availability.refused.date"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
  }

  private static Instant startOf(LocalDate day) {
    return LocalMoment.of(day.atStartOfDay());
  }
}
