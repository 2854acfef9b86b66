package nl.steunpunt.support.routing;

import org.jspecify.annotations.Nullable;

/** Where a question goes now, and what happens if nobody does anything (null: the desk has it). */
public record Routed(Route route, @Nullable NextStep next) {

  public Stop stop() {
    return route.first();
  }
}
