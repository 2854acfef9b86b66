package nl.steunpunt.support.helpmoment;

import java.util.List;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.Topic;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.Topics;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class HelpMomentController {
  public record Choice(ItSystem system, List<Topic> topics) {}

  public record HelpPage(List<Choice> choices, List<HelpMoments.HelpMoment> mine) {}

  private final HelpMoments moments;
  private final Systems systems;
  private final Topics topics;

  HelpMomentController(HelpMoments moments, Systems systems, Topics topics) {
    this.moments = moments;
    this.systems = systems;
    this.topics = topics;
  }

  @GetMapping("/help-moments")
  ModelAndView show(Me me) {
    var choices =
        systems.active().stream()
            .map(system -> new Choice(system, topics.active(system.id())))
            .toList();
    return Reply.page("support/helpmoment/log", new HelpPage(choices, moments.mine(me)));
  }

  @PostMapping("/help-moments")
  ModelAndView log(
      Me me,
      @RequestParam SystemId system,
      @RequestParam(required = false) @Nullable TopicId topic,
      @RequestParam int minutes,
      @RequestParam(defaultValue = "") String note) {
    moments.log(me, system, topic, minutes, note);
    return Reply.to("/help-moments", "help_moment.done.logged", minutes);
  }

  @PostMapping("/help-moments/{id}/removal")
  ModelAndView remove(Me me, @PathVariable long id) {
    moments.remove(me, id);
    return Reply.to("/help-moments", "help_moment.done.removed");
  }
}
