package nl.steunpunt.notify.push;

import java.util.Locale;

/** Why notices do not reach a browser; each has a sentence for its owner. */
public enum PushTrouble {
  /** Its push service says that it is not there any more: nothing is sent to it again. */
  GONE,
  REFUSED,
  /** It asked to be left alone for a while. */
  BUSY,
  UNREACHABLE,
  /** The administrator does not let us send there. */
  ADDRESS,
  /** Ours cannot be opened with this installation's. */
  KEY;

  /** Tried again by itself, and mostly over a moment later. */
  boolean isPassing() {
    return this == BUSY || this == UNREACHABLE;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
