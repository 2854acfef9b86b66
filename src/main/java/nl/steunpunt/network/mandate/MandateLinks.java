package nl.steunpunt.network.mandate;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.stereotype.Component;

/**
 * Signs the link in a manager's mail. It is kept nowhere: it says itself for whom it is, about
 * which version of which mandate, and until when, with a mark that only this installation makes.
 */
@Component
public class MandateLinks {
  private static final String PURPOSE = "mandate-link";
  private static final int LASTS_DAYS = 14;
  private static final int BODY = 8 + 4 + 8 + 8;
  private static final int MARK = 16;

  /**
   * @param isOver its fourteen days have passed
   */
  public record MandateLink(MandateId mandate, int version, PersonId person, boolean isOver) {}

  private final InstallationKey key;
  private final OrganisationCalendar calendar;

  MandateLinks(InstallationKey key, OrganisationCalendar calendar) {
    this.key = key;
    this.calendar = calendar;
  }

  /** Two weeks on the wall clock, also when summer time begins or ends in between. */
  public String make(MandateId mandate, int version, PersonId person, Instant now) {
    var until = now.atZone(calendar.current().zone()).plusDays(LASTS_DAYS).toInstant();
    var body =
        ByteBuffer.allocate(BODY)
            .putLong(mandate.value())
            .putInt(version)
            .putLong(person.value())
            .putLong(until.getEpochSecond())
            .array();
    var link = ByteBuffer.allocate(BODY + MARK).put(body).put(mark(body)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(link);
  }

  /** Empty when we did not make it. */
  public Optional<MandateLink> read(String link, Instant now) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(link);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != BODY + MARK) {
      return Optional.empty();
    }
    var body = Arrays.copyOf(bytes, BODY);
    if (!MessageDigest.isEqual(mark(body), Arrays.copyOfRange(bytes, BODY, BODY + MARK))) {
      return Optional.empty();
    }
    var parts = ByteBuffer.wrap(body);
    var mandate = new MandateId(parts.getLong());
    var version = parts.getInt();
    var person = new PersonId(parts.getLong());
    var isOver = parts.getLong() <= now.getEpochSecond();
    return Optional.of(new MandateLink(mandate, version, person, isOver));
  }

  private byte[] mark(byte[] body) {
    return Arrays.copyOf(key.mark(PURPOSE, Base64.getEncoder().encodeToString(body)), MARK);
  }
}
