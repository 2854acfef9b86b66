package nl.steunpunt.campaign.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.SystemName;
import nl.steunpunt.network.Systems;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The steps of a campaign, for the lead. */
@Controller
public class CampaignController {
  static final String PATH = "/network/campaign";

  private final Steps steps;
  private final Systems systems;
  private final Campaigning campaigning;
  private final Clock clock;

  CampaignController(Steps steps, Systems systems, Campaigning campaigning, Clock clock) {
    this.steps = steps;
    this.systems = systems;
    this.campaigning = campaigning;
    this.clock = clock;
  }

  /**
   * @param system null: there is none in use
   * @param steps empty: no campaign goes on
   */
  public record CampaignPage(
      List<SystemName> systems,
      @Nullable ItSystem system,
      @Nullable LocalDate liveOn,
      List<Step> steps,
      LocalDate today) {

    public boolean isUnderWay() {
      return !steps.isEmpty();
    }

    public boolean isLate(Step step) {
      return step.state() == Step.State.PLANNED && step.plannedOn().isBefore(today);
    }
  }

  @GetMapping(PATH)
  ModelAndView show(@RequestParam(required = false) @Nullable SystemId system) {
    var all = systems.active();
    var chosen =
        all.stream()
            .filter(one -> one.id().equals(system))
            .findFirst()
            .or(() -> all.stream().findFirst())
            .orElse(null);
    var its = chosen == null ? List.<Step>of() : steps.of(chosen.id());
    return Reply.page(
        "campaign/step/campaign",
        new CampaignPage(
            all.stream().map(one -> new SystemName(one.id().value(), one.name())).toList(),
            chosen,
            its.isEmpty() ? chosen == null ? null : chosen.liveOn() : its.getFirst().liveOn(),
            its,
            LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE)));
  }

  /** Begins a campaign, or moves it to another day of going live. */
  @PostMapping(PATH)
  ModelAndView plan(
      Me me, @RequestParam SystemId system, @RequestParam(defaultValue = "") String liveOn) {
    campaigning.plan(me, system, day(liveOn, "liveOn"));
    return Reply.to(PATH + "?system=" + system, "campaign.done.planned");
  }

  @PostMapping(PATH + "/{id}/ending")
  ModelAndView end(@PathVariable CampaignId id) {
    campaigning.end(id);
    return Reply.to(PATH, "campaign.done.ended");
  }

  @PostMapping(PATH + "/steps/{id}/day")
  ModelAndView move(@PathVariable StepId id, @RequestParam(defaultValue = "") String on) {
    campaigning.move(id, day(on, "on"));
    return back(id);
  }

  /** A place earlier in the list; its day stays. */
  @PostMapping(PATH + "/steps/{id}/precedence")
  ModelAndView earlier(@PathVariable StepId id) {
    campaigning.earlier(id);
    return back(id);
  }

  @PostMapping(PATH + "/steps/{id}/state")
  ModelAndView state(@PathVariable StepId id, @RequestParam(defaultValue = "") String state) {
    campaigning.state(id, state(state));
    return back(id);
  }

  private ModelAndView back(StepId id) {
    return Reply.to(PATH + "?system=" + steps.visible(id).system());
  }

  private static Step.State state(String word) {
    try {
      return Step.State.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of("campaign.refused.state");
    }
  }

  private static LocalDate day(String typed, String field) {
    return LocalMoment.day(typed).orElseThrow(() -> Refusal.of("campaign.refused.day").at(field));
  }
}
