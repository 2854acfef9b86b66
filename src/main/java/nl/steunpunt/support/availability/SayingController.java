package nl.steunpunt.support.availability;

import java.time.Clock;
import nl.steunpunt.network.Stated;
import nl.steunpunt.network.StatedPresence;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.web.LocalPath;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.availability.Saying.End;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    return Reply.to(LocalPath.of(to), "presence.done." + said.word());
  }

  /** My own, as it is now: said in another tab, or ended by itself. */
  @GetMapping("/availability/presence")
  ModelAndView mine(Me me, @RequestParam(defaultValue = "/inbox") String to) {
    var saying = Saying.of(screens.of(me), LocalPath.of(to), calendar.current(), clock.instant());
    return Reply.page("support/availability/presence", saying);
  }

  /** Of a power user, for a page that stands open. */
  @GetMapping("/availability/of/{person}")
  ModelAndView of(@PathVariable PersonId person) {
    return Reply.page("support/availability/seen", screens.seen(person).orElseThrow(NotFound::new));
  }

  /** Also where the calendar says otherwise. */
  @PostMapping("/availability/presence/removal")
  ModelAndView thereAgain(Me me, @RequestParam(defaultValue = "/inbox") String to) {
    presence.there(me.id(), clock.instant());
    return Reply.to(LocalPath.of(to), "presence.done.there");
  }
}
