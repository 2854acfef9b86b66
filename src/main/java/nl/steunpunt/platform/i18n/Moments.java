package nl.steunpunt.platform.i18n;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.steunpunt.platform.time.OrganisationClock;

/** Moments for what is read later than it is written, so without "today": mails, titles. */
public final class Moments {
  private Moments() {}

  public static String exactly(Instant at, Locale language) {
    var clock = language.getLanguage().equals("nl") ? "H.mm 'uur'" : "H:mm";
    return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy " + clock, language)
        .format(at.atZone(OrganisationClock.ZONE));
  }
}
