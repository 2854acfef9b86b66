package nl.steunpunt.network.cover;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.network.ConstituencyChanges;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.cover.CoverScreens.Assignment;
import nl.steunpunt.network.cover.CoverScreens.Cover;
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
   * @param holesFrom how many were passed over; 0 on the first page
   */
  public record CoverPage(Cover cover, int holesFrom, int conflictsFrom) {
    public @Nullable String nextHoles() {
      return cover.holes().size() > CoverScreens.PER_PAGE
          ? address(holesFrom + CoverScreens.PER_PAGE, conflictsFrom)
          : null;
    }

    public @Nullable String nextConflicts() {
      return cover.conflicts().size() > CoverScreens.PER_PAGE
          ? address(holesFrom, conflictsFrom + CoverScreens.PER_PAGE)
          : null;
    }

    public @Nullable String firstPage() {
      return holesFrom > 0 || conflictsFrom > 0 ? address(0, 0) : null;
    }

    private String address(int holes, int conflicts) {
      return "/network/cover?system=%s&holes=%d&conflicts=%d"
          .formatted(cover.system(), holes, conflicts);
    }
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

  @GetMapping("/network/cover")
  ModelAndView show(
      @RequestParam(required = false) @Nullable SystemId system,
      @RequestParam(defaultValue = "0") int holes,
      @RequestParam(defaultValue = "0") int conflicts) {
    var holesFrom = Math.max(0, holes);
    var conflictsFrom = Math.max(0, conflicts);
    return Reply.page(
        "network/cover/cover",
        new CoverPage(screens.cover(system, holesFrom, conflictsFrom), holesFrom, conflictsFrom));
  }

  /** Who helps the people of this hole? */
  @GetMapping("/network/cover/assignment")
  ModelAndView choose(
      @RequestParam SystemId system,
      @RequestParam long department,
      @RequestParam(required = false) @Nullable Long location) {
    var it = screens.assignment(system, department, location).orElseThrow(NotFound::new);
    return Reply.page(
        ASSIGN,
        new AssignPage(it, department, location, it.targets().getFirst().value(), null, List.of()));
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
