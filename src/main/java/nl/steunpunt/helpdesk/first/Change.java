package nl.steunpunt.helpdesk.first;

import java.util.Locale;
import nl.steunpunt.platform.measure.Range;
import nl.steunpunt.platform.measure.Share;

/** Whether a share is another one than it was, as far as can be said. */
enum Change {
  FALLS,
  RISES,
  UNCLEAR;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Newcombe's interval of the difference (1998, method 10) on one side of nothing. */
  static Change of(Share before, Share now) {
    var was = before.range();
    var is = now.range();
    return was == null || is == null ? UNCLEAR : of(before.value(), was, now.value(), is);
  }

  private static Change of(double before, Range was, double now, Range is) {
    var difference = now - before;
    if (difference + Math.hypot(is.high() - now, before - was.low()) < 0) {
      return FALLS;
    }
    return difference - Math.hypot(now - is.low(), was.high() - before) > 0 ? RISES : UNCLEAR;
  }
}
