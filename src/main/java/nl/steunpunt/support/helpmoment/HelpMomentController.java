package nl.steunpunt.support.helpmoment;

import java.util.List;
import java.util.UUID;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class HelpMomentController {
  /**
   * @param changed the one that is put right; null: a new one is noted
   * @param logged the one that was noted just now and can be undone; null: none
   */
  public record HelpPage(
      List<Desk.SystemChoice> systems,
      List<HelpMomentScreens.PlaceChoice> places,
      List<HelpMomentScreens.HelpMoment> mine,
      HelpMomentScreens.@Nullable HelpMoment changed,
      HelpMomentScreens.@Nullable HelpMoment logged) {}

  private static final String TEMPLATE = "support/helpmoment/log";

  private final HelpMomentLogging logging;
  private final HelpMomentScreens screens;
  private final Desk desk;

  HelpMomentController(HelpMomentLogging logging, HelpMomentScreens screens, Desk desk) {
    this.logging = logging;
    this.screens = screens;
    this.desk = desk;
  }

  @GetMapping("/help-moments/new")
  ModelAndView begin(Me me) {
    return Reply.page(TEMPLATE, page(me, null, null));
  }

  /** What I noted just now: it can be undone there, and the next one noted. */
  @GetMapping("/help-moments/{id}/noted")
  ModelAndView noted(Me me, @PathVariable HelpMomentId id) {
    return Reply.page(TEMPLATE, page(me, null, id));
  }

  @GetMapping("/help-moments/{id}")
  ModelAndView change(Me me, @PathVariable HelpMomentId id) {
    return Reply.page(TEMPLATE, page(me, id, null));
  }

  @PostMapping("/help-moments")
  ModelAndView log(
      Me me,
      @RequestParam SystemId system,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam int minutes,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(required = false) @Nullable UUID sending) {
    var id = logging.log(me, new Help(system, topic, minutes, note, place(place)), sending);
    return Reply.to("/help-moments/" + id + "/noted");
  }

  @PostMapping("/help-moments/{id}")
  ModelAndView change(
      Me me,
      @PathVariable HelpMomentId id,
      @RequestParam SystemId system,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam int minutes,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String place) {
    // Whose it is comes before what was typed.
    screens.mine(me, id);
    logging.change(me, id, new Help(system, topic, minutes, note, place(place)));
    return Reply.to("/help-moments/new", "help_moment.done.changed");
  }

  @PostMapping("/help-moments/{id}/removal")
  ModelAndView remove(Me me, @PathVariable HelpMomentId id) {
    logging.remove(me, id);
    return Reply.to("/help-moments/new", "help_moment.done.removed");
  }

  @Bean
  static MenuEntry helpMomentEntry() {
    return new MenuEntry(22, "/help-moments/new", "menu.help_moment", "bolt", "power_user");
  }

  private HelpPage page(Me me, @Nullable HelpMomentId changed, @Nullable HelpMomentId logged) {
    return new HelpPage(
        desk.systems(),
        screens.places(me),
        screens.mine(me),
        changed == null ? null : screens.mine(me, changed),
        logged == null ? null : screens.mine(me, logged));
  }

  private static @Nullable HelpPlace place(String word) {
    return word.isBlank()
        ? null
        : HelpPlace.parse(word)
            .orElseThrow(() -> Refusal.of("help_moment.refused.place").at("place"));
  }
}
