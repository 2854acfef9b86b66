package nl.steunpunt.network;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What is in front of me, so that nobody mails me what I am looking at. */
@Controller
class PresenceController {
  private static final int MAX_LENGTH = 40;

  private final Presence presence;
  private final Clock clock;

  PresenceController(Presence presence, Clock clock) {
    this.presence = presence;
    this.clock = clock;
  }

  @PostMapping("/presence")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void look(Me me, @RequestParam(defaultValue = "") String at) {
    if (at.length() > MAX_LENGTH) {
      throw Refusal.of("presence.refused");
    }
    presence.seen(List.of(new Presence.Seen(me.id(), at.isEmpty() ? null : at)), clock.instant());
  }
}
