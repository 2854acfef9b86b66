package nl.steunpunt.support.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** What holds for every question, whoever asks and whoever is there. */
class RouterProperties {

  private static final RoutingSettings SETTINGS = RoutingSettings.USUAL;
  private static final WorkingCalendar CALENDAR = new WorkingCalendar(CalendarSettings.USUAL);
  private static final Place DESK = new Place("Finance", "Utrecht/B/3/B3.14");
  private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");

  private final Router router = new Router(SETTINGS);

  @Property
  void neverNowhereAndTheHelpdeskLast(@ForAll("snapshots") RoutingSnapshot snapshot) {
    var stops = router.route(snapshot).stops();
    assertThat(stops).filteredOn(Stop::isHelpdesk).hasSize(1);
    assertThat(stops.getLast().isHelpdesk()).isTrue();
  }

  @Property
  void neverToTheAskerNorToSomeoneAbsentOrTried(@ForAll("snapshots") RoutingSnapshot snapshot) {
    for (var candidate : asked(snapshot)) {
      assertThat(candidate.person()).isNotEqualTo(snapshot.asker());
      assertThat(candidate.absent()).isFalse();
      assertThat(snapshot.tried()).doesNotContain(candidate.person());
    }
  }

  @Property
  void inOnePlaceAtATime(@ForAll("snapshots") RoutingSnapshot snapshot) {
    assertThat(router.route(snapshot).stops()).extracting(Stop::powerUser).doesNotHaveDuplicates();
  }

  @Property
  void neverTheHelpdeskFirstWhileSomeoneMayBeAsked(@ForAll("snapshots") RoutingSnapshot snapshot) {
    boolean someone =
        snapshot.tried().size() < SETTINGS.mostPowerUsers() && !askable(snapshot).isEmpty();
    assertThat(router.route(snapshot).first().isHelpdesk()).isEqualTo(!someone);
  }

  @Property
  void noMorePowerUsersThanTheOrganisationAllows(@ForAll("snapshots") RoutingSnapshot snapshot) {
    assertThat(asked(snapshot).size())
        .isEqualTo(
            Math.min(
                askable(snapshot).size(),
                Math.max(0, SETTINGS.mostPowerUsers() - snapshot.tried().size())));
  }

  @Property
  void whoIsFullComesAfterAllWhoAreNot(@ForAll("snapshots") RoutingSnapshot snapshot) {
    var chosen = asked(snapshot);
    assertThat(chosen.stream().map(RouterProperties::full)).isSorted();
    if (chosen.stream().anyMatch(RouterProperties::full)) {
      assertThat(askable(snapshot).stream().filter(candidate -> !full(candidate)))
          .allMatch(chosen::contains);
    }
  }

  @Property
  void thePrimaryWithRoomAndHoursIsFirstUnlessSomeoneElseWasAskedInPerson(
      @ForAll("snapshots") RoutingSnapshot snapshot) {
    var withRoom = askable(snapshot).stream().filter(candidate -> !full(candidate)).toList();
    boolean inPerson =
        withRoom.stream().anyMatch(candidate -> candidate.person().equals(snapshot.filedBy()));
    withRoom.stream()
        .filter(candidate -> Integer.valueOf(0).equals(candidate.rank()) && !candidate.spared())
        .filter(primary -> !inPerson && snapshot.tried().size() < SETTINGS.mostPowerUsers())
        .forEach(primary ->
            assertThat(router.route(snapshot).first().powerUser()).isEqualTo(primary.person()));
  }

  @Property
  void nobodyIsPassedByWhoComesLater(@ForAll("snapshots") RoutingSnapshot snapshot) {
    var chosen = asked(snapshot);
    for (int i = 1; i < chosen.size(); i++) {
      assertNoneIsBetter(chosen.get(i), chosen.get(i - 1), snapshot);
    }
    for (var passed : askable(snapshot)) {
      if (!chosen.contains(passed) && !chosen.isEmpty()) {
        assertNoneIsBetter(passed, chosen.getLast(), snapshot);
      }
    }
  }

  /** Of two alike up to a point, the better at that point is never the later one. */
  private static void assertNoneIsBetter(
      Candidate later, Candidate earlier, RoutingSnapshot snapshot) {
    var marks =
        List.<Map.Entry<Double, Double>>of(
            Map.entry(flag(full(earlier)), flag(full(later))),
            Map.entry(
                flag(!earlier.person().equals(snapshot.filedBy())),
                flag(!later.person().equals(snapshot.filedBy()))),
            Map.entry(flag(earlier.rank() == null), flag(later.rank() == null)),
            Map.entry(flag(earlier.spared()), flag(later.spared())),
            Map.entry(rank(earlier), rank(later)),
            Map.entry(distance(earlier, snapshot), distance(later, snapshot)),
            Map.entry(flag(!earlier.knowsTopic()), flag(!later.knowsTopic())),
            Map.entry(flag(!earlier.present()), flag(!later.present())),
            Map.entry(
                (double) earlier.open() / earlier.sharePercent(),
                (double) later.open() / later.sharePercent()));
    for (var mark : marks) {
      assertThat(mark.getKey()).isLessThanOrEqualTo(mark.getValue());
      if (mark.getKey() < mark.getValue()) {
        return;
      }
    }
  }

  /** Spent hours slow it down within the constituency; they send nobody's question further away. */
  @Property
  void spentHoursMoveAQuestionToADeputyAndNoFurther(@ForAll("snapshots") RoutingSnapshot snapshot) {
    var chosen = asked(snapshot);
    var room = askable(snapshot).stream().filter(candidate -> !full(candidate)).toList();
    for (var one : chosen) {
      if (one.rank() == null && !full(one) && !one.person().equals(snapshot.filedBy())) {
        assertThat(room.stream().filter(candidate -> candidate.rank() != null))
            .allMatch(own -> chosen.indexOf(own) >= 0 && chosen.indexOf(own) < chosen.indexOf(one));
      }
    }
    var others = snapshot.candidates().stream().map(candidate -> unspared(candidate)).toList();
    assertThat(router.needsOthers(snapshot)).isEqualTo(router.needsOthers(with(snapshot, others)));
  }

  private static Candidate unspared(Candidate it) {
    return new Candidate(
        it.person(),
        it.rank(),
        it.sharePercent(),
        it.open(),
        it.place(),
        it.language(),
        it.knowsTopic(),
        it.present(),
        it.absent(),
        it.saysFull(),
        false);
  }

  @Property
  void theOrderInWhichColleaguesAreFoundDoesNotMatter(
      @ForAll("snapshots") RoutingSnapshot snapshot, @ForAll Random random) {
    var shuffled = new ArrayList<>(snapshot.candidates());
    Collections.shuffle(shuffled, random);
    assertThat(router.route(with(snapshot, shuffled))).isEqualTo(router.route(snapshot));
  }

  @Property
  void everyPowerUserStopExplainsItselfWithoutContradiction(
      @ForAll("snapshots") RoutingSnapshot snapshot) {
    for (var stop : router.route(snapshot).stops()) {
      var kinds = stop.reasons().stream().map(Reason::kind).toList();
      assertThat(kinds).doesNotHaveDuplicates();
      assertThat(kinds.containsAll(Set.of(Reason.Kind.LIGHT_LOAD, Reason.Kind.ALL_FULL))).isFalse();
      if (kinds.contains(Reason.Kind.PRIMARY)) {
        assertThat(kinds)
            .doesNotContain(
                Reason.Kind.PRIMARY_ABSENT,
                Reason.Kind.PRIMARY_TRIED,
                Reason.Kind.PRIMARY_FULL,
                Reason.Kind.PRIMARY_SPARED);
      }
      stop.reasons().forEach(reason -> assertThat(Reason.parse(reason.word())).isEqualTo(reason));
    }
  }

  /** A morning of questions from one desk, none answered yet. */
  @Property
  void loadIsSpreadWithinTheShares(
      @ForAll("shares") List<Integer> shares, @ForAll @IntRange(min = 1, max = 80) int questions) {
    var open = new HashMap<Long, Integer>();
    for (int question = 0; question < questions; question++) {
      var candidates =
          IntStream.range(0, shares.size())
              .mapToObj(n ->
                  Colleague.number(n + 1)
                      .share(shares.get(n))
                      .holding(open.getOrDefault(n + 1L, 0))
                      .candidate())
              .toList();
      var to = router.route(snapshot(candidates)).first().powerUser();
      if (to == null) {
        throw new AssertionError("nowhere to go");
      }
      if (candidates.stream().anyMatch(candidate -> !full(candidate))) {
        assertThat(candidates)
            .filteredOn(candidate -> candidate.person().equals(to))
            .noneMatch(RouterProperties::full);
      }
      open.merge(to.value(), 1, Integer::sum);
    }
    for (int n = 0; n < shares.size(); n++) {
      for (int m = 0; m < shares.size(); m++) {
        double mine = open.getOrDefault(n + 1L, 0) - 1.0;
        double theirs = open.getOrDefault(m + 1L, 0);
        if (mine < shares.get(n) - 1 && theirs < shares.get(m)) {
          // My last one came when my load was not above theirs is now.
          assertThat(mine / shares.get(n)).isLessThanOrEqualTo(theirs / shares.get(m) + 1e-9);
        }
      }
    }
  }

  /**
   * Nobody ever reacts: step by step it reaches the helpdesk, and each step is as was announced.
   */
  @Property
  void aSilentNetworkEndsAtTheHelpdeskAsAnnounced(@ForAll("urgent") RoutingSnapshot start) {
    var snapshot = start;
    var asked = new HashSet<PersonId>();
    var route = router.route(snapshot);
    while (!route.first().isHelpdesk()) {
      assertThat(asked.add(route.first().powerUser())).isTrue();
      var next = router.next(snapshot, route, CALENDAR).orElseThrow();
      assertThat(CALENDAR.isWorking(next.at())).isTrue();
      assertThat(next.at()).isAfter(snapshot.at());
      assertThat(CALENDAR.workingMinutesBetween(snapshot.at(), next.at()))
          .isBetween(1L, snapshot.stuck() ? 10L : 30L);
      snapshot = later(snapshot, route.first().powerUser(), next.at());
      if (next.kind() == NextStep.Kind.HELPDESK) {
        break;
      }
      route = router.route(snapshot);
      assertThat(route.first().powerUser()).isEqualTo(next.to());
    }
    assertThat(asked.size() + start.tried().size())
        .isLessThanOrEqualTo(Math.max(start.tried().size(), SETTINGS.mostPowerUsers()));
    assertTimeIsLeft(start, asked.size(), snapshot.at());
  }

  private static void assertTimeIsLeft(RoutingSnapshot start, int asked, Instant atHelpdesk) {
    if (start.stuckUntil() == null || asked == 0) {
      return;
    }
    long time = CALENDAR.workingMinutesBetween(start.at(), start.stuckUntil());
    long turns = SETTINGS.mostPowerUsers() - start.tried().size() + 1L;
    if (time >= turns) {
      assertThat(CALENDAR.workingMinutesBetween(atHelpdesk, start.stuckUntil()))
          .isGreaterThanOrEqualTo(time / turns);
    } else {
      assertThat(CALENDAR.workingMinutesBetween(start.at(), atHelpdesk)).isEqualTo(1);
    }
  }

  @Property
  void withoutADeadlineEachHasTheWholeTime(@ForAll("snapshots") RoutingSnapshot snapshot) {
    router
        .next(snapshot, router.route(snapshot), CALENDAR)
        .ifPresent(next ->
            assertThat(CALENDAR.workingMinutesBetween(snapshot.at(), next.at()))
                .isEqualTo(snapshot.stuck() ? 10 : 30));
  }

  private List<Candidate> asked(RoutingSnapshot snapshot) {
    return router.route(snapshot).stops().stream()
        .filter(stop -> !stop.isHelpdesk())
        .map(stop ->
            snapshot.candidates().stream()
                .filter(candidate -> candidate.person().equals(stop.powerUser()))
                .findFirst()
                .orElseThrow())
        .toList();
  }

  private static List<Candidate> askable(RoutingSnapshot snapshot) {
    return snapshot.candidates().stream()
        .filter(candidate -> !candidate.absent())
        .filter(candidate -> !candidate.person().equals(snapshot.asker()))
        .filter(candidate -> !snapshot.tried().contains(candidate.person()))
        .toList();
  }

  private static boolean full(Candidate candidate) {
    return candidate.saysFull() || candidate.open() >= candidate.sharePercent();
  }

  private static double flag(boolean worse) {
    return worse ? 1 : 0;
  }

  private static double rank(Candidate candidate) {
    var rank = candidate.rank();
    return rank == null ? 1_000 : rank;
  }

  private static double distance(Candidate candidate, RoutingSnapshot snapshot) {
    return candidate.place().to(snapshot.place()).ordinal();
  }

  @Provide
  Arbitrary<List<Integer>> shares() {
    return Arbitraries.integers().between(1, 25).list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<RoutingSnapshot> snapshots() {
    return snapshots(Arbitraries.just(0).injectNull(1));
  }

  @Provide
  Arbitrary<RoutingSnapshot> urgent() {
    return snapshots(Arbitraries.integers().between(0, 300).injectNull(0.2));
  }

  private static Arbitrary<RoutingSnapshot> snapshots(Arbitrary<@Nullable Integer> minutesLeft) {
    var people = Arbitraries.longs().between(1, 12);
    return Combinators.combine(
            candidates(),
            people,
            people.injectNull(0.7),
            people.set().ofMaxSize(3),
            Arbitraries.of(true, false),
            minutesLeft,
            Arbitraries.longs().between(0, 7 * 24 * 60))
        .as((candidates, asker, filer, tried, stuck, minutes, at) -> {
          var now = MONDAY.plus(Duration.ofMinutes(at));
          return new RoutingSnapshot(
              new PersonId(asker),
              DESK,
              "nl",
              new PersonId(filer == null ? asker : filer),
              candidates,
              ids(tried),
              stuck || minutes != null,
              minutes == null ? null : now.plus(Duration.ofMinutes(minutes)),
              true,
              now);
        })
        .withoutEdgeCases();
  }

  /** At most one person per number, and one person per rank. */
  private static Arbitrary<List<Candidate>> candidates() {
    return colleague()
        .list()
        .uniqueElements(Colleague::number)
        .ofMaxSize(9)
        .map(colleagues -> {
          var ranks = new TreeSet<Integer>();
          return colleagues.stream()
              .map(one -> one.rank() == null || ranks.add(one.rank()) ? one : unranked(one))
              .map(Colleague::candidate)
              .toList();
        });
  }

  private static Colleague unranked(Colleague one) {
    return new Colleague(
        one.number(),
        null,
        one.share(),
        one.open(),
        one.place(),
        one.language(),
        one.knowsTopic(),
        one.present(),
        one.absent(),
        one.saysFull(),
        one.spared());
  }

  private static Arbitrary<Colleague> colleague() {
    var states = Arbitraries.of("knows", "here", "away", "full", "spent").set();
    var places =
        Arbitraries.of(
            DESK,
            new Place("Logistics", "Utrecht/B/3/B3.02"),
            new Place("Logistics", "Utrecht/B/1"),
            new Place("Logistics", "Utrecht/A/3"),
            new Place("Logistics", "Groningen/B/3"),
            new Place("Logistics", null));
    return Combinators.combine(
            Arbitraries.longs().between(1, 12),
            Arbitraries.integers().between(0, 5).injectNull(0.6),
            Arbitraries.integers().between(1, 20),
            Arbitraries.integers().between(0, 20),
            places,
            Arbitraries.of("nl", "en"),
            states)
        .as((number, rank, share, open, place, language, state) ->
            new Colleague(
                number,
                rank,
                share,
                open,
                place,
                language,
                state.contains("knows"),
                state.contains("here"),
                state.contains("away"),
                state.contains("full") && state.size() > 1,
                state.contains("spent")));
  }

  private static Set<PersonId> ids(Set<Long> numbers) {
    var ids = new HashSet<PersonId>();
    numbers.forEach(number -> ids.add(new PersonId(number)));
    return ids;
  }

  private static RoutingSnapshot snapshot(List<Candidate> candidates) {
    var asker = new PersonId(99);
    return new RoutingSnapshot(
        asker, DESK, "nl", asker, candidates, Set.of(), false, null, true, MONDAY);
  }

  private static RoutingSnapshot with(RoutingSnapshot of, List<Candidate> candidates) {
    return new RoutingSnapshot(
        of.asker(),
        of.place(),
        of.language(),
        of.filedBy(),
        candidates,
        of.tried(),
        of.stuck(),
        of.stuckUntil(),
        of.othersKnown(),
        of.at());
  }

  private static RoutingSnapshot later(RoutingSnapshot of, @Nullable PersonId silent, Instant at) {
    var tried = new HashSet<>(of.tried());
    if (silent != null) {
      tried.add(silent);
    }
    return new RoutingSnapshot(
        of.asker(),
        of.place(),
        of.language(),
        of.filedBy(),
        of.candidates(),
        tried,
        of.stuck(),
        of.stuckUntil(),
        of.othersKnown(),
        at);
  }
}
