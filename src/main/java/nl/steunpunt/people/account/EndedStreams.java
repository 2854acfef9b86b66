package nl.steunpunt.people.account;

import nl.steunpunt.people.PeopleLeft;
import nl.steunpunt.people.SignInsEnded;
import nl.steunpunt.platform.live.LiveHub;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who signed out, was signed out or has left: a screen that is still open must hear no more. */
@Component
class EndedStreams {

  private final LiveHub live;

  EndedStreams(LiveHub live) {
    this.live = live;
  }

  /** After the commit: a screen that opens its stream anew before it would be let in. */
  @TransactionalEventListener(fallbackExecution = true)
  void on(SignInsEnded ended) {
    live.close(ended.person().value());
  }

  @TransactionalEventListener
  void on(PeopleLeft left) {
    left.people().forEach(person -> live.close(person.value()));
  }
}
