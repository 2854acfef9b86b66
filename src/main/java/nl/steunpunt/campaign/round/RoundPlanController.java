package nl.steunpunt.campaign.round;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** On which days, at what time and along where I walk. */
@Controller
public class RoundPlanController {
  private static final String PATH = "/round/plan";

  private final RoundScreens screens;
  private final RoundPlanning planning;

  RoundPlanController(RoundScreens screens, RoundPlanning planning) {
    this.screens = screens;
    this.planning = planning;
  }

  @GetMapping(PATH)
  ModelAndView show(Me me) {
    return Reply.page("campaign/round/plan", screens.plan(me));
  }

  /**
   * @param place those on the route, in the order of the page
   * @param earlier the one that comes a place earlier; null: only what was chosen is kept
   */
  @PostMapping(PATH)
  ModelAndView save(
      Me me,
      @RequestParam(defaultValue = "") List<String> day,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") List<Long> place,
      @RequestParam(required = false) @Nullable Long earlier) {
    var days = day.stream().map(RoundPlanController::weekday).distinct().toList();
    var time =
        at.isBlank()
            ? null
            : LocalMoment.time(at).orElseThrow(() -> Refusal.of("round.refused.time").at("at"));
    var order = new ArrayList<>(place.stream().distinct().toList());
    if (earlier != null && order.indexOf(earlier) > 0) {
      var was = order.indexOf(earlier);
      order.remove(was);
      order.add(was - 1, earlier);
    }
    planning.plan(me, days, time, order);
    return earlier == null ? Reply.to(RoundController.PATH, "round.done.planned") : Reply.to(PATH);
  }

  private static int weekday(String typed) {
    if (!typed.matches("[1-7]")) {
      throw Refusal.of("round.refused.day").at("day");
    }
    return Integer.parseInt(typed);
  }
}
