package nl.steunpunt.people.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.CalendarSettings.LiberationDay;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.time.WorkingCalendar.ClosedDay;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class CalendarController {
  private static final String TEMPLATE = "people/calendar/calendar";
  private static final int LONGEST_NAME = 60;
  private static final int MONTHS_AHEAD = 13;

  private final OrganisationCalendar calendar;
  private final Clock clock;

  CalendarController(OrganisationCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * @param day a new closing day as typed, with its name
   * @param own closing days to come, the earliest first
   * @param closed all days without work in the year to come
   */
  public record CalendarPage(
      CalendarForm form,
      LiberationDay[] liberationDays,
      String day,
      String name,
      Map<LocalDate, String> own,
      List<ClosedDay> closed,
      List<FieldError> errors) {}

  @GetMapping("/admin/calendar")
  ModelAndView show() {
    return Reply.page(TEMPLATE, page(null, "", "", List.of()));
  }

  @PostMapping("/admin/calendar")
  ModelAndView save(@RequestParam Map<String, String> typed) {
    var form = CalendarForm.typed(typed);
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, page(form, "", "", errors));
    }
    calendar.change(form.applied(calendar.settings()));
    return Reply.to("/admin/calendar", "calendar.saved");
  }

  @PostMapping("/admin/calendar/closing-days")
  ModelAndView close(
      @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String name) {
    var date = date(day);
    if (date == null || date.isBefore(today())) {
      return again(day, name, FieldError.of("day", "calendar.day_wrong"));
    }
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      return again(day, name, FieldError.of("name", "calendar.name_wrong", LONGEST_NAME));
    }
    var days = new HashMap<>(calendar.settings().closingDays());
    days.put(date, name.strip());
    change(days);
    return Reply.to("/admin/calendar", "calendar.closed", name.strip());
  }

  @PostMapping("/admin/calendar/closing-days/removal")
  ModelAndView open(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    var days = new HashMap<>(calendar.settings().closingDays());
    days.remove(day);
    change(days);
    return Reply.to("/admin/calendar", "calendar.opened");
  }

  @Bean
  static AdminEntry calendarEntry() {
    return new AdminEntry(40, "/admin/calendar", "clock", "calendar.title", "calendar.title.lead");
  }

  private ModelAndView again(String day, String name, FieldError error) {
    return Reply.again(TEMPLATE, page(null, day, name, List.of(error)));
  }

  private void change(Map<LocalDate, String> days) {
    var now = calendar.settings();
    calendar.change(
        new CalendarSettings(
            now.week(),
            days,
            now.worksOnHolidays(),
            now.liberationDay(),
            now.goodFriday(),
            now.zone()));
  }

  private CalendarPage page(
      @Nullable CalendarForm form, String day, String name, List<FieldError> errors) {
    var settings = calendar.settings();
    var own = new TreeMap<>(settings.closingDays()).tailMap(today());
    return new CalendarPage(
        form == null ? CalendarForm.of(settings) : form,
        LiberationDay.values(),
        day,
        name,
        own,
        calendar.current().closedDays(today(), today().plusMonths(MONTHS_AHEAD)),
        errors);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
  }

  private static @Nullable LocalDate date(String typed) {
    return LocalMoment.day(typed.strip()).orElse(null);
  }
}
