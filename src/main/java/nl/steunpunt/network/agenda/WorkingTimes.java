package nl.steunpunt.network.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.whohelps.Availability.Span;
import nl.steunpunt.network.whohelps.DeskHours;
import nl.steunpunt.platform.time.WorkingCalendar;

/**
 * Of what a calendar says only what falls within working time: the organisation's, or one's own
 * hours at the desk. What somebody does in the evening is not even kept.
 */
final class WorkingTimes {
  private WorkingTimes() {}

  static List<Span> of(
      List<DeskHours> desk, WorkingCalendar calendar, Instant from, Instant until) {
    var times = new ArrayList<Span>();
    for (var at = from; at.isBefore(until); ) {
      var opens = calendar.nextWorkingMoment(at);
      if (!opens.isBefore(until)) {
        break;
      }
      var closes = calendar.closing(opens).orElse(until);
      times.add(new Span(opens, closes));
      at = closes;
    }
    var last = LocalDate.ofInstant(until, calendar.zone());
    for (var day = LocalDate.ofInstant(from, calendar.zone());
        !day.isAfter(last);
        day = day.plusDays(1)) {
      times.addAll(DeskHours.on(day, desk, calendar));
    }
    return BusyReading.joined(times);
  }

  /** What both have in common. */
  static List<Span> within(List<Span> busy, List<Span> working) {
    var common = new ArrayList<Span>();
    for (var one : busy) {
      for (var time : working) {
        var from = one.from().isAfter(time.from()) ? one.from() : time.from();
        var until = one.until().isBefore(time.until()) ? one.until() : time.until();
        if (from.isBefore(until)) {
          common.add(new Span(from, until));
        }
      }
    }
    return common;
  }
}
