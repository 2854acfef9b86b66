package nl.steunpunt.support.routing;

/**
 * How patient routing is, as the organisation sets it.
 *
 * @param silentMinutes working minutes a power user may be silent before the question moves on
 * @param silentMinutesStuck the same when the asker cannot go on
 * @param mostPowerUsers how many power users are asked before the helpdesk
 * @param openPerPercent open questions per percent of share at which a power user counts as full:
 *     at 1.0, ten for a share of 10 %. At ten minutes each that is two days of that share.
 */
public record RoutingSettings(
    int silentMinutes, int silentMinutesStuck, int mostPowerUsers, double openPerPercent) {

  public static final String SETTING = "routing";
  public static final RoutingSettings USUAL = new RoutingSettings(30, 10, 3, 1.0);

  public RoutingSettings {
    if (silentMinutes < 1 || silentMinutesStuck < 1 || mostPowerUsers < 1 || openPerPercent <= 0) {
      throw new IllegalArgumentException("Routing would never move, or never ask a power user");
    }
  }
}
