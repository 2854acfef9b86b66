package nl.steunpunt.people.account;

import nl.steunpunt.people.PeopleLeft;
import nl.steunpunt.platform.live.LiveHub;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who has left is signed out; a screen that is still open must not go on hearing. */
@Component
class LeaverStreams {

  private final LiveHub live;

  LeaverStreams(LiveHub live) {
    this.live = live;
  }

  @TransactionalEventListener
  void on(PeopleLeft left) {
    left.people().forEach(person -> live.close(person.value()));
  }
}
