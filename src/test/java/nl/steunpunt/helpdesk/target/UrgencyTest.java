package nl.steunpunt.helpdesk.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must always hold of priority and moments, whenever it came and however long it waited. */
class UrgencyTest {
  private static final Instant MONDAY = Instant.parse("2026-11-30T08:00:00Z");
  private static final TargetSettings SETTINGS = TargetSettings.USUAL;

  private final WorkingCalendar calendar = new WorkingCalendar(CalendarSettings.USUAL);
  private final Random random = new Random(6);

  private static Visit visit(
      Instant came,
      @Nullable Severity said,
      boolean stuck,
      int reach,
      @Nullable Instant waitingSince,
      @Nullable Instant pausedAt,
      int paused,
      @Nullable Instant reacted) {
    return new Visit(
        1, came, said, stuck, null, reach, waitingSince, pausedAt, paused, reacted, null, 0);
  }

  private static Visit weighed(@Nullable Severity said, boolean stuck, @Nullable Severity weighed) {
    return new Visit(1, MONDAY, said, stuck, weighed, 1, MONDAY, null, 0, null, null, 0);
  }

  private Instant any() {
    return MONDAY.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
  }

  private Urgency of(Visit visit, Instant now) {
    return Urgency.of(visit, SETTINGS, calendar, now);
  }

  @Test
  void theTableSaysThePriority() {
    assertThat(of(visit(MONDAY, null, true, 1, MONDAY, null, 0, null), MONDAY).priority())
        .isEqualTo(2);
    assertThat(of(visit(MONDAY, null, false, 1, MONDAY, null, 0, null), MONDAY).priority())
        .isEqualTo(3);
    assertThat(of(visit(MONDAY, null, false, 20, MONDAY, null, 0, null), MONDAY).priority())
        .isEqualTo(2);
    assertThat(of(visit(MONDAY, Severity.LOW, true, 1, MONDAY, null, 0, null), MONDAY).priority())
        .as("what the desk says goes before what the asker said")
        .isEqualTo(4);
  }

  @Test
  void whatItsIssuesSayCountsUntilTheDeskSaysOtherwise() {
    assertThat(of(weighed(null, false, Severity.HIGH), MONDAY).priority()).isEqualTo(2);
    assertThat(of(weighed(null, false, Severity.LOW), MONDAY).priority()).isEqualTo(4);
    assertThat(of(weighed(null, true, Severity.LOW), MONDAY).priority())
        .as("who cannot go on is not held up by what it is for others")
        .isEqualTo(2);
    assertThat(of(weighed(Severity.NORMAL, true, Severity.HIGH), MONDAY).priority()).isEqualTo(3);
  }

  /** More people hit, or hit worse, never comes later. */
  @Test
  void moreIsNeverLater() {
    for (var i = 0; i < 500; i++) {
      var came = any();
      var reach = 1 + random.nextInt(40);
      var less = of(visit(came, Severity.NORMAL, false, reach, came, null, 0, null), came);
      var more = of(visit(came, Severity.NORMAL, false, reach + 5, came, null, 0, null), came);
      var worse = of(visit(came, Severity.HIGH, false, reach, came, null, 0, null), came);
      assertThat(more.solveBy()).isBeforeOrEqualTo(less.solveBy());
      assertThat(worse.reactBy()).isBeforeOrEqualTo(less.reactBy());
    }
  }

  /** Without the time for which it waited for its asker it has as long as was promised. */
  @Test
  void waitingForTheAskerCostsTheDeskNothing() {
    for (var i = 0; i < 500; i++) {
      var came = any();
      var asked = came.plus(Duration.ofMinutes(random.nextInt(3_000)));
      var replied = asked.plus(Duration.ofMinutes(random.nextInt(9_000)));
      var paused = of(visit(came, null, false, 1, null, null, 0, asked), asked);
      assertThat(paused.pausedAt()).isEqualTo(asked);
      assertThat(paused.warnAt()).as("nobody is warned of what stands still").isNull();
      var on = of(visit(came, null, false, 1, replied, asked, 0, asked), replied);
      var waited = calendar.workingMinutesBetween(asked, replied);
      assertThat(on.pausedMinutes()).isEqualTo((int) waited);
      assertThat(calendar.workingMinutesBetween(came, on.solveBy()) - waited)
          .isEqualTo(SETTINGS.target(3).solveMinutes());
      assertThat(of(visit(came, null, false, 1, replied, null, (int) waited, asked), any()))
          .as("reckoning it again changes nothing")
          .extracting(Urgency::solveBy)
          .isEqualTo(on.solveBy());
    }
  }

  @Test
  void theWarningComesBeforeTheMoment() {
    for (var i = 0; i < 500; i++) {
      var came = any();
      var reacted = random.nextBoolean() ? came : null;
      var one = of(visit(came, null, random.nextBoolean(), 1, came, null, 0, reacted), came);
      var due = reacted == null ? one.reactBy() : one.solveBy();
      assertThat(one.warnAt()).isNotNull().isBefore(due).isAfterOrEqualTo(came);
      assertThat(calendar.isWorking(due)).isTrue();
    }
  }
}
