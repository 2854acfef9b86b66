package nl.steunpunt.network.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.WorkingCalendar;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of one mandate, without a database. */
class AgreementTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final PersonId CANDIDATE = new PersonId(1);
  private static final PersonId NOOR = new PersonId(2);
  private static final PersonId OTHER = new PersonId(3);
  private static final PersonId LEAD = new PersonId(9);
  private static final Workplace CREDITORS = new Workplace(NOOR, 10);
  private static final Rules RULES =
      new Rules(MandateSettings.USUAL, new WorkingCalendar(CalendarSettings.USUAL));

  private static Terms terms(int share) {
    return new Terms(share, "want het is druk", LocalDate.of(2027, 11, 24), null, null);
  }

  private static Agreement proposed() {
    return Agreement.proposed(CANDIDATE, new SystemId(1), terms(15), LEAD, NOW);
  }

  private static Agreement asked() {
    var it = proposed();
    it.candidate().agree(CREDITORS, NOW, RULES);
    return it;
  }

  private static Agreement agreed() {
    var it = asked();
    it.manager().agree(NOOR, "de betaallijst", "Bas", NOW, RULES);
    return it;
  }

  /** As the next request finds it. */
  private static Agreement reread(Agreement it) {
    return new Agreement(it.row(new MandateId(1)));
  }

  private static List<StepKind> steps(Agreement it) {
    return it.newSteps().stream().map(Step::kind).toList();
  }

  private static void assertStands(Agreement it, Stage stage, Standing standing) {
    assertThat(it.stage()).isEqualTo(stage);
    assertThat(it.standing()).isEqualTo(standing);
  }

  private static void refused(String key, Runnable verb) {
    assertThatThrownBy(verb::run)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  @Test
  void fromProposalToActive() {
    var it = proposed();
    assertStands(it, Stage.PROPOSED, Standing.WAITING);
    it.candidate().agree(CREDITORS, NOW, RULES);
    assertStands(it, Stage.MANAGER_ASKED, Standing.PROVISIONAL);
    assertThat(it.asked()).isEqualTo(NOOR);
    it.manager().agree(NOOR, "de betaallijst", "Bas", NOW, RULES);
    assertStands(it, Stage.AGREED, Standing.ACTIVE);
    var row = it.row(new MandateId(1));
    assertThat(row.relief()).isEqualTo("de betaallijst");
    assertThat(row.recordDue()).isEqualTo(RecordDue.START);
    assertThat(row.agreedBy()).isEqualTo(NOOR);
    assertThat(steps(it))
        .containsExactly(
            StepKind.PROPOSED, StepKind.CANDIDATE_AGREED, StepKind.ASKED, StepKind.AGREED);
  }

  @Test
  void eachStepThatChangesWhatIsAskedRaisesTheVersion() {
    var it = asked();
    var seen = it.version();
    it.manager().agree(NOOR, null, null, NOW, RULES);
    refused("mandate.refused.changed", () -> it.requireVersion(seen));
    it.record(LEAD, NOW);
    it.requireVersion(seen + 1);
  }

  @Test
  void aDecisionIsMadeOnce() {
    var it = agreed();
    refused("mandate.refused.decided", () -> it.manager().agree(NOOR, null, null, NOW, RULES));
    refused("mandate.refused.decided", () -> it.manager().decline(OTHER, "te laat", NOW, RULES));
  }

  @Test
  void nobodyDecidesAboutThemselves() {
    var it = asked();
    refused("mandate.refused.own", () -> it.manager().agree(CANDIDATE, null, null, NOW, RULES));
    assertStands(it, Stage.MANAGER_ASKED, Standing.PROVISIONAL);
  }

  @Test
  void withNobodyAboveTheLeadChoosesWhoDecides() {
    var it = proposed();
    it.candidate().agree(new Workplace(null, 10), NOW, RULES);
    assertStands(it, Stage.CANDIDATE_AGREED, Standing.PROVISIONAL);
    assertThat(steps(it)).contains(StepKind.NOBODY_TO_ASK);
    refused(
        "mandate.refused.decider",
        () -> it.lead().askInstead(LEAD, CANDIDATE, new Workplace(null, 10), NOW));
    refused(
        "mandate.refused.decider",
        () -> it.lead().askInstead(LEAD, LEAD, new Workplace(null, 10), NOW));
    it.lead().askInstead(LEAD, OTHER, new Workplace(null, 10), NOW);
    it.manager().agree(OTHER, null, null, NOW, RULES);
    assertStands(it, Stage.AGREED, Standing.ACTIVE);
    it.directory().moved(new Workplace(null, 10), NOW, RULES);
    assertStands(it, Stage.AGREED, Standing.ACTIVE);
  }

  @Test
  void anotherShareGoesBackToTheCandidate() {
    var it = asked();
    refused(
        "mandate.refused.share", () -> it.manager().proposeOther(NOOR, 4, "weinig", NOW, RULES));
    refused(
        "mandate.refused.share_reason", () -> it.manager().proposeOther(NOOR, 5, null, NOW, RULES));
    refused(
        "mandate.refused.same_share", () -> it.manager().proposeOther(NOOR, 15, null, NOW, RULES));
    it.manager().proposeOther(NOOR, 10, null, NOW, RULES);
    assertStands(it, Stage.OTHER_SHARE, Standing.PROVISIONAL);
    it.candidate().agree(CREDITORS, NOW, RULES);
    assertStands(it, Stage.AGREED, Standing.ACTIVE);
    assertThat(it.row(new MandateId(1)).sharePercent()).isEqualTo(10);
  }

  @Test
  void aNoStopsItAndTheLeadMayAskOnceMore() {
    var it = asked();
    it.manager().decline(NOOR, "te druk", NOW, RULES);
    assertStands(it, Stage.DECLINED, Standing.WAITING);
    it.lead().offer(LEAD, terms(10), CREDITORS, NOW);
    assertStands(it, Stage.MANAGER_ASKED, Standing.WAITING);
    it.manager().decline(NOOR, "nog steeds", NOW, RULES);
    refused("mandate.refused.asked_twice", () -> it.lead().offer(LEAD, terms(10), CREDITORS, NOW));
    it.directory().moved(new Workplace(OTHER, 10), NOW, RULES);
    it.lead().offer(LEAD, terms(10), new Workplace(OTHER, 10), NOW);
    assertThat(it.asked()).isEqualTo(OTHER);
  }

  @Test
  void anAgreementStandsWhileAnotherShareIsAskedAndAfterANo() {
    var it = reread(agreed());
    it.lead().offer(LEAD, terms(20), CREDITORS, NOW);
    assertStands(it, Stage.MANAGER_ASKED, Standing.ACTIVE);
    assertThat(it.row(new MandateId(1)).sharePercent()).isEqualTo(15);
    it.manager().decline(NOOR, "15 is genoeg", NOW, RULES);
    assertStands(it, Stage.AGREED, Standing.ACTIVE);
    assertThat(it.row(new MandateId(1)).sharePercent()).isEqualTo(15);
    it.lead().offer(LEAD, terms(20), CREDITORS, NOW);
    it.manager().agree(NOOR, null, null, NOW, RULES);
    assertThat(it.row(new MandateId(1)).sharePercent()).isEqualTo(20);
    assertThat(it.changesConstituencies()).isTrue();
  }

  @Test
  void afterANoTheWorkTakenAwayIsAsItWasAgreed() {
    var it = reread(agreed());
    var more =
        new Terms(30, "de afsluiting", LocalDate.of(2027, 11, 24), "ook de aanmaningen", "Bo");
    it.lead().offer(LEAD, more, CREDITORS, NOW);
    assertThat(it.row(new MandateId(1)).relief()).isEqualTo("ook de aanmaningen");
    it = reread(it);
    it.manager().decline(NOOR, "15 is genoeg", NOW, RULES);
    var row = it.row(new MandateId(1));
    assertThat(row.relief()).isEqualTo("de betaallijst");
    assertThat(row.reliefBy()).isEqualTo("Bas");
    assertThat(row.shareReason()).isEqualTo("want het is druk");
    it.manager().reconsider(NOOR, NOOR, 25, "meer is te veel", NOW, RULES);
    it.candidate().refuse(null, NOW, RULES);
    assertThat(it.row(new MandateId(1)).shareReason()).isEqualTo("want het is druk");
  }

  @Test
  void anotherManagerIsAskedAnewAndAnUndoneImportIsNot() {
    var it = reread(agreed());
    it.directory().moved(CREDITORS, NOW, RULES);
    assertThat(it.newSteps()).isEmpty();
    it.directory().moved(new Workplace(OTHER, 10), NOW, RULES);
    assertStands(it, Stage.MANAGER_ASKED, Standing.PROVISIONAL);
    assertThat(it.asked()).isEqualTo(OTHER);
    it.directory().moved(CREDITORS, NOW, RULES);
    assertStands(it, Stage.AGREED, Standing.ACTIVE);
    it.directory().moved(new Workplace(NOOR, 11), NOW, RULES);
    assertThat(steps(it)).contains(StepKind.DEPARTMENT_CHANGED);
    assertStands(it, Stage.MANAGER_ASKED, Standing.PROVISIONAL);
  }

  @Test
  void whoHasNobodyAboveThemIsAskedForAsSoonAsThereIsSomebody() {
    var nobody = new Workplace(null, 10);
    var it = reread(agreed());
    it.directory().moved(nobody, NOW, RULES);
    assertStands(it, Stage.CANDIDATE_AGREED, Standing.PROVISIONAL);
    it.directory().moved(CREDITORS, NOW, RULES);
    assertStands(it, Stage.AGREED, Standing.ACTIVE);
    it.directory().moved(nobody, NOW, RULES);
    it.directory().moved(new Workplace(OTHER, 10), NOW, RULES);
    assertStands(it, Stage.MANAGER_ASKED, Standing.PROVISIONAL);
    assertThat(it.asked()).isEqualTo(OTHER);

    var file = reread(Agreement.imported(CANDIDATE, new SystemId(1), 15, NOW, null, RULES));
    file.directory().moved(new Workplace(OTHER, 10), NOW, RULES);
    assertThat(file.newSteps()).as("the lead asks for who came in by a file").isEmpty();
  }

  /** The new manager of a request that is open gets it; what the old one was asked is void. */
  @Test
  void anOpenRequestGoesToTheNewManager() {
    var it = reread(asked());
    var seen = it.version();
    it.directory().moved(new Workplace(OTHER, 10), NOW, RULES);
    assertThat(it.asked()).isEqualTo(OTHER);
    refused("mandate.refused.changed", () -> it.requireVersion(seen));
  }

  @Test
  void whoIsAskedLeaves() {
    var it = reread(asked());
    it.directory().askedPersonLeft(new Workplace(OTHER, 10), NOW);
    assertThat(it.asked()).isEqualTo(OTHER);
    it.directory().askedPersonLeft(new Workplace(null, 10), NOW);
    assertStands(it, Stage.CANDIDATE_AGREED, Standing.PROVISIONAL);
  }

  @Test
  void aLeaverInMidRequestEndsItAndTheManagerIsTold() {
    var it = reread(asked());
    it.end(null, Ending.LEFT, null, NOW);
    assertStands(it, Stage.ENDED, Standing.ENDED);
    assertThat(it.stopped()).isTrue();
    refused("mandate.refused.decided", () -> it.manager().agree(NOOR, null, null, NOW, RULES));
    assertThat(it.time().nextDue(RULES)).isEmpty();
  }

  @Test
  void whoReturnsHasTheMandateBackAsItWasAgreed() {
    var it = reread(agreed());
    it.end(null, Ending.LEFT, null, NOW);
    it.directory().returned(CREDITORS, NOW, RULES);
    assertStands(it, Stage.AGREED, Standing.ACTIVE);
    it.end(LEAD, Ending.LEADS_WISH, null, NOW);
    refused("mandate.refused.not_now", () -> it.directory().returned(CREDITORS, NOW, RULES));
  }

  /** Tuesday 9.00 UTC is 10.00 on the wall. */
  @Test
  void remindersComeAfterThreeAndSevenWorkingDaysAndThenACall() {
    var it = reread(asked());
    assertThat(it.time().nextDue(RULES)).contains(Instant.parse("2026-11-27T09:00:00Z"));
    it.time().fallDue(CREDITORS, Instant.parse("2026-11-27T09:00:00Z"), RULES);
    assertThat(steps(it)).containsExactly(StepKind.REMINDED);
    assertThat(it.time().nextDue(RULES)).contains(Instant.parse("2026-12-03T09:00:00Z"));
    it.time().fallDue(CREDITORS, Instant.parse("2026-12-03T09:00:00Z"), RULES);
    it.time().fallDue(CREDITORS, Instant.parse("2026-12-04T09:00:00Z"), RULES);
    assertThat(steps(it)).containsExactly(StepKind.REMINDED, StepKind.REMINDED, StepKind.CALL_DUE);
  }

  /** Asked at 10.00 before Easter 2027, when summer time begins: reminded at 10.00. */
  @Test
  void summerTimeDoesNotMoveAReminderOrTheGracePeriod() {
    var thursday = Instant.parse("2027-03-25T09:00:00Z");
    var it = Agreement.proposed(CANDIDATE, new SystemId(1), terms(15), LEAD, thursday);
    it.candidate().agree(CREDITORS, thursday, RULES);
    // Friday, (weekend, Easter Monday), Tuesday, Wednesday.
    assertThat(it.time().nextDue(RULES)).contains(Instant.parse("2027-03-31T08:00:00Z"));
    assertThat(it.row(new MandateId(1)).graceUntil())
        .isEqualTo(Instant.parse("2027-05-24T08:00:00Z"));
  }

  @Test
  void afterTheGracePeriodItWaitsForTheLead() {
    var it = reread(asked());
    var over = NOW.plus(Duration.ofDays(60));
    it.time().fallDue(CREDITORS, over, RULES);
    assertStands(it, Stage.MANAGER_ASKED, Standing.WAITING);
    assertThat(steps(it)).endsWith(StepKind.GRACE_OVER);
    it.lead().extendGrace(LEAD, over, RULES);
    assertStands(it, Stage.MANAGER_ASKED, Standing.PROVISIONAL);
    var late = reread(it);
    late.time().fallDue(CREDITORS, over.plus(Duration.ofDays(61)), RULES);
    late.manager().agree(NOOR, null, null, over.plus(Duration.ofDays(61)), RULES);
    assertStands(late, Stage.AGREED, Standing.ACTIVE);
  }

  @Test
  void sixWeeksBeforeTheLastDayTheManagerIsAskedForAnotherYear() {
    var it = reread(agreed());
    var opens = Instant.parse("2027-10-12T22:00:00Z");
    assertThat(it.time().nextDue(RULES)).contains(opens);
    it.time().fallDue(CREDITORS, opens, RULES);
    assertStands(it, Stage.RENEWAL_DUE, Standing.ACTIVE);
    it.manager().agree(NOOR, null, null, opens, RULES);
    assertThat(it.row(new MandateId(1)).endsOn()).isEqualTo(LocalDate.of(2028, 11, 24));
    assertThat(steps(it)).endsWith(StepKind.RENEWED);
  }

  @Test
  void theLeadAsksForAnotherYearEarlier() {
    var it = reread(agreed());
    it.lead().renew(LEAD, CREDITORS, NOW);
    assertStands(it, Stage.RENEWAL_DUE, Standing.ACTIVE);
    it.lead().askInstead(LEAD, OTHER, CREDITORS, NOW);
    assertStands(it, Stage.RENEWAL_DUE, Standing.ACTIVE);
    it = reread(it);
    it.manager().agree(OTHER, null, null, NOW, RULES);
    assertThat(it.row(new MandateId(1)).endsOn()).isEqualTo(LocalDate.of(2028, 11, 24));
    assertThat(steps(it)).endsWith(StepKind.RENEWED);
  }

  @Test
  void anotherShareForAnotherYearIsAnotherYear() {
    var it = reread(agreed());
    it.lead().renew(LEAD, CREDITORS, NOW);
    it.manager().proposeOther(NOOR, 10, null, NOW, RULES);
    it = reread(it);
    it.candidate().agree(CREDITORS, NOW, RULES);
    assertThat(it.row(new MandateId(1)).endsOn()).isEqualTo(LocalDate.of(2028, 11, 24));
    // And no later change makes it one more.
    it.lead()
        .offer(LEAD, new Terms(20, null, LocalDate.of(2028, 11, 24), null, null), CREDITORS, NOW);
    it.manager().agree(NOOR, null, null, NOW, RULES);
    assertThat(it.row(new MandateId(1)).endsOn()).isEqualTo(LocalDate.of(2028, 11, 24));
  }

  @Test
  void aRenewalThatIsRefusedRunsToTheLastDayAndEndsThen() {
    var it = reread(agreed());
    it.time().fallDue(CREDITORS, Instant.parse("2027-10-12T22:00:00Z"), RULES);
    it.manager()
        .decline(NOOR, "iemand anders aan de beurt", Instant.parse("2027-10-13T09:00:00Z"), RULES);
    assertStands(it, Stage.DECLINED, Standing.ACTIVE);
    assertThat(it.time().nextDue(RULES)).contains(Instant.parse("2027-11-24T23:00:00Z"));
    it.time().fallDue(CREDITORS, Instant.parse("2027-11-24T22:59:59Z"), RULES);
    assertStands(it, Stage.DECLINED, Standing.ACTIVE);
    it.time().fallDue(CREDITORS, Instant.parse("2027-11-24T23:00:00Z"), RULES);
    assertStands(it, Stage.ENDED, Standing.ENDED);
  }

  @Test
  void hrRecordsEachChangeAndBlocksNothing() {
    var it = reread(agreed());
    it.record(OTHER, NOW);
    refused("mandate.refused.recorded", () -> it.record(OTHER, NOW));
    it.lead().offer(LEAD, terms(20), CREDITORS, NOW);
    it.manager().agree(NOOR, null, null, NOW, RULES);
    assertThat(due(it)).isEqualTo(RecordDue.CHANGE);
    it.end(CANDIDATE, Ending.OWN_WISH, null, NOW);
    assertThat(due(it)).isEqualTo(RecordDue.END);
    var unrecorded = reread(agreed());
    unrecorded.end(CANDIDATE, Ending.OWN_WISH, null, NOW);
    assertThat(due(unrecorded)).as("there is nothing to take out").isNull();
  }

  private static @Nullable RecordDue due(Agreement it) {
    return it.row(new MandateId(1)).recordDue();
  }

  @Test
  void otherContractHoursAskNobodyAndVoidNoLink() {
    var it = reread(asked());
    var seen = it.version();
    it.directory().hoursChanged(new BigDecimal("20"), NOW);
    assertStands(it, Stage.MANAGER_ASKED, Standing.PROVISIONAL);
    it.requireVersion(seen);
    assertThat(it.newSteps())
        .singleElement()
        .satisfies(step -> assertThat(step.contractHours()).isEqualByComparingTo("20"));
    it.end(LEAD, Ending.LEADS_WISH, null, NOW);
    refused("mandate.refused.ended", () -> it.directory().hoursChanged(null, NOW));
  }

  @Test
  void aFileDoesNotOverruleANo() {
    var it = asked();
    it.manager().decline(NOOR, "nee", NOW, RULES);
    it.importedAgain(20, NOW, RULES);
    assertStands(it, Stage.DECLINED, Standing.WAITING);
    var agreed = reread(agreed());
    agreed.importedAgain(15, NOW, RULES);
    assertThat(agreed.newSteps()).isEmpty();
    agreed.importedAgain(20, NOW, RULES);
    assertStands(agreed, Stage.CANDIDATE_AGREED, Standing.PROVISIONAL);
  }

  @Test
  void aShareOutsideWhatIsNormalNeedsAReason() {
    var settings = MandateSettings.USUAL;
    var today = LocalDate.of(2026, 11, 24);
    var year = today.plusYears(1);
    refused(
        "mandate.refused.share", () -> new Terms(51, "x", year, null, null).check(settings, today));
    refused(
        "mandate.refused.share_reason",
        () -> new Terms(25, null, year, null, null).check(settings, today));
    refused(
        "mandate.refused.ends_on",
        () -> new Terms(15, null, today, null, null).check(settings, today));
    new Terms(50, "projectweken", year, null, null).check(settings, today);
    new Terms(10, null, year, null, null).check(settings, today);
  }

  @Test
  void hoursFollowFromTheContractAndAContractWithoutHoursHasNone() {
    assertThat(WeeklyHours.of(new java.math.BigDecimal("36"), 15)).hasToString("5.4");
    assertThat(WeeklyHours.of(new java.math.BigDecimal("0.00"), 15)).isNull();
    assertThat(WeeklyHours.of(null, 15)).isNull();
  }
}
