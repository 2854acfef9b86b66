package nl.steunpunt.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.springframework.core.io.ClassPathResource;

/**
 * The three weeks before the story, so that what is counted by two weeks has something to be held
 * against: each working day one of each of these teams asked what stands in {@code answers.txt}, or
 * called the helpdesk, as fewer did each week.
 */
record Earlier(List<Asked> questions, List<Called> calls) {
  private static final int WORKING_DAYS = 15;
  private static final int A_WEEK = 5;
  private static final int MINUTES_OF_A_DAY = 420;
  private static final int MINUTES_ON_THE_PHONE = 8;

  /** Team and what it asks about most. */
  private record Habit(String team, String topic) {}

  private static final List<Habit> HABITS =
      List.of(
          new Habit("Finance/Crediteuren", "invoices"),
          new Habit("Inkoop/Operationele inkoop", "purchasing"),
          new Habit("Verkoop/Orderverwerking", "orders"),
          new Habit("Verkoop/Klantenservice", "login"),
          new Habit("Logistiek/Magazijn Utrecht", "stock"),
          new Habit("Service/Monteurs Midden", "mobile"));

  /**
   * @param storyBegins these days lie before it
   */
  static Earlier before(Instant storyBegins, Organisation novum, WorkingCalendar calendar) {
    var random = new Random(Organisation.SEED);
    var written = written();
    var desk = novum.member(Cast.CHANTAL);
    var questions = new ArrayList<Asked>();
    var calls = new ArrayList<Called>();
    var day = LocalDate.ofInstant(storyBegins, calendar.zone());
    for (int left = WORKING_DAYS; left > 0; left--) {
      do {
        day = day.minusDays(1);
      } while (!calendar.isWorkingDay(day));
      var opens = calendar.nextWorkingMoment(day.atStartOfDay(calendar.zone()).toInstant());
      for (int which = 0; which < HABITS.size(); which++) {
        var habit = HABITS.get(which);
        var people = asking(novum, habit.team);
        var asker = people.get(left % people.size());
        var known = written.stream().filter(one -> one.topic().equals(habit.topic)).toList();
        var about = known.get((left + which) % known.size());
        var at = calendar.plusWorkingMinutes(opens, random.nextInt(MINUTES_OF_A_DAY));
        var answered = calendar.plusWorkingMinutes(at, 5 + random.nextInt(60));
        // Two of six in the first week, one in the second, hardly any in the last.
        if ((left + which) % HABITS.size() < left / A_WEEK) {
          calls.add(
              new Called(
                  asker,
                  desk,
                  habit.topic,
                  about.title(),
                  about.answer(),
                  at,
                  calendar.plusWorkingMinutes(at, MINUTES_ON_THE_PHONE)));
        } else {
          var helper = novum.powerUserOf(asker).orElseThrow().employee();
          questions.add(asked(asker, helper, desk, about, at, answered, random.nextInt(6)));
        }
      }
    }
    return new Earlier(List.copyOf(questions), List.copyOf(calls));
  }

  private static List<WrittenAnswer> written() {
    try (var file = new ClassPathResource("demo/answers.txt").getInputStream()) {
      return WrittenAnswer.read(file).stream()
          .filter(one -> one.kind() == SuggestionKind.ANSWER && one.language().equals("nl"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who has no part of their own in the story, and a power user. */
  private static List<Employee> asking(Organisation novum, String team) {
    var principals = Cast.ALL.stream().map(novum::member).collect(Collectors.toSet());
    novum.powerUsers().forEach(one -> principals.add(one.employee()));
    return novum.employees().stream()
        .filter(one -> one.worksIn(team) && one.managerNumber() != null)
        .filter(one -> !principals.contains(one) && novum.powerUserOf(one).isPresent())
        .toList();
  }

  private static Asked asked(
      Employee asker,
      Employee helper,
      Employee desk,
      WrittenAnswer about,
      Instant at,
      Instant answered,
      int dice) {
    var outcome =
        switch (dice) {
          case 0 -> Outcome.DESK_SOLVED;
          case 1, 2 -> Outcome.POTENTIAL;
          default -> Outcome.CONFIRMED;
        };
    var said = new ArrayList<Said>();
    if (outcome == Outcome.DESK_SOLVED) {
      said.add(new Said(helper, "tried", "Samen doorgelopen; het lukte hier niet.", answered));
      said.add(new Said(desk, "answer", about.answer(), answered.plusSeconds(1_200)));
    } else {
      said.add(new Said(helper, "answer", about.answer(), answered));
    }
    return new Asked(
        asker,
        helper,
        false,
        about.topic(),
        about.title(),
        outcome,
        false,
        null,
        false,
        null,
        at,
        List.copyOf(said));
  }
}
