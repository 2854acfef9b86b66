package nl.steunpunt.support.availability;

import java.time.Clock;
import nl.steunpunt.network.Stated;
import nl.steunpunt.network.StatedPresence;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.web.LocalPath;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.availability.Saying.End;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One tap: busy, away or on a round, until when; and there again. */
@Controller
class SayingController {
  private final StatedPresence presence;
  private final AwayScreens screens;
  private final OrganisationCalendar calendar;
  private final Clock clock;

  SayingController(
      StatedPresence presence, AwayScreens screens, OrganisationCalendar calendar, Clock clock) {
    this.presence = presence;
    this.screens = screens;
    this.calendar = calendar;
    this.clock = clock;
  }

  @PostMapping("/availability/presence")
  ModelAndView say(
      Me me,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "/inbox") String to) {
    var said = Stated.Kind.of(kind).orElseThrow(() -> Refusal.of("presence.refused.state"));
    var end = End.of(until).orElseThrow(() -> Refusal.of("presence.refused.until"));
    var at =
        Saying.at(end, screens.of(me), calendar.current(), clock.instant())
            .orElseThrow(() -> Refusal.of("presence.refused.until"));
    presence.say(me.id(), new Stated(said, at));
    return Reply.to(LocalPath.of(to));
  }

  @PostMapping("/availability/presence/removal")
  ModelAndView thereAgain(Me me, @RequestParam(defaultValue = "/inbox") String to) {
    presence.unsay(me.id());
    return Reply.to(LocalPath.of(to));
  }
}
