package nl.steunpunt.support.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SteunpuntTest
class TimedStepsTest {
  @Autowired World world;
  @Autowired QuestionAsking asking;
  @Autowired QuestionHelping helping;
  @Autowired MessageWriting writing;
  @Autowired QuestionSteps steps;
  @Autowired QuestionScreens screens;
  @Autowired OrganisationCalendar calendar;
  @Autowired Clock clock;

  private static Me me(Colleague colleague, String... roles) {
    return new Me(colleague.id(), colleague.name(), colleague.email(), "nl", List.of(roles), 0);
  }

  private QuestionId ask() {
    return asking.ask(
        me(world.sanne()), new Ask(world.nova(), null, "Loopt vast", null, false, null));
  }

  private QuestionScreens.Show show(QuestionId id) {
    return screens.show(me(world.sanne()), id);
  }

  @Test
  void silenceMovesItOnAndNeverBackToWhoWasSilent() {
    var id = ask();
    var first = Objects.requireNonNull(show(id).nextAt());
    assertThat(steps.fireDue(first.minusSeconds(1)))
        .noneMatch(fired -> fired.subject() == id.value());
    assertThat(steps.fireDue(first)).anyMatch(fired -> fired.subject() == id.value());
    var after = show(id);
    assertThat(Objects.requireNonNull(after.holder()).name()).isEqualTo("Joost Bakker");
    assertThat(after.route())
        .extracting(QuestionScreens.Stop::kind)
        .contains(StepKind.SILENT, StepKind.OFFERED);
  }

  @Test
  void whoWaitsAndWritesOnceMoreWaitsNoLonger() {
    var id = ask();
    var promised = show(id);
    write(world.sanne(), id, "En nog iets");
    assertThat(show(id).nextAt()).isEqualTo(promised.nextAt());
    assertThat(show(id).nextName()).isEqualTo(promised.nextName());

    write(world.fatima(), id, "Welk scherm?");
    assertThat(show(id).nextAt()).isNull();
    write(world.sanne(), id, "Het eerste");
    var again = Objects.requireNonNull(show(id).nextAt());
    assertThat(again).isAfter(promised.nextAt());
    write(world.sanne(), id, "Zie je het?");
    assertThat(show(id).nextAt()).isEqualTo(again);
  }

  private void write(Colleague colleague, QuestionId id, String text) {
    writing.write(me(colleague), id, UUID.randomUUID(), text);
  }

  @Test
  void inTheEndTheHelpdeskHasIt() {
    var id = ask();
    for (var i = 0; i < 10 && show(id).nextAt() != null; i++) {
      steps.fireDue(Objects.requireNonNull(show(id).nextAt()));
    }
    assertThat(show(id).status()).isEqualTo(Status.WITH_HELPDESK);
  }

  @Test
  void anAnswerNobodyDisputesClosesAfterFiveWorkingDaysAndCountsAsPotential() {
    var id = ask();
    helping.answer(me(world.fatima(), "power_user"), id, UUID.randomUUID(), "Zo", "", "");
    var closes = Objects.requireNonNull(show(id).nextAt());
    assertThat(closes)
        .isCloseTo(
            calendar.current().plusWorkingDays(clock.instant(), 5), within(1, ChronoUnit.MINUTES));
    steps.fireDue(closes);
    assertThat(show(id).status()).isEqualTo(Status.CLOSED);
    assertThat(show(id).outcome()).isEqualTo(Outcome.POTENTIAL);
  }

  @Test
  void stuckMovesSooner() {
    var calm = show(ask());
    var id =
        asking.ask(
            me(world.sanne()), new Ask(world.nova(), null, "Alles ligt stil", null, true, null));
    assertThat(show(id).nextAt()).isBefore(calm.nextAt());
  }
}
