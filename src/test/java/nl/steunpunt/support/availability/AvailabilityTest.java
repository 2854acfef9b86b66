package nl.steunpunt.support.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGeneratorFactory;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.Fullness;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.time.WorkingCalendar;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Being away or full, what happens to what waits then, and who sees it. */
@SteunpuntTest
class AvailabilityTest {
  @Autowired World world;
  @Autowired Absences absences;
  @Autowired Fullness fullness;
  @Autowired Clock clock;

  Browser fatima;

  @BeforeEach
  void fatimaIsThere() {
    fatima = world.as(world.fatima());
  }

  private String ask(String text) {
    var reply =
        world.as(world.sanne()).post("/questions", "system", world.nova().toString(), "text", text);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private String holder(String question) {
    return world.as(world.sanne()).page(question).select("#situation .helper-who strong").text();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
  }

  private static Instant at(LocalDateTime wall) {
    return wall.atZone(OrganisationClock.ZONE).toInstant();
  }

  private void away(String... fields) {
    assertThat(fatima.post("/availability/absence", fields)).hasStatus(303);
  }

  private List<Absences.Absence> planned() {
    return absences.ahead(world.fatima().id(), clock.instant());
  }

  @Test
  void whoIsAwayIsNotAskedAndWhoIsBackIs() {
    away("from", today().toString());
    assertThat(fatima.page("/availability").text())
        .as("whole days have no clock")
        .contains("Je bent afwezig tot morgen.");
    assertThat(holder(ask("Tijdens afwezigheid"))).isEqualTo("Joost Bakker");
    fatima.post("/availability/back");
    assertThat(holder(ask("Weer terug"))).isEqualTo(world.fatima().name());
  }

  @Test
  void myInboxAndMyDeputysSayThatIAmAwayOrFull() {
    assertThat(fatima.page("/inbox").select(".away")).isEmpty();
    away("from", today().toString());
    assertThat(fatima.page("/inbox").select(".away").text()).contains("Je bent afwezig tot");
    assertThat(world.as(world.joost()).page("/inbox").select(".away").text())
        .contains(world.fatima().name() + " is afwezig tot", "die vragen komen naar jou");
    fatima.post("/availability/back");
    fatima.post("/availability/full");
    assertThat(fatima.page("/inbox").select(".away").text()).contains("Je zit vol tot");
    assertThat(world.as(world.joost()).page("/inbox").select(".away").text())
        .contains(world.fatima().name() + " zit vol tot");
    assertThat(world.as(world.liam()).page("/inbox").select(".away")).isEmpty();
  }

  @Test
  void whoGoesAwayNowLeavesNobodyWaitingButKeepsWhatSheWorksOn() {
    var untaken = ask("Nog niet opgepakt");
    var taken = ask("Opgepakt");
    fatima.post(taken + "/taking");
    away("span", "rest_of_today");
    assertThat(holder(untaken)).isEqualTo("Joost Bakker");
    assertThat(holder(taken)).isEqualTo(world.fatima().name());
    assertThat(world.as(world.sanne()).page(untaken).select(".stop").text())
        .contains(world.fatima().name() + " gaf de hele inbox door", "is afwezig");
    assertThat(fatima.page("/availability").text()).contains("Er ligt 1 vraag bij jou");
  }

  @Test
  void anAbsenceForLaterMovesNothingYet() {
    var question = ask("Blijft liggen");
    away("from", today().plusDays(3).toString(), "until", today().plusDays(5).toString());
    assertThat(holder(question)).isEqualTo(world.fatima().name());
    assertThat(planned())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.fromAt()).isEqualTo(at(today().plusDays(3).atStartOfDay()));
          assertThat(one.untilAt()).isEqualTo(at(today().plusDays(6).atStartOfDay()));
        });
  }

  @Test
  void timesAreOptionalAndCancellingTakesItAway() {
    var day = today().plusDays(2);
    away("from", day.toString(), "fromTime", "13:00", "until", "", "untilTime", "15:30");
    assertThat(planned())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.fromAt()).isEqualTo(at(day.atTime(13, 0)));
          assertThat(one.untilAt()).isEqualTo(at(day.atTime(15, 30)));
        });
    var cancel = fatima.page("/availability").select("form[action$=/cancellation] input").val();
    assertThat(fatima.post("/availability/cancellation", "from", cancel)).hasStatus(303);
    assertThat(planned()).isEmpty();
  }

  @Test
  void anHourWithinAHolidayDoesNotEndTheHoliday() {
    var first = today().plusDays(3);
    away("from", first.toString(), "until", first.plusDays(10).toString());
    var before = planned();
    away("from", first.plusDays(2).toString(), "fromTime", "10:00", "untilTime", "11:00");
    assertThat(planned()).isEqualTo(before);
    away("from", first.plusDays(11).toString());
    assertThat(planned())
        .singleElement()
        .satisfies(
            one -> assertThat(one.untilAt()).isEqualTo(at(first.plusDays(12).atStartOfDay())));
  }

  @Test
  void whatCannotBeIsRefusedInWordsAndKeepsWhatWasTyped() {
    var until =
        fatima.post("/availability/absence", "from", today().toString(), "until", "2020-01-01");
    assertThat(until).hasStatus(422);
    assertThat(until).bodyText().contains("Het einde moet na het begin liggen", "2020-01-01");
    for (var fields :
        List.of(
            new String[] {"from", "morgen"},
            new String[] {"span", "ooit"},
            new String[] {"from", today().toString(), "until", today().plusYears(3).toString()},
            new String[] {"from", today().toString(), "fromTime", "kwart over"})) {
      assertThat(fatima.post("/availability/absence", fields)).hasStatus(422);
    }
    assertThat(fatima.post("/availability/full", "until", "2020-01-01T10:00")).hasStatus(422);
    assertThat(fatima.post("/availability/full", "until", "straks")).hasStatus(422);
    assertThat(planned()).isEmpty();
  }

  @Test
  void whoIsFullComesAfterTheOthersUntilTheMomentSheSaid() {
    var until = LocalDateTime.ofInstant(clock.instant(), OrganisationClock.ZONE).plusHours(3);
    fatima.post("/availability/full", "until", until.truncatedTo(ChronoUnit.MINUTES).toString());
    assertThat(fullness.until(world.fatima().id(), clock.instant()))
        .contains(at(until.truncatedTo(ChronoUnit.MINUTES)));
    assertThat(holder(ask("Zij zit vol"))).isEqualTo("Joost Bakker");
    fatima.post("/availability/room");
    assertThat(holder(ask("Weer ruimte"))).isEqualTo(world.fatima().name());
  }

  @Test
  void theInboxSaysHowManyGoToWhomBeforeItIsHandedOn() {
    var untaken = ask("Een");
    var taken = ask("Twee");
    fatima.post(taken + "/taking");
    var page = fatima.page("/inbox/handing");
    assertThat(page.select("form h2").eachText())
        .containsExactly("1 vraag die je nog niet oppakte", "Alles: 2 vragen");
    assertThat(page.select(".destinations").eachText())
        .containsExactly("1 naar Joost Bakker", "2 naar Joost Bakker");
    assertThat(holder(untaken)).as("looking moves nothing").isEqualTo(world.fatima().name());
    fatima.post("/inbox/handing", "which", "untaken");
    assertThat(holder(untaken)).isEqualTo("Joost Bakker");
    assertThat(holder(taken)).isEqualTo(world.fatima().name());
    var done = fatima.post("/inbox/handing", "which", "all");
    assertThat(done).hasStatus(303);
    assertThat(Objects.requireNonNull(done.getResponse().getCookie("flash")).getValue())
        .contains("handing.done.one~1~Joost");
    assertThat(holder(taken)).isEqualTo("Joost Bakker");
    assertThat(world.as(world.joost()).page(taken).select(".stop").text())
        .contains(world.fatima().name() + " gaf de hele inbox door");
    assertThat(fatima.page("/inbox/handing").text()).contains("Er ligt niets bij jou");
    assertThat(fatima.post("/inbox/handing", "which", "half")).hasStatus(422);
  }

  private String takeBack() {
    var form = fatima.page("/inbox").select("form[action='/inbox/handing/undoing']");
    var done = fatima.post("/inbox/handing/undoing", "at", form.select("[name=at]").val());
    assertThat(done).hasStatus(303);
    return Objects.requireNonNull(done.getResponse().getCookie("flash")).getValue();
  }

  private String handed() {
    return fatima.page("/inbox").select("form[action='/inbox/handing/undoing'] p").text();
  }

  private String pile(String question) {
    return fatima.page("/inbox").select("section:has([href='%s']) h2".formatted(question)).text();
  }

  @Test
  void anInboxThatWasHandedOnComesBackAsItWas() {
    var untaken = ask("Nog niet opgepakt");
    var taken = ask("Opgepakt en beantwoord");
    fatima.post(taken + "/taking");
    fatima.post(taken + "/messages", "clientId", UUID.randomUUID().toString(), "text", "Welke?");
    var later = ask("Morgen");
    fatima.post(later + "/snooze", "until", "tomorrow");
    var piles = List.of(pile(untaken), pile(taken), pile(later));
    fatima.post("/inbox/handing", "which", "all");
    assertThat(handed()).contains("3 vragen zijn nog door niemand opgepakt");
    assertThat(takeBack()).contains("handing.undone~3");
    assertThat(List.of(pile(untaken), pile(taken), pile(later))).isEqualTo(piles);
    assertThat(piles.get(2)).startsWith("Voor later");
    for (var question : List.of(untaken, taken, later)) {
      assertThat(holder(question)).isEqualTo(world.fatima().name());
    }
    assertThat(world.as(world.sanne()).page(untaken).select(".stop").eachText().getLast())
        .startsWith(world.fatima().name() + " nam hem terug");
    assertThat(handed()).isEmpty();
    assertThat(fatima.post(untaken + "/taking")).hasStatus(303);
    fatima.post("/inbox/handing", "which", "all");
    assertThat(holder(untaken)).as("he had no time to try").isEqualTo("Joost Bakker");
  }

  @Test
  void whatOthersDidMeanwhileStaysWhereItIs() {
    var joost = world.as(world.joost());
    var answered = ask("Beantwoord");
    var taken = ask("Opgepakt");
    var passed = ask("Naar de helpdesk");
    var spoken = ask("Over gepraat");
    var waited = ask("Blijft liggen");
    fatima.post("/inbox/handing", "which", "all");
    var client = UUID.randomUUID().toString();
    joost.post(answered + "/answer", "clientId", client, "text", "Zo doe je dat.");
    joost.post(taken + "/taking");
    joost.post(passed + "/handover", "clientId", client, "tried", "Opnieuw ingelogd");
    joost.post(spoken + "/messages", "clientId", client, "text", "Welk scherm?");
    world
        .as(world.sanne())
        .post(waited + "/messages", "clientId", client, "text", "Is er al iemand?");
    assertThat(handed()).contains("1 vraag is nog door niemand opgepakt");
    assertThat(takeBack()).contains("handing.undone~1");
    assertThat(holder(waited)).isEqualTo(world.fatima().name());
    assertThat(pile(waited)).startsWith("Wacht op jou");
    for (var question : List.of(taken, spoken)) {
      assertThat(holder(question)).isEqualTo("Joost Bakker");
    }
    assertThat(world.as(world.sanne()).page(answered).select("#situation").text())
        .contains("Opgelost");
    assertThat(world.as(world.sanne()).page(passed).select("#situation").text())
        .contains("helpdesk");
  }

  @Test
  void onlyTheHandingOnThePageComesBackAndOnlyMine() {
    var question = ask("Een");
    fatima.post("/inbox/handing", "which", "all");
    var at = fatima.page("/inbox").select("[name=at]").val();
    world.as(world.liam()).post("/inbox/handing/undoing", "at", at);
    fatima.post("/inbox/handing/undoing", "at", "2020-01-01T10:00:00Z");
    assertThat(holder(question)).isEqualTo("Joost Bakker");
    assertThat(takeBack()).contains("handing.undone~1");
    fatima.post("/inbox/handing/undoing", "at", at);
    assertThat(holder(question)).isEqualTo(world.fatima().name());
  }

  @Test
  void toSomebodyWhoIsAwayNothingComesBackUntilSheIsThere() {
    var question = ask("Weg");
    away("span", "rest_of_today");
    assertThat(holder(question)).isEqualTo("Joost Bakker");
    assertThat(handed()).isEmpty();
    fatima.post("/availability/back");
    takeBack();
    assertThat(holder(question)).isEqualTo(world.fatima().name());
  }

  @Test
  void itNeverComesBackToWhoHandedItOn() {
    fullness.full(world.joost().id(), clock.instant().plus(Duration.ofHours(5)));
    var question = ask("Iedereen druk");
    fatima.post("/inbox/handing", "which", "all");
    assertThat(holder(question)).isNotEqualTo(world.fatima().name());
  }

  @Test
  void thePagesAreInEnglishForLiam() {
    var liam = world.as(world.liam());
    liam.post("/availability/full");
    assertThat(liam.page("/availability").text()).contains("You are full until", "Rest of today");
    assertThat(liam.page("/inbox/handing").text()).contains("Nothing is with you");
  }

  /** Seed 11: any minute of three years. */
  @Test
  void eachSpanBeginsBeforeItEndsAndTomorrowIsOneWorkingDay() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    var working = new WorkingCalendar(CalendarSettings.USUAL);
    var first = at(LocalDateTime.parse("2025-01-01T00:00"));
    for (int i = 0; i < 2_000; i++) {
      var now = first.plus(Duration.ofMinutes(random.nextInt(3 * 366 * 24 * 60)));
      for (var span : Span.values()) {
        var time = span.at(now, working);
        assertThat(time.from()).as("%s at %s", span, now).isBefore(time.until());
        assertThat(time.from()).as("%s at %s", span, now).isAfterOrEqualTo(now);
      }
      var tomorrow = Span.TOMORROW.at(now, working);
      assertThat(Duration.between(tomorrow.from(), tomorrow.until()).toHours()).isBetween(23L, 25L);
      assertThat(working.workingMinutesBetween(tomorrow.from(), tomorrow.until())).isPositive();
      assertThat(working.workingMinutesBetween(now, tomorrow.from()))
          .isEqualTo(
              working.workingMinutesBetween(now, Span.REST_OF_TODAY.at(now, working).until()));
    }
  }
}
