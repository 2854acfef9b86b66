package nl.steunpunt.network.cover;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.cover.CoverTargets.Target;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the lead aims at. */
@Controller
public class CoverTargetController {
  private static final String TEMPLATE = "network/cover/target";

  private final CoverTargets targets;

  CoverTargetController(CoverTargets targets) {
    this.targets = targets;
  }

  /**
   * @param critical numbers of the topics that are ticked
   */
  public record TargetPage(
      Target it, CoverTargetForm form, Set<Long> critical, List<FieldError> errors) {}

  @GetMapping("/network/cover/target")
  ModelAndView show(@RequestParam SystemId system) {
    var target = targets.of(system).orElseThrow(NotFound::new);
    return Reply.page(
        TEMPLATE,
        new TargetPage(
            target, CoverTargetForm.of(target), new HashSet<>(target.critical()), List.of()));
  }

  @PostMapping("/network/cover/target")
  ModelAndView save(
      @RequestParam SystemId system,
      @ModelAttribute CoverTargetForm form,
      @RequestParam(defaultValue = "") Set<Long> critical) {
    var target = targets.of(system).orElseThrow(NotFound::new);
    var errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(TEMPLATE, new TargetPage(target, form, critical, errors));
    }
    targets.put(system, form, critical);
    return Reply.to("/network/cover?system=" + system, "cover.target.saved");
  }
}
