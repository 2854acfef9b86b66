package nl.steunpunt.support.signal;

import java.util.HashSet;
import nl.steunpunt.notify.Notices;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.support.SignalId;
import nl.steunpunt.support.signal.Signal.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells sender and hearer what happened to a signal: their screens at once, and the sender by mail
 * when it has ended and they have not looked.
 */
@Component
class SignalNews {
  private final Signals signals;
  private final LiveEvents live;
  private final Notices notices;

  SignalNews(Signals signals, LiveEvents live, Notices notices) {
    this.signals = signals;
    this.live = live;
    this.notices = notices;
  }

  /**
   * @param powerUser null: nobody serves the sender, so the network leads hear it
   * @param by who did it, and so need not be told by mail
   */
  void tell(
      SignalId id,
      @Nullable PersonId sender,
      @Nullable PersonId powerUser,
      State state,
      PersonId by) {
    var screens = new HashSet<PersonId>();
    if (powerUser == null) {
      screens.addAll(signals.leads());
    } else {
      screens.add(powerUser);
    }
    if (sender != null) {
      screens.add(sender);
      if (!state.isOpen() && !sender.equals(by)) {
        notices.owe(sender, SignalLetter.conversation(id), Occasion.MY_SIGNAL);
      }
    }
    live.tell(screens, "signal", id.value(), state.word());
  }
}
