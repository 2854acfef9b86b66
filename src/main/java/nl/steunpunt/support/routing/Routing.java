package nl.steunpunt.support.routing;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.stereotype.Component;

/**
 * The door: call it when a question is asked, when its timed step falls due, and when it is passed
 * on. It looks at who is there at that moment, and writes nothing.
 */
@Component
public class Routing {

  private final RoutingSnapshots snapshots;
  private final Settings settings;
  private final OrganisationCalendar calendar;

  Routing(RoutingSnapshots snapshots, Settings settings, OrganisationCalendar calendar) {
    this.snapshots = snapshots;
    this.settings = settings;
    this.calendar = calendar;
  }

  public Routed route(Need need, Instant at) {
    var routing = settings();
    var router = new Router(routing);
    var snapshot = snapshots.ofConstituency(need, at);
    if (router.needsOthers(snapshot)) {
      snapshot = withOthers(snapshot, need, routing, router);
    }
    var route = router.route(snapshot);
    return new Routed(route, router.next(snapshot, route, calendar.current()).orElse(null));
  }

  /** Those near mostly have room; when they do not, all power users are looked through. */
  private RoutingSnapshot withOthers(
      RoutingSnapshot constituency, Need need, RoutingSettings routing, Router router) {
    var alsoFull = !router.canAskSomeone(constituency);
    var near = snapshots.withNear(constituency, need, routing, alsoFull);
    return router.isDecidedBy(near)
        ? near
        : snapshots.withOthers(constituency, need, routing, alsoFull);
  }

  /** Everyone who could be asked, the best first, for a power user who chooses a colleague. */
  public List<Ranked> ranked(Need need, Instant at) {
    return new Router(settings()).ranked(snapshots.ofEveryone(need, at));
  }

  public RoutingSettings settings() {
    return settings.get(RoutingSettings.SETTING, RoutingSettings.class, RoutingSettings.USUAL);
  }

  public void change(RoutingSettings changed) {
    settings.put(RoutingSettings.SETTING, changed);
  }
}
