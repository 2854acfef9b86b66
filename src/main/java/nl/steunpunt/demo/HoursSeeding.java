package nl.steunpunt.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.steunpunt.demo.Story.Asked;
import nl.steunpunt.network.WorkHistory;
import nl.steunpunt.network.WorkHistory.PastAct;
import nl.steunpunt.network.WorkHistory.PastEntry;
import nl.steunpunt.network.WorkKind;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.WorkingCalendar;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Component;

/**
 * What the role takes of each power user's week: what they did in the story, and what they wrote
 * down beside it, up to the part of the agreed hours that power-users.csv says.
 */
@Component
class HoursSeeding {
  private static final int WEEKS = 5;
  private static final int CALL_MINUTES = 30;
  private static final int ROUND_MINUTES = 25;

  /** The cast is asked first in the demo: their hours of this week are not spent. */
  private static final int MOST_OF_CAST = 75;

  private final WorkHistory history;
  private final OrganisationCalendar calendar;

  HoursSeeding(WorkHistory history, OrganisationCalendar calendar) {
    this.history = history;
    this.calendar = calendar;
  }

  void seed(
      List<PowerUser> powerUsers, Map<Asked, QuestionId> questions, Stage stage, Instant now) {
    history.addActs(acts(questions, stage));
    var working = calendar.current();
    var today = LocalDate.ofInstant(now, working.zone());
    var monday = today.with(DayOfWeek.MONDAY);
    var entries = new ArrayList<PastEntry>();
    for (var powerUser : powerUsers) {
      for (var week = WEEKS; week >= 0; week--) {
        week(powerUser, monday.minusWeeks(week), today, working, stage, entries);
      }
    }
    history.addEntries(entries);
    history.closeWeeks(monday.minusWeeks(WEEKS), now);
  }

  private static List<PastAct> acts(Map<Asked, QuestionId> questions, Stage stage) {
    var acts = new ArrayList<PastAct>();
    questions.forEach((asked, id) ->
        asked.conversation().stream()
            .filter(said -> said.author().equals(asked.helper()))
            .map(said ->
                new PastAct(stage.person(asked.helper()), stage.nova(), id.value(), said.at()))
            .forEach(acts::add));
    return acts;
  }

  /** A round each working day until today, the call on Tuesday, and the rest at the desk. */
  private static void week(
      PowerUser powerUser,
      LocalDate monday,
      LocalDate today,
      WorkingCalendar working,
      Stage stage,
      List<PastEntry> entries) {
    var percent =
        monday.plusWeeks(1).isAfter(today) && isCast(powerUser)
            ? Math.min(MOST_OF_CAST, powerUser.busyPercent())
            : powerUser.busyPercent();
    var aDay =
        powerUser.employee().contractHours()
            * 60
            * powerUser.sharePercent()
            * percent
            / 100
            / 100
            / 5;
    for (var day = monday;
        day.isBefore(monday.plusWeeks(1)) && day.isBefore(today);
        day = day.plusDays(1)) {
      if (!working.isWorkingDay(day)) {
        continue;
      }
      var round = Math.min(ROUND_MINUTES, aDay);
      add(powerUser, day, WorkKind.ROUND, round, "", stage, entries);
      var call = day.getDayOfWeek() == DayOfWeek.TUESDAY ? Math.min(CALL_MINUTES, aDay - round) : 0;
      add(powerUser, day, WorkKind.CALL, call, "", stage, entries);
      add(
          powerUser,
          day,
          WorkKind.OTHER,
          aDay - round - call,
          "Meegekeken aan het bureau",
          stage,
          entries);
    }
  }

  private static void add(
      PowerUser powerUser,
      LocalDate day,
      WorkKind kind,
      int minutes,
      String note,
      Stage stage,
      List<PastEntry> entries) {
    if (minutes > 0) {
      entries.add(
          new PastEntry(
              stage.person(powerUser.employee()), stage.nova(), day, kind, minutes, note));
    }
  }

  private static boolean isCast(PowerUser powerUser) {
    return Cast.ALL.stream().anyMatch(member -> member.name().equals(powerUser.employee().name()));
  }
}
