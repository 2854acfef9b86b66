package nl.steunpunt.helpdesk.connectors;

import java.time.Instant;
import java.util.Locale;
import nl.steunpunt.platform.outgoing.NotSent;
import org.jspecify.annotations.Nullable;

/** Why something was not done there. What was sent may have been done all the same. */
public final class Trouble extends Exception {
  public enum Reach {
    /** All of it: nothing is to be sent before it works again. */
    CONNECTION,
    /** They failed, and it is not said whether at this alone. */
    BROKEN,
    /** They do not take this; again would be the same. */
    LETTER
  }

  private static final int LONGEST = 300;

  private final Reach reach;
  private final String key;
  private final String detail;
  private final @Nullable Instant until;

  private Trouble(Reach reach, String key, String detail, @Nullable Instant until) {
    super(key, null, false, false);
    this.reach = reach;
    this.key = key;
    this.detail = line(detail);
    this.until = until;
  }

  private static String line(String text) {
    var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  static Trouble of(NotSent e) {
    return connection("outgoing.trouble." + e.reason().name().toLowerCase(Locale.ROOT), "");
  }

  static Trouble connection(String key, String detail) {
    return new Trouble(Reach.CONNECTION, key, detail, null);
  }

  static Trouble busy(@Nullable Instant until) {
    return new Trouble(Reach.CONNECTION, "connector.trouble.busy", "", until);
  }

  static Trouble broken(String detail) {
    return new Trouble(Reach.BROKEN, "connector.trouble.broken", detail, null);
  }

  /** One ticket that is too large to read holds up no other. */
  static Trouble cut() {
    return new Trouble(Reach.BROKEN, "connector.trouble.cut", "", null);
  }

  /** What they said is told to who puts it right. */
  public static Trouble refused(String detail) {
    return refused("connector.trouble.refused", detail);
  }

  public static Trouble refused(String key, String detail) {
    return new Trouble(Reach.LETTER, key, detail, null);
  }

  public Reach reach() {
    return reach;
  }

  /** Of a sentence. */
  public String key() {
    return key;
  }

  /** What the other side said, or empty. */
  public String detail() {
    return detail;
  }

  /** They asked to be left alone until then. */
  @Nullable Instant until() {
    return until;
  }
}
