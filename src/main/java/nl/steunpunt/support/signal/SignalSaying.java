package nl.steunpunt.support.signal;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.steunpunt.network.About;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.SignalId;
import nl.steunpunt.support.routing.Need;
import nl.steunpunt.support.routing.Reason;
import nl.steunpunt.support.routing.Routing;
import nl.steunpunt.support.routing.Stop;
import nl.steunpunt.support.signal.Signal.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saying it: a signal comes from anyone, or is noted by the power user who heard it on the floor.
 */
@Service
public class SignalSaying {
  static final int MAX_LENGTH = 2_000;
  private static final Set<Reason.Kind> SERVING =
      EnumSet.of(Reason.Kind.PRIMARY, Reason.Kind.DEPUTY);

  private final Signals signals;
  private final Routing routing;
  private final SignalNews news;
  private final Clock clock;

  SignalSaying(Signals signals, Routing routing, SignalNews news, Clock clock) {
    this.signals = signals;
    this.routing = routing;
    this.news = news;
    this.clock = clock;
  }

  /**
   * @param named whether the power user may see who said it; the sender hears the end either way
   * @param sending the form it was typed in: sent again it is the same signal; null: none
   */
  @Transactional
  public SignalId say(Me me, About about, String text, boolean named, @Nullable UUID sending) {
    var system = about.system();
    var topic = about.topic();
    var need = new Need(me.id(), me.id(), system, topic, false, null, Set.of());
    var powerUser = serving(routing.route(need, clock.instant()).stop());
    var words = text(text);
    var saidAs = Sending.of(sending, words);
    var said =
        signals.add(
            me.id(),
            named,
            null,
            me.id(),
            powerUser,
            system,
            topic,
            words,
            null,
            clock.instant(),
            saidAs);
    said.ifPresent(id -> news.tell(id, me.id(), powerUser, State.SENT, me.id()));
    return said.orElseGet(() -> signals.saidAs(me.id(), saidAs));
  }

  /**
   * Only who serves the sender: where nobody does, the discontent is for the network lead to hear
   * and not for whoever happens to sit nearest.
   */
  private static @Nullable PersonId serving(Stop stop) {
    var serves = stop.reasons().stream().map(Reason::kind).anyMatch(SERVING::contains);
    return serves ? stop.powerUser() : null;
  }

  /** Noted on the floor: nobody's name, and heard already. */
  @Transactional
  public SignalId heard(Me powerUser, About about, String text, @Nullable UUID sending) {
    var words = text(text);
    return heard(powerUser.id(), about, words, null, clock.instant(), Sending.of(sending, words));
  }

  /** The same on a round, noted later perhaps than it was said. */
  @Transactional
  public SignalId heardAt(
      Me powerUser, About about, String text, long location, Instant at, UUID as) {
    return heard(powerUser.id(), about, text(text), location, at, as);
  }

  private SignalId heard(
      PersonId me,
      About about,
      String words,
      @Nullable Long location,
      Instant at,
      @Nullable UUID as) {
    return signals
        .add(null, false, me, me, me, about.system(), about.topic(), words, location, at, as)
        .orElseGet(() -> signals.saidAs(me, as));
  }

  /** Noted by mistake: it goes, unless something was done with it. */
  @Transactional
  public void notHeard(Me powerUser, SignalId id) {
    signals.removeUntouched(powerUser.id(), id);
  }

  static String text(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      throw Refusal.of("signal.refused.empty");
    }
    if (text.length() > MAX_LENGTH) {
      throw Refusal.of("signal.refused.too_long", MAX_LENGTH);
    }
    return text;
  }
}
