package nl.steunpunt.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import nl.steunpunt.demo.Story.Asked;
import nl.steunpunt.demo.Story.Called;
import nl.steunpunt.demo.Story.Said;
import nl.steunpunt.platform.time.WorkingCalendar;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.WrittenAnswer;
import org.apache.commons.csv.CSVRecord;

/**
 * The three weeks before the story, so that what is counted by two weeks has something to be held
 * against: each working day one of each team of {@code earlier.csv} asked what stands in {@code
 * answers.txt}, or called the helpdesk, as fewer did each week.
 */
final class Earlier {
  private static final int WORKING_DAYS = 15;
  private static final int A_WEEK = 5;
  private static final int MINUTES_OF_A_DAY = 420;
  private static final int MINUTES_ON_THE_PHONE = 8;

  /** People of a team, and what is known of the topic that they ask about most. */
  private record Habit(
      List<Employee> people, String topic, List<WrittenAnswer> known, String tried) {}

  /** One of them, and what it is about. */
  private record Stuck(Employee asker, WrittenAnswer about, Habit habit, Instant at) {}

  private final Organisation novum;
  private final WorkingCalendar calendar;
  private final Employee desk;
  private final Random random = new Random(Organisation.SEED);
  private final List<Habit> habits;
  private final List<Asked> questions = new ArrayList<>();
  private final List<Called> calls = new ArrayList<>();

  private Earlier(Organisation novum, WorkingCalendar calendar) {
    this.novum = novum;
    this.calendar = calendar;
    this.desk = novum.member(Cast.CHANTAL);
    this.habits = Tables.rows("earlier.csv").stream().map(this::habit).toList();
  }

  /**
   * @param storyBegins these days lie before it
   */
  static Earlier before(Instant storyBegins, Organisation novum, WorkingCalendar calendar) {
    var earlier = new Earlier(novum, calendar);
    var day = LocalDate.ofInstant(storyBegins, calendar.zone());
    for (int left = WORKING_DAYS; left > 0; left--) {
      do {
        day = day.minusDays(1);
      } while (!calendar.isWorkingDay(day));
      earlier.happen(day, left);
    }
    return earlier;
  }

  List<Asked> questions() {
    return questions;
  }

  List<Called> calls() {
    return calls;
  }

  private Habit habit(CSVRecord row) {
    var topic = row.get("topic");
    var known =
        Tables.answers().stream()
            .filter(one -> one.kind() == SuggestionKind.ANSWER && one.language().equals("nl"))
            .filter(one -> one.topic().equals(topic))
            .toList();
    return new Habit(asking(row.get("team")), topic, known, row.get("tried"));
  }

  /** Who has no part of their own in the story, and a power user. */
  private List<Employee> asking(String team) {
    var principals = Cast.ALL.stream().map(novum::member).collect(Collectors.toSet());
    novum.powerUsers().forEach(one -> principals.add(one.employee()));
    return novum.employees().stream()
        .filter(one -> one.worksIn(team) && one.managerNumber() != null)
        .filter(one -> !principals.contains(one) && novum.powerUserOf(one).isPresent())
        .toList();
  }

  /**
   * @param left working days, this one among them
   */
  private void happen(LocalDate day, int left) {
    var opens = calendar.nextWorkingMoment(day.atStartOfDay(calendar.zone()).toInstant());
    for (int which = 0; which < habits.size(); which++) {
      var habit = habits.get(which);
      var at = calendar.plusWorkingMinutes(opens, random.nextInt(MINUTES_OF_A_DAY));
      var stuck =
          new Stuck(
              habit.people.get(left % habit.people.size()),
              habit.known.get((left + which) % habit.known.size()),
              habit,
              at);
      // Two of six in the first week, one in the second, hardly any in the last.
      if ((left + which) % habits.size() < left / A_WEEK) {
        calls.add(called(stuck));
      } else {
        questions.add(asked(stuck));
      }
    }
  }

  private Called called(Stuck stuck) {
    return new Called(
        stuck.asker,
        desk,
        stuck.habit.topic,
        stuck.about.title(),
        stuck.about.answer(),
        stuck.at,
        calendar.plusWorkingMinutes(stuck.at, MINUTES_ON_THE_PHONE));
  }

  private Asked asked(Stuck stuck) {
    var helper = novum.powerUserOf(stuck.asker).orElseThrow().employee();
    var answered = calendar.plusWorkingMinutes(stuck.at, 5 + random.nextInt(60));
    var outcome =
        switch (random.nextInt(6)) {
          case 0 -> Outcome.DESK_SOLVED;
          case 1, 2 -> Outcome.POTENTIAL;
          default -> Outcome.CONFIRMED;
        };
    var answer = stuck.about.answer();
    var said =
        outcome == Outcome.DESK_SOLVED
            ? List.of(
                new Said(helper, "tried", stuck.habit.tried, answered),
                new Said(desk, "answer", answer, answered.plusSeconds(1_200)))
            : List.of(new Said(helper, "answer", answer, answered));
    return new Asked(
        stuck.asker,
        helper,
        false,
        stuck.habit.topic,
        stuck.about.title(),
        outcome,
        false,
        null,
        false,
        null,
        stuck.at,
        said);
  }
}
