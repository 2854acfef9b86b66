package nl.steunpunt.network.mandate;

import java.time.Instant;
import java.time.LocalDate;
import nl.steunpunt.platform.time.OrganisationClock;

/** The last day on which a mandate held. */
public final class LastDay {
  private LastDay() {}

  /** A period that is over ends at midnight: the day before was its last. */
  public static LocalDate of(Instant endedAt) {
    return LocalDate.ofInstant(endedAt.minusMillis(1), OrganisationClock.ZONE);
  }
}
