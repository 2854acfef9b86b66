package nl.steunpunt.network.floorplan;

import java.util.List;
import nl.steunpunt.network.whohelps.WhoHelps;
import org.jspecify.annotations.Nullable;

/**
 * A desk on the plan of a floor.
 *
 * @param location the place of the plan
 * @param floor its path
 * @param code of that place's short address; null: it has none yet
 * @param x from the left, in parts of the width; y likewise, from the top
 */
public record PlanSpot(
    long location,
    String floor,
    @Nullable String code,
    String version,
    int width,
    int height,
    double x,
    double y) {

  /** For colleagues. */
  public String address() {
    return address(location, version);
  }

  static String address(long location, String version) {
    return "/floor-plans/" + location + "/picture/" + version;
  }

  /** For who is not signed in; null: there is none. */
  public @Nullable String openAddress() {
    return code == null ? null : "/h/" + code + "/plan/" + version;
  }

  public String floorName() {
    return WhoHelps.named(List.of(floor.split("/", -1)));
  }

  /** "top_left", "middle", "bottom_right": the ninth of the plan that it is in. */
  public String ninth() {
    return ninth(x, y);
  }

  static String ninth(double x, double y) {
    var across = x < 1.0 / 3 ? "left" : x > 2.0 / 3 ? "right" : "";
    var down = y < 1.0 / 3 ? "top" : y > 2.0 / 3 ? "bottom" : "";
    if (across.isEmpty() && down.isEmpty()) {
      return "middle";
    }
    return down.isEmpty() || across.isEmpty() ? down + across : down + "_" + across;
  }
}
