package nl.steunpunt.support.routing;

/** How near two colleagues sit, the nearest first. */
public enum Nearness {
  SAME_DEPARTMENT,
  SAME_FLOOR,
  SAME_BUILDING,
  SAME_SITE,
  ELSEWHERE
}
