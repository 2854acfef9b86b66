package nl.steunpunt.support.routing;

import java.util.List;

/** The places a question can go from here, the best first and the helpdesk last: never empty. */
public record Route(List<Stop> stops) {

  public Route {
    stops = List.copyOf(stops);
  }

  /** Where the question is now. */
  public Stop first() {
    return stops.getFirst();
  }

  /** Where it goes if nothing happens; the helpdesk has nothing after it. */
  Stop second() {
    return stops.get(Math.min(1, stops.size() - 1));
  }
}
