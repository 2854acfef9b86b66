package nl.steunpunt.network.poweruser;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.steunpunt.network.ConstituencyChanges;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.ConstituencyRule.Kind;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.mandate.AgreementKeeping;
import nl.steunpunt.network.mandate.MandateEnding;
import nl.steunpunt.network.mandate.MandateSettings;
import nl.steunpunt.network.mandate.TermsForm;
import nl.steunpunt.network.poweruser.PowerUserScreens.Candidates;
import nl.steunpunt.network.poweruser.PowerUserScreens.Chosen;
import nl.steunpunt.network.poweruser.PowerUserScreens.PowerUser;
import nl.steunpunt.network.poweruser.PowerUserScreens.PowerUsers;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class PowerUserController {
  private static final String GRANT = "network/poweruser/grant";
  private static final int LONGEST = 100;

  private final PowerUserScreens screens;
  private final PowerUserChanging changing;
  private final MandateEnding ending;
  private final AgreementKeeping agreements;
  private final ConstituencyChanges changes;
  private final Clock clock;

  PowerUserController(
      PowerUserScreens screens,
      PowerUserChanging changing,
      MandateEnding ending,
      AgreementKeeping agreements,
      ConstituencyChanges changes,
      Clock clock) {
    this.screens = screens;
    this.changing = changing;
    this.ending = ending;
    this.agreements = agreements;
    this.changes = changes;
    this.clock = clock;
  }

  public record ListPage(PowerUsers it, String q, int from) {
    public boolean hasMore() {
      return it.rows().size() > PowerUserScreens.PER_PAGE;
    }
  }

  public record OnePage(PowerUser it, String q) {
    /** Something was sought, and nothing has that name. */
    public boolean isFruitless() {
      return q.length() > 1 && it.found().isEmpty();
    }
  }

  /**
   * @param place whose colleagues are found while nothing is sought; null: nobody's
   */
  public record FindPage(Candidates it, long system, String q, @Nullable PlaceRef place) {}

  /**
   * @param kind a word: department or location
   */
  public record PlaceRef(String kind, long id) {}

  public record GrantPage(
      Chosen it,
      TermsForm terms,
      MandateSettings settings,
      boolean withDepartment,
      Set<Long> topics,
      List<FieldError> errors) {}

  @GetMapping("/network/power-users")
  ModelAndView list(
      @RequestParam(required = false) @Nullable SystemId system,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int from) {
    var sought = sought(q);
    var start = Math.max(0, from);
    return Reply.page(
        "network/poweruser/list", new ListPage(screens.list(system, sought, start), sought, start));
  }

  /**
   * First who; then, with {@code person}, for what.
   *
   * @param department where to look for somebody, with all that lies below; likewise location
   */
  @GetMapping("/network/power-users/new")
  ModelAndView choose(
      @RequestParam SystemId system,
      @RequestParam(required = false) @Nullable PersonId person,
      @RequestParam(required = false) @Nullable Long department,
      @RequestParam(required = false) @Nullable Long location,
      @RequestParam(defaultValue = "") String q) {
    if (person != null) {
      return Reply.page(
          GRANT,
          new GrantPage(
              chosen(system, person),
              TermsForm.usual(agreements.settings(), agreements.today()),
              agreements.settings(),
              true,
              Set.of(),
              List.of()));
    }
    var sought = sought(q);
    var place =
        department != null
            ? new PlaceRef("department", department)
            : location != null ? new PlaceRef("location", location) : null;
    return Reply.page(
        "network/poweruser/find",
        new FindPage(screens.candidates(system, sought, place), system.value(), sought, place));
  }

  @PostMapping("/network/power-users")
  ModelAndView grant(
      Me me,
      @RequestParam SystemId system,
      @RequestParam PersonId person,
      @ModelAttribute TermsForm form,
      @RequestParam(defaultValue = "false") boolean withDepartment,
      @RequestParam(defaultValue = "") Set<Long> topic) {
    var chosen = chosen(system, person);
    var errors = new ArrayList<FieldError>();
    var terms = form.read(agreements.settings(), agreements.today(), errors);
    if (chosen.mandate() != null) {
      errors.add(FieldError.of("share", "lead.grant.is_one"));
    }
    if (!errors.isEmpty()) {
      return Reply.again(
          GRANT, new GrantPage(chosen, form, agreements.settings(), withDepartment, topic, errors));
    }
    var known =
        chosen.topics().stream()
            .filter(one -> topic.contains(one.id()))
            .map(one -> new TopicId(one.id()))
            .collect(java.util.stream.Collectors.toSet());
    var mandate =
        changing.propose(
            me, person, system, terms, withDepartment ? chosen.departmentId() : null, known);
    return Reply.to("/network/mandates/" + mandate, "lead.grant.done", chosen.name());
  }

  @GetMapping("/network/power-users/{id}")
  ModelAndView show(@PathVariable MandateId id, @RequestParam(defaultValue = "") String q) {
    var sought = sought(q);
    return Reply.page("network/poweruser/show", new OnePage(one(id, sought), sought));
  }

  @PostMapping("/network/power-users/{id}/rules")
  ModelAndView add(
      Me me, @PathVariable MandateId id, @RequestParam Kind kind, @RequestParam long ref) {
    one(id, "");
    changes.add(id, new ConstituencyRule(kind, ref), me.id(), clock.instant());
    return Reply.to("/network/power-users/" + id, "lead.one.changed");
  }

  @PostMapping("/network/power-users/{id}/rules/removal")
  ModelAndView remove(
      Me me, @PathVariable MandateId id, @RequestParam Kind kind, @RequestParam long ref) {
    one(id, "");
    changes.remove(id, new ConstituencyRule(kind, ref), me.id(), clock.instant());
    return Reply.to("/network/power-users/" + id, "lead.one.changed");
  }

  /**
   * @param state null: as the rules say
   */
  @PostMapping("/network/power-users/{id}/exceptions")
  ModelAndView except(
      Me me,
      @PathVariable MandateId id,
      @RequestParam PersonId person,
      @RequestParam(required = false) ConstituencyChanges.@Nullable State state) {
    one(id, "");
    changes.except(person, id, state, me.id(), clock.instant());
    return Reply.to("/network/power-users/" + id, "lead.one.changed");
  }

  /** Asks whether it is meant: it says what will happen. */
  @GetMapping("/network/power-users/{id}/ending")
  ModelAndView askEnding(@PathVariable MandateId id) {
    return Reply.page("network/poweruser/end", one(id, ""));
  }

  @PostMapping("/network/power-users/{id}/ending")
  ModelAndView end(
      Me me, @PathVariable MandateId id, @RequestParam(defaultValue = "") String words) {
    var powerUser = one(id, "");
    var why = words.strip();
    ending.end(me, id, null, why.isEmpty() ? null : why);
    return Reply.to(
        "/network/power-users?system=" + powerUser.system(), "lead.end.done", powerUser.name());
  }

  private PowerUser one(MandateId id, String sought) {
    return screens.one(id, sought).orElseThrow(NotFound::new);
  }

  private Chosen chosen(SystemId system, PersonId person) {
    return screens.candidate(system, person).orElseThrow(NotFound::new);
  }

  private static String sought(String typed) {
    var stripped = typed.strip();
    return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
  }
}
