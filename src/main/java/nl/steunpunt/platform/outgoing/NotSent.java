package nl.steunpunt.platform.outgoing;

/**
 * Why no answer came. The message names no more of the address than its host: what follows may be a
 * secret.
 */
public final class NotSent extends Exception {

  /** Each has a sentence for people: {@code outgoing.trouble.}... */
  public enum Reason {
    /** It is no address that we send to: another scheme, an odd host, odd signs. */
    ADDRESS,
    CREDENTIALS,
    /** Without encryption, to a host for which that was not allowed. */
    PLAIN,
    PORT,
    NOT_NAMED,
    /** It leads to our own network, to this machine, or nowhere on the internet. */
    INSIDE,
    UNKNOWN_NAME,
    UNREACHABLE,
    ENCRYPTION,
    SLOW,
    /** What came back is no HTTP. */
    NONSENSE;

    /** We did not try: it is of no use to go on before somebody changes something. */
    public boolean isRefusal() {
      return compareTo(INSIDE) <= 0;
    }
  }

  private final Reason reason;

  NotSent(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  NotSent(Reason reason, Throwable cause) {
    super(cause.getClass().getSimpleName(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
