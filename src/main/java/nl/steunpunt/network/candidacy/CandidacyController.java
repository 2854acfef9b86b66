package nl.steunpunt.network.candidacy;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.network.Candidacies;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.candidacy.CandidacyScreens.Choice;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Volunteering, naming whom you already ask, and the lead's list of both. */
@Controller
public class CandidacyController {
  private static final String VOLUNTEER = "network/candidacy/volunteer";
  private static final int LONGEST = 500;
  private static final int LONGEST_NAME = 100;

  private final CandidacyScreens screens;
  private final Candidacies candidacies;
  private final Volunteering volunteering;
  private final Systems systems;
  private final People people;
  private final Clock clock;

  CandidacyController(
      CandidacyScreens screens,
      Candidacies candidacies,
      Volunteering volunteering,
      Systems systems,
      People people,
      Clock clock) {
    this.screens = screens;
    this.candidacies = candidacies;
    this.volunteering = volunteering;
    this.systems = systems;
    this.people = people;
    this.clock = clock;
  }

  public record VolunteerPage(List<Choice> choices, String why, List<FieldError> errors) {
    /** Not yet a power user of it, or on the way to be one. */
    public List<Choice> open() {
      return choices.stream().filter(choice -> !choice.holds()).toList();
    }
  }

  public record NominatePage(
      long system, String systemName, String q, List<CandidacyScreens.Found> found) {}

  @GetMapping("/network/candidates")
  ModelAndView candidates(@RequestParam(required = false) @Nullable SystemId system) {
    return Reply.page("network/candidacy/candidates", screens.candidates(system));
  }

  /** The lead thanks a volunteer who is not asked. */
  @PostMapping("/network/candidates/{person}/refusal")
  ModelAndView refuse(
      @PathVariable PersonId person,
      @RequestParam SystemId system,
      @RequestParam(defaultValue = "") String words) {
    var about = active(system);
    if (people.find(Ref.of(person.toString())).isEmpty()) {
      throw new NotFound();
    }
    var text = words.strip();
    volunteering.refuse(person, about, text.isEmpty() ? null : text);
    return Reply.to("/network/candidates?system=" + about.id(), "candidacy.not_now.done");
  }

  @GetMapping("/volunteering")
  ModelAndView volunteer(Me me) {
    return Reply.page(VOLUNTEER, new VolunteerPage(screens.choices(me.id()), "", List.of()));
  }

  @PostMapping("/volunteering")
  ModelAndView volunteer(
      Me me,
      @RequestParam(required = false) @Nullable SystemId system,
      @RequestParam(defaultValue = "") String why) {
    var text = why.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      var error = FieldError.of("why", "candidacy.why_wrong", LONGEST);
      return Reply.again(
          VOLUNTEER, new VolunteerPage(screens.choices(me.id()), why, List.of(error)));
    }
    volunteering.volunteer(me, active(system), text);
    return Reply.to("/volunteering", "candidacy.volunteered");
  }

  @PostMapping("/volunteering/withdrawal")
  ModelAndView withdraw(Me me, @RequestParam SystemId system) {
    candidacies.withdraw(me.id(), active(system).id());
    return Reply.to("/volunteering", "candidacy.withdrawn");
  }

  /** From a solved question or a campaign. */
  @GetMapping("/nominations/new")
  ModelAndView nominate(
      Me me,
      @RequestParam(required = false) @Nullable SystemId system,
      @RequestParam(defaultValue = "") String q) {
    var about = system == null ? first() : active(system);
    var sought = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_NAME));
    return Reply.page(
        "network/candidacy/nominate",
        new NominatePage(
            about.id().value(), about.name(), sought, screens.colleagues(me.id(), sought)));
  }

  @PostMapping("/nominations")
  ModelAndView nominate(Me me, @RequestParam SystemId system, @RequestParam PersonId person) {
    var about = active(system);
    if (people.find(Ref.of(person.toString())).isEmpty()) {
      throw new NotFound();
    }
    candidacies.nominate(me.id(), about.id(), person, clock.instant());
    return Reply.to("/", "candidacy.nominated");
  }

  private ItSystem active(@Nullable SystemId system) {
    return systems.active().stream()
        .filter(one -> one.id().equals(system))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private ItSystem first() {
    return systems.active().stream().findFirst().orElseThrow(NotFound::new);
  }
}
