package nl.steunpunt.campaign.awareness;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.SystemName;
import nl.steunpunt.network.Systems;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For the lead: who is known where, beside what was done. */
@Controller
public class AwarenessChartController {
  private static final String PATH = "/network/campaign/awareness";

  private final AwarenessScreens screens;
  private final Systems systems;
  private final Clock clock;

  AwarenessChartController(AwarenessScreens screens, Systems systems, Clock clock) {
    this.screens = screens;
    this.systems = systems;
    this.clock = clock;
  }

  /**
   * @param systems those in use: another can be chosen
   */
  public record ChartPage(
      List<SystemName> systems, ItSystem system, AwarenessScreens.Chart chart) {}

  /**
   * @param system also one that is out of use; absent: the first
   */
  @GetMapping(PATH)
  ModelAndView show(@RequestParam(required = false) @Nullable SystemId system) {
    var all = systems.active();
    if (system == null && all.isEmpty()) {
      // Says that there is none, and what to do about it.
      return Reply.to("/network/campaign");
    }
    var chosen =
        all.stream()
            .filter(one -> system == null || one.id().equals(system))
            .findFirst()
            .or(() -> systems.byId(Objects.requireNonNull(system)))
            .orElseThrow(NotFound::new);
    var thisWeek =
        LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE).with(DayOfWeek.MONDAY);
    return Reply.page(
        "campaign/awareness/chart",
        new ChartPage(
            all.stream().map(one -> new SystemName(one.id().value(), one.name())).toList(),
            chosen,
            screens.chart(chosen.id(), thisWeek)));
  }
}
