package nl.steunpunt.helpdesk.target;

import java.util.List;

/**
 * The table by which a ticket gets its priority, and what the desk promises for each.
 *
 * @param priorities a row for each {@link Severity}, a column for one, some and many people hit; 1
 *     goes first, {@value #LOWEST} last
 * @param someFrom people hit, from which on they are "some"
 * @param manyFrom the same for "many"
 * @param targets for priority 1 and on
 * @param warnPercent what is left of a target's time when the desk is warned
 */
public record TargetSettings(
    List<List<Integer>> priorities,
    int someFrom,
    int manyFrom,
    List<Target> targets,
    int warnPercent) {

  public static final int LOWEST = 4;
  static final int BANDS = 3;
  static final String SETTING = "desk_targets";
  static final TargetSettings USUAL =
      new TargetSettings(
          List.of(List.of(2, 1, 1), List.of(3, 3, 2), List.of(4, 4, 3)),
          2,
          20,
          List.of(
              new Target(15, 240),
              new Target(30, 480),
              new Target(120, 1_440),
              new Target(480, 4_800)),
          25);

  /** Working minutes. */
  public record Target(int reactMinutes, int solveMinutes) {}

  public int priority(Severity severity, int reach) {
    var band = reach >= manyFrom ? 2 : reach >= someFrom ? 1 : 0;
    return priorities.get(severity.ordinal()).get(band);
  }

  public Target target(int priority) {
    return targets.get(priority - 1);
  }
}
