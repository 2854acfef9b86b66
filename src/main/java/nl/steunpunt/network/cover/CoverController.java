package nl.steunpunt.network.cover;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.network.ConstituencyChanges;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.cover.CoverScreens.Assignment;
import nl.steunpunt.network.cover.CoverScreens.Target;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class CoverController {
  private static final String ASSIGN = "network/cover/assign";

  private final CoverScreens screens;
  private final ConstituencyChanges changes;
  private final Clock clock;

  CoverController(CoverScreens screens, ConstituencyChanges changes, Clock clock) {
    this.screens = screens;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * @param what the chosen department or location, as {@code department-12}
   * @param who the chosen mandate
   */
  public record AssignPage(
      Assignment it,
      long department,
      @Nullable Long location,
      String what,
      @Nullable Long who,
      List<FieldError> errors) {
    public boolean isChosenAmongOthers() {
      return it.others().stream().anyMatch(choice -> who != null && choice.mandate() == who);
    }
  }

  /**
   * @param at the department or location to look into; null, or one where nobody works: all
   * @param only a word of {@link Need}: that list alone, from its {@code from}th line on
   */
  @GetMapping("/network/cover")
  ModelAndView show(
      @RequestParam(required = false) @Nullable SystemId system,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(required = false) @Nullable Long at,
      @RequestParam(defaultValue = "") String only,
      @RequestParam(defaultValue = "0") int from) {
    var way = By.of(by).orElse(By.DEPARTMENT);
    var need = Need.of(only).orElse(null);
    var start = need == null ? 0 : Math.max(0, from);
    var place = way == By.TOPIC ? null : at;
    var cover =
        screens.cover(
            system, way, place, need, start, need == null ? CoverPage.FEW : CoverPage.PER_PAGE);
    var tree = new CoverTree(cover.places());
    var node = place == null ? null : tree.find(place).orElseThrow(NotFound::new);
    return Reply.page("network/cover/cover", new CoverPage(cover, way, tree, node, need, start));
  }

  /**
   * Who helps the people of this hole?
   *
   * @param what chosen already, as in {@link AssignPage}; likewise who
   */
  @GetMapping("/network/cover/assignment")
  ModelAndView choose(
      @RequestParam SystemId system,
      @RequestParam long department,
      @RequestParam(required = false) @Nullable Long location,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(required = false) @Nullable Long who) {
    var it = screens.assignment(system, department, location).orElseThrow(NotFound::new);
    var chosen = it.targets().stream().map(Target::value).filter(what::equals).findFirst();
    return Reply.page(
        ASSIGN,
        new AssignPage(
            it,
            department,
            location,
            chosen.orElse(it.targets().getFirst().value()),
            who,
            List.of()));
  }

  /** Who was chosen for whom: shows what that would do, and changes nothing yet. */
  @PostMapping("/network/cover/assignment")
  ModelAndView assign(
      @RequestParam SystemId system,
      @RequestParam long department,
      @RequestParam(required = false) @Nullable Long location,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(required = false) @Nullable Long who) {
    var it = screens.assignment(system, department, location).orElseThrow(NotFound::new);
    var target = it.targets().stream().filter(one -> one.value().equals(what)).findFirst();
    var choice =
        it.choices().stream().filter(one -> who != null && one.mandate() == who).findFirst();
    if (target.isEmpty() || choice.isEmpty()) {
      var error =
          target.isEmpty()
              ? FieldError.of("what", "lead.assign.what_missing")
              : FieldError.of("who", "lead.assign.who_missing");
      return Reply.again(
          ASSIGN, new AssignPage(it, department, location, what, who, List.of(error)));
    }
    return Reply.to(
        "/network/division/what-if?system=%s&kind=%s&ref=%d&to=%d"
            .formatted(
                system,
                target.get().kind().toUpperCase(java.util.Locale.ROOT),
                target.get().id(),
                choice.get().mandate()));
  }

  @GetMapping("/network/changes")
  ModelAndView changes(@RequestParam(required = false) @Nullable SystemId system) {
    return Reply.page("network/cover/changes", screens.changes(system));
  }

  /**
   * @param change the one that stood on top of the page: if another came since, nothing is undone
   */
  @PostMapping("/network/changes/undoing")
  ModelAndView undo(Me me, @RequestParam SystemId system, @RequestParam long change) {
    changes.undo(system, change, me.id(), clock.instant());
    return Reply.to("/network/changes?system=" + system, "lead.changes.undone");
  }

  @Bean
  static MenuEntry networkEntry() {
    return new MenuEntry(40, "/network", "lead.title", "network", "network_lead");
  }
}
