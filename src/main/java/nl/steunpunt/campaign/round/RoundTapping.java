package nl.steunpunt.campaign.round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import nl.steunpunt.issues.IssueDoor;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.network.About;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.network.Stated;
import nl.steunpunt.network.StatedPresence;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.FloorNotes;
import nl.steunpunt.support.SignalId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One tap of a round, with what it brings elsewhere; in the transaction of {@link RoundWalking}.
 */
@Component
class RoundTapping {
  /** For so long a round shows as presence, unless it is ended before. */
  static final Duration SHOWN = Duration.ofHours(1);

  private final Rounds rounds;
  private final FloorNotes floor;
  private final IssueDoor issues;
  private final AboutReading abouts;
  private final StatedPresence presence;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  RoundTapping(
      Rounds rounds,
      FloorNotes floor,
      IssueDoor issues,
      AboutReading abouts,
      StatedPresence presence,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.rounds = rounds;
    this.floor = floor;
    this.issues = issues;
    this.abouts = abouts;
    this.presence = presence;
    this.facts = facts;
    this.clock = clock;
  }

  /** Once; who begins a round is on it for colleagues too. */
  void begin(Me me, Walk walk) {
    if (rounds.locked(me.id(), walk.id()).isPresent()) {
      return;
    }
    var now = clock.instant();
    var startedAt = bounded(walk.startedAt(), now);
    if (walk.places().isEmpty() || walk.places().size() > Walk.MOST_PLACES) {
      throw Refusal.of("round.refused.places", Walk.MOST_PLACES);
    }
    var added = rounds.add(me.id(), new Walk(walk.id(), startedAt, walk.places()));
    if (added.isEmpty()) {
      return;
    }
    if (rounds.addZones(me.id(), added.get(), walk.places()) == 0) {
      throw Refusal.of("round.refused.place");
    }
    show(me, startedAt);
  }

  private void show(Me me, Instant startedAt) {
    var end = startedAt.plus(SHOWN);
    if (end.isAfter(clock.instant())) {
      presence.say(me.id(), new Stated(Stated.Kind.ROUND, end));
    }
  }

  /** On a round as long as its end was not tapped, or was taken back, in whatever order. */
  private void follow(Me me, long round, Rounds.Sum sum) {
    if (!rounds.isLatest(me.id(), round)) {
      return;
    }
    if (sum.endedAt() == null) {
      show(me, sum.startedAt());
    } else {
      presence.unsay(me.id(), Stated.Kind.ROUND);
    }
  }

  void tap(Me me, Walk walk, Tap tap) {
    var round = rounds.locked(me.id(), walk.id()).orElseThrow(NotFound::new);
    var at = bounded(tap.at(), clock.instant());
    if (tap.kind() == Tap.Kind.UNDO) {
      undo(me, tap, at);
      return;
    }
    if (tap.kind().isSomewhere()
        && (tap.place() == null || !rounds.leadsAlong(round, tap.place()))) {
      throw Refusal.of("round.refused.place");
    }
    var added = rounds.add(me.id(), round, tap, at);
    if (added.isEmpty()) {
      return;
    }
    bring(me, added.get(), tap, at);
    if (rounds.isUndone(me.id(), tap.id())) {
      // Taken back before it arrived: what it brought goes again, as if it had come first.
      rounds.nowUndone(me.id(), tap.id()).ifPresent(kept -> takeBack(me, kept));
    }
    var sum = settle(me, round);
    if (tap.kind() == Tap.Kind.ENDED) {
      follow(me, round, sum);
    }
  }

  private void undo(Me me, Tap undo, Instant at) {
    if (undo.undoes() == null) {
      throw Refusal.of("round.refused.gone");
    }
    rounds.undo(me.id(), undo.undoes(), at);
    rounds
        .nowUndone(me.id(), undo.undoes())
        .ifPresent(tap -> {
          takeBack(me, tap);
          var sum = settle(me, tap.roundId());
          if (tap.kind() == Tap.Kind.ENDED) {
            follow(me, tap.roundId(), sum);
          }
        });
  }

  private void bring(Me me, long id, Tap tap, Instant at) {
    switch (tap.kind()) {
      case HELPED -> {
        var minutes = Objects.requireNonNullElse(tap.minutes(), 0);
        var moment = floor.helped(me, about(me, tap), minutes, place(tap), at, tap.id());
        rounds.brought(id, moment, null, false);
      }
      case HEARD -> {
        var signal = floor.heard(me, about(me, tap), tap.text(), place(tap), at, tap.id());
        rounds.brought(id, null, signal.value(), false);
      }
      case ME_TOO -> {
        check(me, tap);
        var joined =
            issues.hit(Objects.requireNonNull(tap.issue()), Objects.requireNonNull(tap.person()));
        rounds.brought(id, null, null, joined);
      }
      case TALKED, WALKED, ENDED, UNDO -> {}
    }
  }

  /** Somebody whom I help is hit: of others I know nothing. */
  private void check(Me me, Tap tap) {
    if (tap.kind() == Tap.Kind.ME_TOO
        && (tap.issue() == null || tap.person() == null || !rounds.serves(me.id(), tap.person()))) {
      throw Refusal.of("round.refused.whom");
    }
  }

  private void takeBack(Me me, Rounds.Kept tap) {
    if (tap.helpMomentId() != null) {
      floor.notHelped(me, tap.helpMomentId());
    }
    if (tap.signalId() != null) {
      floor.notHeard(me, new SignalId(tap.signalId()));
    }
    if (tap.issueId() != null
        && tap.whomId() != null
        && rounds.nobodySaysSoAnyMore(me.id(), tap.issueId(), tap.whomId())) {
      issues.notHit(new IssueId(tap.issueId()), new PersonId(tap.whomId()));
    }
  }

  /** Last, since it locks the week. */
  private Rounds.Sum settle(Me me, long round) {
    var sum = rounds.sum(round);
    if (sum.standing() == 0) {
      facts.publishEvent(new RoundTakenBack(me.id(), round));
      return sum;
    }
    rounds
        .system(me.id())
        .ifPresent(system ->
            facts.publishEvent(
                new RoundWalked(me.id(), system, round, sum.minutes(), sum.startedAt())));
    return sum;
  }

  private About about(Me me, Tap tap) {
    var system = tap.system() == null ? rounds.system(me.id()).orElse(null) : tap.system();
    return about(system, tap);
  }

  private About about(@Nullable SystemId system, Tap tap) {
    if (system == null) {
      throw Refusal.of("round.refused.gone");
    }
    return abouts.of(system, tap.topic());
  }

  private static long place(Tap tap) {
    return Objects.requireNonNull(tap.place());
  }

  /** A phone whose clock runs a little ahead noted it now. */
  private static Instant bounded(Instant at, Instant now) {
    if (at.isAfter(now.plus(Tap.AHEAD))) {
      throw Refusal.of("round.refused.future");
    }
    if (at.isBefore(now.minus(Tap.OLDEST))) {
      throw Refusal.of("round.refused.old", Tap.OLDEST.toDays());
    }
    return at.isAfter(now) ? now : at;
  }
}
