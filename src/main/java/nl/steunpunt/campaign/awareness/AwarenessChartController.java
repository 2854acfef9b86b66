package nl.steunpunt.campaign.awareness;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For the lead: who is known where, beside what was done. */
@Controller
public class AwarenessChartController {
  private final AwarenessScreens screens;
  private final Systems systems;
  private final Clock clock;

  AwarenessChartController(AwarenessScreens screens, Systems systems, Clock clock) {
    this.screens = screens;
    this.systems = systems;
    this.clock = clock;
  }

  public record ChartPage(ItSystem system, AwarenessScreens.Chart chart) {}

  @GetMapping("/network/campaign/awareness")
  ModelAndView show(@RequestParam SystemId system) {
    var chosen = systems.byId(system).orElseThrow(NotFound::new);
    var thisWeek =
        LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE).with(DayOfWeek.MONDAY);
    return Reply.page(
        "campaign/awareness/chart", new ChartPage(chosen, screens.chart(system, thisWeek)));
  }
}
