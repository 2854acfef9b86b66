package nl.steunpunt.support.routing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a question stops here, to be said in the reader's language: {@code messageKey} with the
 * asker's first name as its argument. Kept with a step as its word, such as "primary" or
 * "deputy:1".
 */
public record Reason(Kind kind, @Nullable Integer number) {

  public enum Kind {
    /** A power user filed it for a colleague who asked in person. */
    ASKED_IN_PERSON,
    /** It began as a signal, under the asker's name. */
    FROM_SIGNAL,
    PRIMARY,
    /** The number says which deputy, from 1. */
    DEPUTY,
    SAME_DEPARTMENT,
    SAME_FLOOR,
    SAME_BUILDING,
    SAME_SITE,
    KNOWS_TOPIC,
    PRESENT,
    LIGHT_LOAD,
    /** Why the asker's own power user does not have it. */
    PRIMARY_ABSENT,
    PRIMARY_FULL,
    PRIMARY_TRIED,
    /** Their hours of this week are spent, which is nobody's business: the text does not say so. */
    PRIMARY_SPARED,
    /** Full, like everyone else who could be asked. */
    ALL_FULL,
    /** Why the helpdesk has it. */
    NOBODY_AVAILABLE,
    ENOUGH_TRIED
  }

  public static Reason of(Kind kind) {
    return new Reason(kind, null);
  }

  static Reason deputy(int rank) {
    return new Reason(Kind.DEPUTY, rank);
  }

  public String word() {
    var name = kind.name().toLowerCase(Locale.ROOT);
    return number == null ? name : name + ":" + number;
  }

  public static Reason parse(String word) {
    var parts = word.split(":", 2);
    var kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
    return parts.length == 1 ? of(kind) : new Reason(kind, Integer.valueOf(parts[1]));
  }

  /**
   * @param toAsker whether the reader is the asker; to others it is said with the asker's first
   *     name
   */
  public String messageKey(boolean toAsker) {
    return (toAsker ? "routing.reason." : "routing.reason_of.")
        + kind.name().toLowerCase(Locale.ROOT);
  }
}
