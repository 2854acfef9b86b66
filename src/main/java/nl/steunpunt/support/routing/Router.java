package nl.steunpunt.support.routing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.time.WorkingCalendar;
import nl.steunpunt.support.routing.Reason.Kind;

/**
 * Decides who gets a question, from a snapshot alone.
 *
 * <p>In order: who filed it for a colleague, being a power user who was asked in person; the
 * primary power user; the deputies; then others by how near they sit, whether they know the topic,
 * whether they are there, and their load against their share. Whose hours of this week are spent
 * comes after the others of the constituency, and beyond it after all others; who is full comes
 * after all who are not, the helpdesk after all. The asker, who is absent and who was tried are
 * never asked.
 */
public final class Router {

  private final RoutingSettings settings;

  public Router(RoutingSettings settings) {
    this.settings = settings;
  }

  public Route route(RoutingSnapshot snapshot) {
    var stops = new ArrayList<Stop>();
    var whyNotPrimary = whyNotPrimary(snapshot);
    snapshot.candidates().stream()
        .filter(candidate -> mayBeAsked(candidate, snapshot))
        .sorted(order(snapshot))
        .limit(triesLeft(snapshot))
        .map(candidate -> new Stop(candidate.person(), reasons(candidate, whyNotPrimary, snapshot)))
        .forEach(stops::add);
    stops.add(new Stop(null, List.of(Reason.of(whyHelpdesk(snapshot)))));
    return new Route(stops);
  }

  /**
   * Everyone but the asker: who can be asked as {@link #route} would, then who was tried, then who
   * is absent.
   */
  List<Ranked> ranked(RoutingSnapshot snapshot) {
    var whyNotPrimary = whyNotPrimary(snapshot);
    return snapshot.candidates().stream()
        .filter(candidate -> !candidate.person().equals(snapshot.asker()))
        .sorted(
            comparing(Candidate::absent)
                .thenComparing(candidate -> snapshot.tried().contains(candidate.person()))
                .thenComparing(order(snapshot)))
        .map(candidate ->
            new Ranked(
                candidate.person(),
                reasons(candidate, whyNotPrimary, snapshot),
                candidate.present(),
                isFull(candidate),
                snapshot.tried().contains(candidate.person()),
                candidate.absent()))
        .toList();
  }

  /**
   * When the holder has been silent too long, and who then; empty once the helpdesk has it. With a
   * deadline the time until then is divided among all who may still be asked and the helpdesk; when
   * not even a minute each is left, the helpdesk is next.
   */
  public Optional<NextStep> next(RoutingSnapshot snapshot, Route route, WorkingCalendar calendar) {
    if (route.first().isHelpdesk()) {
      return Optional.empty();
    }
    long patience = patience(snapshot, calendar);
    var at = calendar.plusWorkingMinutes(snapshot.at(), Math.max(1, patience));
    var then = route.second();
    if (patience >= 1 && !then.isHelpdesk()) {
      return Optional.of(new NextStep(NextStep.Kind.NEXT_POWER_USER, at, then.powerUser()));
    }
    if (patience >= 1 && !snapshot.othersKnown() && triesLeft(snapshot) > 1) {
      return Optional.of(new NextStep(NextStep.Kind.NEXT_POWER_USER, at, null));
    }
    return Optional.of(new NextStep(NextStep.Kind.HELPDESK, at, null));
  }

  /** Does the asker's own constituency, or who filed for them, have room? Else look further. */
  boolean needsOthers(RoutingSnapshot snapshot) {
    return triesLeft(snapshot) > 0
        && snapshot.candidates().stream()
            .noneMatch(candidate -> mayBeAsked(candidate, snapshot) && !isFull(candidate));
  }

  /**
   * Are there as many with room and hours left as may still be tried? Then nobody who sits farther
   * away can change where the question goes.
   */
  boolean isDecidedBy(RoutingSnapshot near) {
    return near.candidates().stream()
            .filter(candidate -> mayBeAsked(candidate, near))
            .filter(candidate -> !isFull(candidate) && !candidate.spared())
            .count()
        >= triesLeft(near);
  }

  boolean canAskSomeone(RoutingSnapshot snapshot) {
    return snapshot.candidates().stream().anyMatch(candidate -> mayBeAsked(candidate, snapshot));
  }

  boolean isFull(Candidate candidate) {
    return candidate.saysFull()
        || candidate.open() >= settings.openPerPercent() * candidate.sharePercent();
  }

  private static boolean mayBeAsked(Candidate candidate, RoutingSnapshot snapshot) {
    return !candidate.absent()
        && !candidate.person().equals(snapshot.asker())
        && !snapshot.tried().contains(candidate.person());
  }

  private int triesLeft(RoutingSnapshot snapshot) {
    return Math.max(0, settings.mostPowerUsers() - snapshot.tried().size());
  }

  private Comparator<Candidate> order(RoutingSnapshot snapshot) {
    return comparing(this::isFull)
        .thenComparing(candidate -> !wasAskedInPerson(candidate, snapshot))
        .thenComparing(candidate -> candidate.rank() == null)
        .thenComparing(Candidate::spared)
        .thenComparingInt(
            candidate -> candidate.rank() == null ? Integer.MAX_VALUE : candidate.rank())
        .thenComparing(candidate -> candidate.place().to(snapshot.place()))
        .thenComparing(candidate -> !candidate.knowsTopic())
        .thenComparing(candidate -> !candidate.present())
        .thenComparing(comparingDouble(Router::load))
        .thenComparing(candidate -> !candidate.language().equals(snapshot.language()))
        .thenComparing(candidate -> candidate.person().value());
  }

  private static double load(Candidate candidate) {
    return (double) candidate.open() / candidate.sharePercent();
  }

  private static boolean wasAskedInPerson(Candidate candidate, RoutingSnapshot snapshot) {
    return candidate.person().equals(snapshot.filedBy());
  }

  private long patience(RoutingSnapshot snapshot, WorkingCalendar calendar) {
    long usual = snapshot.stuck() ? settings.silentMinutesStuck() : settings.silentMinutes();
    var deadline = snapshot.stuckUntil();
    if (deadline == null) {
      return usual;
    }
    long left = Math.max(0, calendar.workingMinutesBetween(snapshot.at(), deadline));
    return Math.min(usual, left / (triesLeft(snapshot) + 1));
  }

  /**
   * @param whyNotPrimary of all candidates the same; looked for among thousands of them once
   */
  private List<Reason> reasons(
      Candidate candidate, Optional<Kind> whyNotPrimary, RoutingSnapshot snapshot) {
    var reasons = new ArrayList<Reason>();
    if (wasAskedInPerson(candidate, snapshot)) {
      reasons.add(Reason.of(Kind.ASKED_IN_PERSON));
    }
    var rank = candidate.rank();
    if (rank != null) {
      reasons.add(rank == 0 ? Reason.of(Kind.PRIMARY) : Reason.deputy(rank));
    }
    whyNotPrimary
        .filter(why -> rank == null || rank > 0)
        .ifPresent(why -> reasons.add(Reason.of(why)));
    nearness(candidate.place().to(snapshot.place()))
        .ifPresent(near -> reasons.add(Reason.of(near)));
    if (candidate.knowsTopic()) {
      reasons.add(Reason.of(Kind.KNOWS_TOPIC));
    }
    if (candidate.present()) {
      reasons.add(Reason.of(Kind.PRESENT));
    }
    if (isFull(candidate)) {
      reasons.add(Reason.of(Kind.ALL_FULL));
    } else if (load(candidate) * 4 < settings.openPerPercent()) {
      reasons.add(Reason.of(Kind.LIGHT_LOAD));
    }
    return List.copyOf(reasons);
  }

  private Optional<Kind> whyNotPrimary(RoutingSnapshot snapshot) {
    return snapshot.candidates().stream()
        .filter(candidate -> Integer.valueOf(0).equals(candidate.rank()))
        .findFirst()
        .flatMap(primary -> whyNot(primary, snapshot));
  }

  private Optional<Kind> whyNot(Candidate primary, RoutingSnapshot snapshot) {
    if (snapshot.tried().contains(primary.person())) {
      return Optional.of(Kind.PRIMARY_TRIED);
    }
    if (primary.absent()) {
      return Optional.of(Kind.PRIMARY_ABSENT);
    }
    if (isFull(primary)) {
      return Optional.of(Kind.PRIMARY_FULL);
    }
    return primary.spared() ? Optional.of(Kind.PRIMARY_SPARED) : Optional.empty();
  }

  private static Optional<Kind> nearness(Nearness nearness) {
    return switch (nearness) {
      case SAME_DEPARTMENT -> Optional.of(Kind.SAME_DEPARTMENT);
      case SAME_FLOOR -> Optional.of(Kind.SAME_FLOOR);
      case SAME_BUILDING -> Optional.of(Kind.SAME_BUILDING);
      case SAME_SITE -> Optional.of(Kind.SAME_SITE);
      case ELSEWHERE -> Optional.empty();
    };
  }

  private static Kind whyHelpdesk(RoutingSnapshot snapshot) {
    return snapshot.tried().isEmpty() ? Kind.NOBODY_AVAILABLE : Kind.ENOUGH_TRIED;
  }
}
