package nl.steunpunt.network.agenda;

import java.time.Duration;
import java.time.Instant;
import nl.steunpunt.network.agenda.AgendaTrouble.Kind;
import nl.steunpunt.network.agenda.BusyReading.Busy;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.outgoing.OutgoingAnswer;
import nl.steunpunt.platform.outgoing.OutgoingCall;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fetches a calendar where its owner said, and keeps of it when they are busy. */
@Component
class AgendaSource {
  /** So far ahead it is read. */
  static final Duration AHEAD = Duration.ofDays(7);

  /** Bytes; a calendar of years with thousands of meetings has two or three million. */
  private static final int BIGGEST = 5_000_000;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST_MARK = 500;
  private static final String PURPOSE = "agenda";

  private final Outgoing outgoing;
  private final InstallationKey key;
  private final Agendas agendas;
  private final OrganisationCalendar calendar;

  AgendaSource(
      Outgoing outgoing, InstallationKey key, Agendas agendas, OrganisationCalendar calendar) {
    this.outgoing = outgoing;
    this.key = key;
    this.agendas = agendas;
    this.calendar = calendar;
  }

  /**
   * @param busy null: nothing changed since it was read last
   * @param etag what to say next time, so that nothing is sent when nothing changed; so modified
   */
  record Read(@Nullable Busy busy, @Nullable String etag, @Nullable String modified) {}

  /**
   * As somebody pasted it.
   *
   * @throws Refusal when it is no address, or one that we do not send to
   */
  OutgoingAddress address(String typed) {
    var text = typed.strip();
    // What Apple and Outlook copy; it means https (no registered scheme, but all agree).
    var https = text.replaceFirst("(?i)^webcals?://", "https://");
    try {
      var address = OutgoingAddress.of(https);
      outgoing.checkWritten(OutgoingCall.get(address));
      return address;
    } catch (NotSent refused) {
      throw Refusal.of(
              switch (refused.reason()) {
                case PLAIN -> "agenda.refused.plain";
                case CREDENTIALS -> "agenda.refused.credentials";
                case ADDRESS -> "agenda.refused.address";
                default -> "agenda.refused.elsewhere";
              })
          .at("agenda-address");
    }
  }

  String seal(OutgoingAddress address) {
    return key.seal(PURPOSE, address.whole());
  }

  /** All of it. */
  Read read(PersonId person, OutgoingAddress address, Instant now) throws AgendaTrouble {
    return read(person, OutgoingCall.get(address), now);
  }

  /** Again: all of it, or that nothing changed. */
  Read read(Agendas.Due due, Instant now) throws AgendaTrouble {
    var call = OutgoingCall.get(open(due.sealedAddress()));
    if (due.etag() != null) {
      call = call.with("If-None-Match", due.etag());
    }
    if (due.modified() != null) {
      call = call.with("If-Modified-Since", due.modified());
    }
    return read(due.personId(), call, now);
  }

  private OutgoingAddress open(String sealed) throws AgendaTrouble {
    try {
      return OutgoingAddress.of(key.open(PURPOSE, sealed));
    } catch (IllegalStateException | NotSent otherKey) {
      throw new AgendaTrouble(Kind.SEALED);
    }
  }

  private Read read(PersonId person, OutgoingCall call, Instant now) throws AgendaTrouble {
    var asked = call.headers().keySet().stream().anyMatch(name -> name.startsWith("If-"));
    var answer = send(call.keeping(BIGGEST).within(PATIENCE));
    if (answer.status() == 304 && asked) {
      return new Read(null, mark(answer, "etag"), mark(answer, "last-modified"));
    }
    if (!answer.isGood()) {
      throw new AgendaTrouble(refused(answer.status()), answer.retryAfter(now).orElse(null));
    }
    if (answer.cut()) {
      throw new AgendaTrouble(answer.body().length >= BIGGEST ? Kind.TOO_BIG : Kind.SLOW);
    }
    return new Read(
        busy(person, answer.body(), now), mark(answer, "etag"), mark(answer, "last-modified"));
  }

  private Busy busy(PersonId person, byte[] body, Instant now) throws AgendaTrouble {
    var current = calendar.current();
    var until = now.plus(AHEAD);
    var said = BusyReading.read(body, current.zone(), now, until);
    var working =
        WorkingTimes.of(agendas.deskHours(person), current, now.minus(Duration.ofDays(1)), until);
    return new Busy(WorkingTimes.within(said.times(), working), said.unread());
  }

  private OutgoingAnswer send(OutgoingCall call) throws AgendaTrouble {
    try {
      return outgoing.send(call);
    } catch (NotSent not) {
      throw new AgendaTrouble(
          switch (not.reason()) {
            case SLOW -> Kind.SLOW;
            case UNREACHABLE, UNKNOWN_NAME, ENCRYPTION -> Kind.UNREACHABLE;
            case NONSENSE -> Kind.SERVER;
            default -> Kind.REFUSED;
          });
    }
  }

  private static Kind refused(int status) {
    return switch (status) {
      case 401, 403, 404, 410 -> Kind.GONE;
      default -> status / 100 == 3 ? Kind.MOVED : Kind.SERVER;
    };
  }

  /** Only what can be sent back as it came. */
  private static @Nullable String mark(OutgoingAnswer answer, String header) {
    var value = answer.headers().get(header);
    return value != null && value.length() <= LONGEST_MARK && value.matches("[ -~]+")
        ? value
        : null;
  }
}
