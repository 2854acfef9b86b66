package nl.steunpunt.support.signal;

import java.util.UUID;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.SignalId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class SignalController {
  /**
   * @param mayNote a power user, who hears things on the floor
   */
  public record HearingPage(SignalScreens.Hearing hearing, boolean mayNote) {}

  private final AboutReading abouts;
  private final SignalSaying saying;
  private final SignalHearing hearing;
  private final SignalScreens screens;

  SignalController(
      AboutReading abouts, SignalSaying saying, SignalHearing hearing, SignalScreens screens) {
    this.abouts = abouts;
    this.saying = saying;
    this.hearing = hearing;
    this.screens = screens;
  }

  @GetMapping("/signals")
  ModelAndView list(Me me) {
    return Reply.page(
        "support/signal/hearing", new HearingPage(screens.hearing(me), me.is(Role.POWER_USER)));
  }

  /** What became of mine, for the start page. */
  @GetMapping("/signals/mine")
  ModelAndView mine(Me me) {
    return Reply.page("support/signal/mine", screens.mine(me));
  }

  @PostMapping("/signals")
  ModelAndView say(
      Me me,
      @RequestParam SystemId system,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "false") boolean named,
      @RequestParam(required = false) @Nullable UUID sending) {
    saying.say(me, abouts.of(system, topic), text, named, sending);
    return Reply.to("/", "signal.done.said");
  }

  @PostMapping("/signals/heard")
  ModelAndView note(
      Me me,
      @RequestParam SystemId system,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable UUID sending) {
    saying.heard(me, abouts.of(system, topic), text, sending);
    return Reply.to("/signals", "signal.done.noted");
  }

  @PostMapping("/signals/{id}/hearing")
  ModelAndView hear(Me me, @PathVariable SignalId id) {
    hearing.hear(me, id);
    return Reply.to("/signals");
  }

  @PostMapping("/signals/{id}/reply")
  ModelAndView answer(
      Me me, @PathVariable SignalId id, @RequestParam(defaultValue = "") String text) {
    hearing.answer(me, id, text);
    return Reply.to("/signals", "signal.done.answered");
  }

  @PostMapping("/signals/{id}/leaving")
  ModelAndView leave(
      Me me, @PathVariable SignalId id, @RequestParam(defaultValue = "") String text) {
    hearing.leave(me, id, text);
    return Reply.to("/signals", "signal.done.left");
  }

  @PostMapping("/signals/{id}/question")
  ModelAndView question(Me me, @PathVariable SignalId id) {
    return Reply.to("/questions/" + hearing.makeQuestion(me, id), "signal.done.question");
  }

  @Bean
  static MenuEntry signalEntry() {
    return new MenuEntry(30, "/signals", "menu.signals", "speech", "power_user");
  }

  /** The lead hears those of people whom nobody serves. */
  @Bean
  static MenuEntry leadSignalEntry() {
    return new MenuEntry(30, "/signals", "menu.signals", "speech", "network_lead");
  }
}
