package nl.steunpunt.network.agenda;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a calendar could not be read. It says nothing of its address. */
final class AgendaTrouble extends Exception {
  enum Kind {
    /** 401, 403, 404, 410: the address is no longer good, or never was. */
    GONE,
    /** Another address is given, which we do not follow. */
    MOVED,
    /** Their server says no, or something odd. */
    SERVER,
    SLOW,
    UNREACHABLE,
    /** We do not send there. */
    REFUSED,
    TOO_BIG,
    NO_CALENDAR,
    /** More in it than a person's calendar holds. */
    TOO_MUCH,
    /** Sealed with another key: after a restore elsewhere. */
    SEALED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final transient @Nullable Instant notBefore;

  AgendaTrouble(Kind kind) {
    this(kind, null);
  }

  /**
   * @param notBefore until when their server asks to be left alone
   */
  AgendaTrouble(Kind kind, @Nullable Instant notBefore) {
    super(kind.word(), null, false, false);
    this.kind = kind;
    this.notBefore = notBefore;
  }

  @Nullable Instant notBefore() {
    return notBefore;
  }

  Kind kind() {
    return kind;
  }
}
