package nl.steunpunt.network.floorplan;

import java.io.IOException;
import java.util.List;
import nl.steunpunt.network.FloorPlans;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Puts plans up and pins desks: each a form, so that it works without a script and a mouse. */
@Controller
public class FloorPlanController {
  static final String PATH = "/floor-plans";

  private static final int LONGEST = 100;

  /** Pixels: as large as a plan is shown to click on, whatever the window; a browser says where. */
  private static final int LONG_SIDE = 960;

  private final FloorPlanScreens screens;
  private final FloorPlans plans;
  private final FloorPlanTaking taking;

  FloorPlanController(FloorPlanScreens screens, FloorPlans plans, FloorPlanTaking taking) {
    this.screens = screens;
    this.plans = plans;
    this.taking = taking;
  }

  public record OverviewPage(String q, FloorPlanScreens.Overview it) {}

  /**
   * @param chosen whose desk is to be pinned; null: nobody's yet
   */
  public record FloorPage(FloorPlanScreens.Floor it, FloorPlanScreens.@Nullable Desk chosen) {

    public int width() {
      return shownWidth(it.plan());
    }

    public int height() {
      var plan = it.plan();
      return plan == null ? 0 : Math.max(1, width() * plan.height() / plan.width());
    }

    public @Nullable String address() {
      var plan = it.plan();
      return plan == null ? null : PlanSpot.address(it.id(), plan.version());
    }
  }

  private static int shownWidth(FloorPlanScreens.@Nullable Plan plan) {
    if (plan == null) {
      return 0;
    }
    return plan.width() >= plan.height()
        ? LONG_SIDE
        : Math.max(1, LONG_SIDE * plan.width() / plan.height());
  }

  @GetMapping(PATH)
  ModelAndView overview(@RequestParam(defaultValue = "") String q) {
    var typed = q.strip();
    if (typed.length() > LONGEST) {
      throw Refusal.of("who.search.too_long", LONGEST).at("q");
    }
    return Reply.page(
        "network/floorplan/overview",
        new OverviewPage(typed, screens.overview(typed.length() > 1 ? typed : "")));
  }

  @GetMapping(PATH + "/{location}")
  ModelAndView show(
      @PathVariable long location, @RequestParam(required = false) @Nullable PersonId person) {
    var it = screens.floor(location).orElseThrow(NotFound::new);
    var chosen =
        it.desks().stream()
            .filter(desk -> person != null && desk.id() == person.value() && desk.agrees())
            .findFirst()
            .orElse(null);
    return Reply.page("network/floorplan/floor", new FloorPage(it, chosen));
  }

  @PostMapping(PATH + "/{location}")
  ModelAndView put(
      @PathVariable long location, @RequestParam(required = false) @Nullable MultipartFile plan)
      throws IOException {
    if (!screens.isPlace(location)) {
      throw new NotFound();
    }
    if (plan == null || plan.isEmpty()) {
      throw Refusal.of("floor_plan.refused.none").at("plan");
    }
    var without = taking.take(location, plan);
    return without.isEmpty()
        ? to(location, null, "floor_plan.done.put")
        : to(location, null, "floor_plan.done.put.without", shortened(without));
  }

  private static String shortened(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(4, names.size())));
  }

  @PostMapping(PATH + "/{location}/removal")
  ModelAndView remove(@PathVariable long location) {
    if (!plans.remove(location)) {
      throw new NotFound();
    }
    return to(location, null, "floor_plan.done.removed");
  }

  /**
   * @param clickedX where the plan was clicked, in pixels of its own; a browser sends 0 and 0 when
   *     it was the Enter key
   * @param x in percents, where it was typed
   */
  @PostMapping(PATH + "/{location}/pins")
  ModelAndView pin(
      @PathVariable long location,
      @RequestParam PersonId person,
      @RequestParam(name = "at.x", defaultValue = "") String clickedX,
      @RequestParam(name = "at.y", defaultValue = "") String clickedY,
      @RequestParam(defaultValue = "") String x,
      @RequestParam(defaultValue = "") String y) {
    var floor = screens.floor(location).orElseThrow(NotFound::new);
    var plan = floor.plan();
    if (plan == null) {
      throw Refusal.conflict("floor_plan.refused.changed");
    }
    if (clickedX.isEmpty()) {
      plans.pin(person, location, percent(x, "x"), percent(y, "y"));
    } else {
      var wide = shownWidth(plan);
      var high = Math.max(1, wide * plan.height() / plan.width());
      var across = pixel(clickedX);
      var down = pixel(clickedY);
      if (across == 0 && down == 0) {
        throw Refusal.of("floor_plan.refused.where").at("x");
      }
      plans.pin(
          person,
          location,
          Math.clamp((double) across / wide, 0, 1),
          Math.clamp((double) down / high, 0, 1));
    }
    return to(location, person, "floor_plan.done.pinned");
  }

  @PostMapping(PATH + "/{location}/pins/removal")
  ModelAndView unpin(@PathVariable long location, @RequestParam PersonId person) {
    if (!plans.unpin(person, location)) {
      throw new NotFound();
    }
    return to(location, null, "floor_plan.done.unpinned");
  }

  @PostMapping(PATH + "/{location}/undoing")
  ModelAndView undo(@PathVariable long location, @RequestParam long change) {
    plans.undo(location, change);
    return to(location, null, "floor_plan.done.undone");
  }

  private static double percent(String typed, String field) {
    var number = typed.strip().replace(',', '.');
    if (!number.matches("\\d{1,3}(\\.\\d{1,6})?") || Double.parseDouble(number) > 100) {
      throw Refusal.of("floor_plan.refused.percent").at(field);
    }
    return Double.parseDouble(number) / 100;
  }

  private static int pixel(String sent) {
    if (!sent.matches("\\d{1,5}")) {
      throw Refusal.of("floor_plan.refused.where").at("x");
    }
    return Integer.parseInt(sent);
  }

  private static ModelAndView to(
      long location, @Nullable PersonId person, String key, Object... arguments) {
    return Reply.to(
        PATH + "/" + location + (person == null ? "" : "?person=" + person), key, arguments);
  }

  @Bean
  static AdminEntry floorPlansOfAdministrator() {
    return new AdminEntry(49, PATH, "place", "floor_plan.title", "floor_plan.lead");
  }

  @Bean
  static RetentionRule keptFloorPlans(FloorPlans plans) {
    return new RetentionRule("floor_plans", 79, RetentionRule.Unit.DAYS, 30, 7, 365, plans::forget);
  }
}
