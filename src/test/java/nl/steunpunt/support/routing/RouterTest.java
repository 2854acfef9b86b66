package nl.steunpunt.support.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Stream;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The product's promises about who helps, one by one. */
class RouterTest {

  private static final PersonId ASKER = new PersonId(99);
  private static final Place DESK = new Place("Finance/Creditors", "Utrecht/B/3/B3.14");

  private static final Colleague FATIMA = Colleague.number(1).primary();
  private static final Colleague PIET = Colleague.number(2).deputy(1);
  private static final Colleague NOOR = Colleague.number(3).deputy(2);
  private static final Colleague SAM = Colleague.number(4);
  private static final Colleague BO = Colleague.number(5);

  /** Half past eight to five on weekdays. */
  private final WorkingCalendar calendar = new WorkingCalendar(CalendarSettings.USUAL);

  private final Router router = new Router(RoutingSettings.USUAL);
  private Instant at = at("2026-11-25T10:00");
  private PersonId filedBy = ASKER;
  private Set<PersonId> tried = Set.of();
  private boolean stuck;
  private @Nullable Instant stuckUntil;
  private boolean othersKnown = true;

  @Test
  void myOwnPowerUserGetsItThenTheDeputiesInOrder() {
    assertOrder(
        route(NOOR, SAM.at("Finance/Creditors", null).here(), PIET, FATIMA), FATIMA, PIET, NOOR);
    assertThat(words(route(FATIMA.here()))).containsExactly("primary", "present", "light_load");
    assertThat(words(route(PIET.holding(5)))).containsExactly("deputy:1");
  }

  @Test
  void whoIsAwayIsNotAskedAndTheAskerReadsWhy() {
    var route = route(FATIMA.away(), PIET.holding(5));
    assertOrder(route, PIET);
    assertThat(words(route)).containsExactly("deputy:1", "primary_absent");
  }

  @Test
  void whoSaysFullComesAfterAllWhoDoNot() {
    var route = route(FATIMA.full(), PIET.full(), SAM.holding(5));
    assertOrder(route, SAM, FATIMA, PIET);
    assertThat(words(route)).containsExactly("primary_full");
    assertThat(route.stops().get(1).reasons())
        .containsExactly(Reason.of(Reason.Kind.PRIMARY), Reason.of(Reason.Kind.ALL_FULL));
  }

  @Test
  void whoseHoursAreSpentComesAfterTheDeputiesAndBeforeThoseFurtherAway() {
    var route = route(FATIMA.withSpentHours(), SAM.here(), PIET.holding(5), NOOR);
    assertOrder(route, PIET, NOOR, FATIMA);
    assertThat(words(route)).containsExactly("deputy:1", "primary_spared");
    assertOrder(route(FATIMA.withSpentHours(), PIET.withSpentHours(), NOOR), NOOR, FATIMA, PIET);
    assertOrder(route(FATIMA.withSpentHours(), PIET.full(), SAM), FATIMA, SAM, PIET);
    assertOrder(route(BO, SAM.withSpentHours()), BO, SAM);
    assertThat(words(route(FATIMA.withSpentHours()))).containsExactly("primary", "light_load");
  }

  @Test
  void oneOpenQuestionPerPercentOfShareIsFull() {
    assertOrder(route(FATIMA.share(10).holding(9), SAM), FATIMA, SAM);
    assertOrder(route(FATIMA.share(10).holding(10), SAM), SAM, FATIMA);
    assertOrder(route(FATIMA.share(20).holding(10), SAM), FATIMA, SAM);
  }

  @Test
  void thenTheNearest() {
    var route =
        new Router(new RoutingSettings(30, 10, 9, 1.0))
            .route(
                snapshot(
                    Colleague.number(1).at("Logistics", null),
                    Colleague.number(2).at("Logistics", "Utrecht/A/3/A3.14"),
                    Colleague.number(3).at("Logistics", "Utrecht/B/2/B2.14"),
                    Colleague.number(4).at("Logistics", "Utrecht/B/3/B3.01"),
                    Colleague.number(5).at("Finance/Creditors", "Groningen/A/1")));
    assertThat(route.stops().stream().limit(5).map(Stop::powerUser))
        .containsExactly(
            new PersonId(5), new PersonId(4), new PersonId(3), new PersonId(2), new PersonId(1));
    assertThat(route.stops().stream().limit(5).map(stop -> stop.reasons().getFirst().word()))
        .containsExactly(
            "same_department", "same_floor", "same_building", "same_site", "light_load");
  }

  @Test
  void ofThoseEquallyNearWhoKnowsTheTopicThenWhoIsThereThenWhoHasRoom() {
    assertOrder(route(SAM.here(), BO.knowingTheTopic().holding(9)), BO, SAM);
    assertOrder(route(SAM, BO.here().holding(9)), BO, SAM);
    assertOrder(route(SAM.holding(2), BO.holding(1)), BO, SAM);
    assertOrder(route(SAM.share(10).holding(4), BO.share(20).holding(6)), BO, SAM);
    assertOrder(route(SAM.speaking("en"), BO), BO, SAM);
    assertOrder(route(BO, SAM), SAM, BO);
    assertThat(words(route(SAM.at("X", "Utrecht/B/3/B3.01").knowingTheTopic().holding(5))))
        .containsExactly("same_floor", "knows_topic");
  }

  @Test
  void lightLoadIsLessThanAQuarterOfTheRoom() {
    assertThat(words(route(FATIMA.share(20).holding(4)))).containsExactly("primary", "light_load");
    assertThat(words(route(FATIMA.share(20).holding(5)))).containsExactly("primary");
  }

  @Test
  void nobodyIsSentToThemselves() {
    var self = Colleague.number(ASKER.value()).primary();
    assertOrder(route(self, PIET), PIET);
  }

  @Test
  void whoWasSilentOrPassedItOnIsNotAskedAgain() {
    tried = Set.of(FATIMA.id());
    var route = route(FATIMA, PIET.holding(5));
    assertOrder(route, PIET);
    assertThat(words(route)).containsExactly("deputy:1", "primary_tried");
  }

  @Test
  void afterThreePowerUsersTheHelpdesk() {
    tried = Set.of(FATIMA.id(), PIET.id());
    assertOrder(route(FATIMA, PIET, NOOR, SAM), NOOR);
    tried = Set.of(FATIMA.id(), PIET.id(), NOOR.id());
    var route = route(FATIMA, PIET, NOOR, SAM);
    assertOrder(route);
    assertThat(words(route)).containsExactly("enough_tried");
  }

  @Test
  void withNobodyThereTheHelpdeskHasItAtOnce() {
    var route = route(FATIMA.away());
    assertThat(route.first().isHelpdesk()).isTrue();
    assertThat(words(route)).containsExactly("nobody_available");
    assertThat(router.next(snapshot(FATIMA.away()), route, calendar)).isEmpty();
  }

  @Test
  void whoFilesForAColleagueWasAskedInPersonAndKeepsItWhenThereIsRoom() {
    filedBy = SAM.id();
    assertOrder(route(FATIMA, SAM.holding(5)), SAM, FATIMA);
    assertThat(words(route(FATIMA, SAM.holding(5)))).containsExactly("asked_in_person");
    assertOrder(route(FATIMA, SAM.full()), FATIMA, SAM);
  }

  @Test
  void silentForHalfAnHourItGoesToTheDeputy() {
    assertNext(NextStep.Kind.NEXT_POWER_USER, "2026-11-25T10:30", PIET.id(), FATIMA, PIET);
  }

  @Test
  void theMinutesAreWorkingMinutes() {
    at = at("2026-11-27T16:50");
    assertNext(NextStep.Kind.NEXT_POWER_USER, "2026-11-30T08:50", PIET.id(), FATIMA, PIET);
  }

  @Test
  void withNobodyElseToAskTheHelpdeskIsNext() {
    assertNext(NextStep.Kind.HELPDESK, "2026-11-25T10:30", null, FATIMA);
  }

  @Test
  void whoIsNearestByThenIsNotPromisedBeforeItWasLookedUp() {
    othersKnown = false;
    assertNext(NextStep.Kind.NEXT_POWER_USER, "2026-11-25T10:30", null, FATIMA);
    tried = Set.of(PIET.id(), NOOR.id());
    assertNext(NextStep.Kind.HELPDESK, "2026-11-25T10:30", null, FATIMA, PIET, NOOR);
  }

  @Test
  void whoCannotGoOnWaitsTenMinutes() {
    stuck = true;
    assertNext(NextStep.Kind.NEXT_POWER_USER, "2026-11-25T10:10", PIET.id(), FATIMA, PIET);
    stuckUntil = at("2026-11-25T12:00");
    assertNext(NextStep.Kind.NEXT_POWER_USER, "2026-11-25T10:10", PIET.id(), FATIMA, PIET);
  }

  @Test
  void aDeadlineLeavesTimeForEveryoneWhoMayStillBeAskedAndTheHelpdesk() {
    stuck = true;
    stuckUntil = at("2026-11-25T10:20");
    assertNext(NextStep.Kind.NEXT_POWER_USER, "2026-11-25T10:05", PIET.id(), FATIMA, PIET);
    tried = Set.of(FATIMA.id(), PIET.id());
    assertNext(NextStep.Kind.HELPDESK, "2026-11-25T10:10", null, NOOR);
  }

  @Test
  void withNotAMinuteForEachTheHelpdeskIsNext() {
    stuck = true;
    stuckUntil = at("2026-11-25T10:03");
    assertNext(NextStep.Kind.HELPDESK, "2026-11-25T10:01", null, FATIMA, PIET);
    stuckUntil = at("2026-11-25T10:04");
    assertNext(NextStep.Kind.NEXT_POWER_USER, "2026-11-25T10:01", PIET.id(), FATIMA, PIET);
    othersKnown = false;
    assertNext(NextStep.Kind.NEXT_POWER_USER, "2026-11-25T10:01", null, FATIMA);
    at = at("2026-11-25T22:00");
    stuckUntil = at("2026-11-25T23:00");
    assertNext(NextStep.Kind.HELPDESK, "2026-11-26T08:31", null, FATIMA);
  }

  @Test
  void othersAreLookedUpOnlyWhenTheConstituencyHasNobodyWithRoom() {
    assertThat(router.needsOthers(snapshot(FATIMA))).isFalse();
    assertThat(router.needsOthers(snapshot(FATIMA.away(), PIET))).isFalse();
    assertThat(router.needsOthers(snapshot(FATIMA.away(), PIET.full()))).isTrue();
    assertThat(router.needsOthers(snapshot())).isTrue();
    tried = Set.of(FATIMA.id());
    assertThat(router.needsOthers(snapshot(FATIMA))).isTrue();
    tried = Set.of(FATIMA.id(), PIET.id(), NOOR.id());
    assertThat(router.needsOthers(snapshot(FATIMA))).isFalse();
  }

  /** For a power user who chooses: all but the asker, who can be asked first. */
  @Test
  void ranksWhoCanBeAskedThenWhoWasTriedThenWhoIsAway() {
    tried = Set.of(PIET.id());
    var self = Colleague.number(ASKER.value()).here();
    var ranked = router.ranked(snapshot(NOOR.away(), PIET, SAM.here().full(), self, FATIMA, BO));
    assertThat(ranked)
        .extracting(Ranked::person)
        .containsExactly(FATIMA.id(), BO.id(), SAM.id(), PIET.id(), NOOR.id());
    assertThat(ranked).extracting(Ranked::tried).containsExactly(false, false, false, true, false);
    assertThat(ranked).extracting(Ranked::absent).containsExactly(false, false, false, false, true);
    assertThat(ranked).extracting(Ranked::full).containsExactly(false, false, true, false, false);
    assertThat(ranked)
        .extracting(Ranked::present)
        .containsExactly(false, false, true, false, false);
  }

  @Test
  void someoneCanBeAskedUnlessAllAreAwayOrTriedOrTheAsker() {
    assertThat(router.canAskSomeone(snapshot(FATIMA.full()))).isTrue();
    assertThat(router.canAskSomeone(snapshot(FATIMA.away()))).isFalse();
    assertThat(router.canAskSomeone(snapshot(Colleague.number(ASKER.value())))).isFalse();
    tried = Set.of(FATIMA.id());
    assertThat(router.canAskSomeone(snapshot(FATIMA))).isFalse();
    assertThat(router.canAskSomeone(snapshot(FATIMA, PIET))).isTrue();
  }

  @Test
  void refusesSettingsThatWouldNeverMoveAQuestion() {
    assertThat(new RoutingSettings(1, 1, 1, 0.1).silentMinutes()).isEqualTo(1);
    assertThatThrownBy(() -> new RoutingSettings(0, 10, 3, 1.0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RoutingSettings(30, 0, 3, 1.0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RoutingSettings(30, 10, 0, 1.0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RoutingSettings(30, 10, 3, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Route route(Colleague... colleagues) {
    return router.route(snapshot(colleagues));
  }

  private RoutingSnapshot snapshot(Colleague... colleagues) {
    return new RoutingSnapshot(
        ASKER,
        DESK,
        "nl",
        filedBy,
        Stream.of(colleagues).map(Colleague::candidate).toList(),
        tried,
        stuck,
        stuckUntil,
        othersKnown,
        at);
  }

  private static void assertOrder(Route route, Colleague... expected) {
    assertThat(route.stops().subList(0, route.stops().size() - 1))
        .extracting(Stop::powerUser)
        .containsExactly(Stream.of(expected).map(Colleague::id).toArray(PersonId[]::new));
    assertThat(route.stops().getLast().isHelpdesk()).isTrue();
  }

  private void assertNext(
      NextStep.Kind kind, String when, @Nullable PersonId to, Colleague... colleagues) {
    var snapshot = snapshot(colleagues);
    assertThat(router.next(snapshot, router.route(snapshot), calendar))
        .contains(new NextStep(kind, at(when), to));
  }

  private static Stream<String> words(Route route) {
    return route.first().reasons().stream().map(Reason::word);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CalendarSettings.AMSTERDAM).toInstant();
  }
}
