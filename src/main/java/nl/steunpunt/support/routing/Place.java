package nl.steunpunt.support.routing;

import org.jspecify.annotations.Nullable;

/**
 * Where someone belongs: the path of the department ('Finance/Crediteuren') and of the place of
 * work ('Utrecht/Gebouw B/3/B3.14': site, building, floor, zone; any tail may be missing).
 */
public record Place(String department, @Nullable String location) {

  private static final int SITE = 1;
  private static final int BUILDING = 2;

  public Nearness to(Place other) {
    if (department.equals(other.department)) {
      return Nearness.SAME_DEPARTMENT;
    }
    return switch (sharedLevels(other)) {
      case 0 -> Nearness.ELSEWHERE;
      case SITE -> Nearness.SAME_SITE;
      case BUILDING -> Nearness.SAME_BUILDING;
      default -> Nearness.SAME_FLOOR;
    };
  }

  private int sharedLevels(Place other) {
    if (location == null || other.location == null) {
      return 0;
    }
    var mine = location.split("/");
    var theirs = other.location.split("/");
    int shared = 0;
    while (shared < Math.min(mine.length, theirs.length) && mine[shared].equals(theirs[shared])) {
      shared++;
    }
    return shared;
  }
}
