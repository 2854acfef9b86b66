package nl.steunpunt.support.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGeneratorFactory;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.time.WorkingCalendar;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Putting aside is a promise to come back: the asker sees the moment, and it is kept. */
@SteunpuntTest
class SnoozeTest {
  @Autowired World world;
  @Autowired QuestionHelping helping;
  @Autowired QuestionScreens screens;
  @Autowired MessageWriting writing;
  @Autowired SnoozeEnding ending;
  @Autowired QuestionSteps steps;
  @Autowired OrganisationCalendar calendar;
  @Autowired Clock clock;

  String question;
  QuestionId id;

  @BeforeEach
  void sanneAsks() {
    var reply =
        world
            .as(world.sanne())
            .post("/questions", "system", world.nova().toString(), "text", "Voor later");
    question = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    id = QuestionId.of(question.substring("/questions/".length()));
  }

  private static Me me(Colleague colleague, String... roles) {
    return new Me(colleague.id(), colleague.name(), colleague.email(), "nl", List.of(roles), 0);
  }

  private Me fatima() {
    return me(world.fatima(), "power_user");
  }

  private QuestionScreens.Show show() {
    return screens.show(fatima(), id);
  }

  private static Instant at(String wall) {
    return LocalDateTime.parse(wall).atZone(OrganisationClock.ZONE).toInstant();
  }

  private static List<String> choices(String wall) {
    return Snooze.choices(at(wall), new WorkingCalendar(CalendarSettings.USUAL)).stream()
        .map(choice ->
            choice.snooze().word()
                + " "
                + LocalDateTime.ofInstant(choice.until(), OrganisationClock.ZONE))
        .toList();
  }

  @Test
  void onATuesdayMorningThereAreFourChoices() {
    assertThat(choices("2026-11-24T10:00"))
        .containsExactly(
            "an_hour 2026-11-24T11:00",
            "after_lunch 2026-11-24T13:00",
            "tomorrow 2026-11-25T08:30",
            "next_week 2026-11-30T08:30");
  }

  @Test
  void noMomentIsOfferedTwiceAndNoneByANameThatIsNotTrue() {
    assertThat(choices("2026-11-24T14:00"))
        .containsExactly(
            "an_hour 2026-11-24T15:00", "tomorrow 2026-11-25T08:30", "next_week 2026-11-30T08:30");
    assertThat(choices("2026-11-24T16:45"))
        .containsExactly("tomorrow 2026-11-25T08:30", "next_week 2026-11-30T08:30");
    assertThat(choices("2026-11-27T16:45")).containsExactly("next_week 2026-11-30T08:30");
    assertThat(choices("2026-11-29T10:30")).containsExactly("next_week 2026-11-30T08:30");
  }

  /** Seed 7: any minute of three years. */
  @Test
  void eachChoiceIsLaterThanNowInWorkingTimeAndInOrder() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    var working = new WorkingCalendar(CalendarSettings.USUAL);
    var first = at("2025-01-01T00:00");
    for (int i = 0; i < 2_000; i++) {
      var now = first.plus(Duration.ofMinutes(random.nextInt(3 * 366 * 24 * 60)));
      var moments = Snooze.choices(now, working).stream().map(Snooze.Choice::until).toList();
      assertThat(moments).as("at %s", now).isNotEmpty().isSorted().doesNotHaveDuplicates();
      assertThat(moments).as("at %s", now).allMatch(moment -> moment.isAfter(now));
      assertThat(moments).as("at %s", now).allMatch(working::isWorking);
    }
  }

  @Test
  void thePageShowsTheMomentsAndTheAskerSeesTheOneChosen() {
    var page = world.as(world.fatima()).page(question + "/snooze");
    assertThat(page.select("#snooze button[name=until]")).isNotEmpty();
    assertThat(world.as(world.fatima()).post(question + "/snooze", "until", "tomorrow", "at", ""))
        .hasStatus(303);
    assertThat(world.as(world.sanne()).page(question).select("#situation").text())
        .contains("Dan komt Fatima erop terug");
  }

  @Test
  void anOwnMomentOutsideWorkingTimeIsTheNextOpening() {
    var saturday =
        LocalDateTime.ofInstant(clock.instant(), OrganisationClock.ZONE)
            .toLocalDate()
            .plusDays(7)
            .with(java.time.DayOfWeek.SATURDAY)
            .atTime(11, 0);
    world.as(world.fatima()).post(question + "/snooze", "at", saturday.toString());
    var expected =
        calendar.current().nextWorkingMoment(saturday.atZone(OrganisationClock.ZONE).toInstant());
    assertThat(show().snoozedUntil()).isEqualTo(expected);
  }

  @Test
  void aMomentThatIsPastOrFarOrNoMomentIsRefusedInWords() {
    var fatima = world.as(world.fatima());
    for (var typed : List.of("2020-01-01T10:00", "2099-01-01T10:00")) {
      var reply = fatima.post(question + "/snooze", "at", typed);
      assertThat(reply).hasStatus(422);
      assertThat(reply).bodyText().contains("Kies een moment dat nog komt", typed);
    }
    assertThat(fatima.post(question + "/snooze", "at", "morgen")).hasStatus(422);
    assertThat(fatima.post(question + "/snooze", "until", "ooit")).hasStatus(422);
    assertThat(show().snoozedUntil()).isNull();
  }

  @Test
  void itComesBackAtThatMomentAndSilenceCountsFromThere() {
    var until = helping.snooze(fatima(), id, Snooze.TOMORROW);
    assertThat(ending.fireDue(until.minusSeconds(1)))
        .noneMatch(fired -> fired.subject() == id.value());
    assertThat(ending.nextDue())
        .hasValueSatisfying(due -> assertThat(due).isBeforeOrEqualTo(until));
    assertThat(ending.fireDue(until)).anyMatch(fired -> fired.subject() == id.value());
    assertThat(show().snoozedUntil()).isNull();
    var moves = Objects.requireNonNull(show().nextAt());
    assertThat(moves).isAfter(until);
    steps.fireDue(moves);
    assertThat(Objects.requireNonNull(show().holder()).id())
        .isNotEqualTo(world.fatima().id().value());
  }

  @Test
  void iWillLookTomorrowKeepsThePromiseAndTheAskersWordEndsIt() {
    var until = helping.snooze(fatima(), id, Snooze.TOMORROW);
    writing.write(fatima(), id, java.util.UUID.randomUUID(), "Ik kijk morgen");
    assertThat(show().snoozedUntil()).isEqualTo(until);
    assertThat(show().nextAt()).isNotNull();
    writing.write(me(world.sanne()), id, java.util.UUID.randomUUID(), "Het werd erger");
    assertThat(show().snoozedUntil()).isNull();
  }

  @Test
  void wokenSoonerItIsTheirsAgain() {
    helping.snooze(fatima(), id, Snooze.NEXT_WEEK);
    assertThat(world.as(world.fatima()).page("/inbox").select("form[action$=/waking]")).hasSize(1);
    world.as(world.fatima()).post(question + "/waking");
    assertThat(show().snoozedUntil()).isNull();
    assertThat(Objects.requireNonNull(show().nextAt()))
        .isBefore(clock.instant().plus(Duration.ofDays(5)));
  }
}
