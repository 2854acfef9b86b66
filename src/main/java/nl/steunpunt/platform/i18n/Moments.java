package nl.steunpunt.platform.i18n;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.steunpunt.platform.time.OrganisationClock;

/** How days and clocks are written in each language. */
public final class Moments {
  private record Written(String pattern, Locale language) {}

  /**
   * A list of fifty rows writes a hundred moments, and to read a pattern takes longer than to use
   * it.
   */
  private static final Map<Written, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

  private Moments() {}

  /** For what is read later than it is written, so without "today": mails, titles. */
  public static String exactly(Instant at, Locale language) {
    var clock = isDutch(language) ? "H.mm 'uur'" : "H:mm";
    return written("EEEE d MMMM yyyy " + clock, language).format(at.atZone(OrganisationClock.ZONE));
  }

  /** "10.40" or "10:40". */
  public static String clock(TemporalAccessor wall, Locale language) {
    return written(isDutch(language) ? "H.mm" : "H:mm", language).format(wall);
  }

  /**
   * @param pattern one of the few in our code, since it is kept for good
   */
  public static DateTimeFormatter written(String pattern, Locale language) {
    return FORMATS.computeIfAbsent(
        new Written(pattern, language),
        written -> DateTimeFormatter.ofPattern(written.pattern, written.language));
  }

  private static boolean isDutch(Locale language) {
    return language.getLanguage().equals("nl");
  }
}
