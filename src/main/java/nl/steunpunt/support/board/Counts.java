package nl.steunpunt.support.board;

/**
 * How many questions and signals of one place stand where.
 *
 * @param stuck of the open questions, whose askers cannot go on
 * @param solved answered today and not disputed yet; {@code closed} likewise
 * @param asked today so far; {@code askedBefore} on the same day last week by the same time
 * @param unheard signals that nobody has read yet; {@code ended} today, in any way
 */
public record Counts(
    int open,
    int withPowerUser,
    int withHelpdesk,
    int stuck,
    int solved,
    int closed,
    int asked,
    int askedBefore,
    int unheard,
    int heard,
    int ended,
    int said,
    int saidBefore) {

  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  Counts plus(Counts more) {
    return new Counts(
        open + more.open,
        withPowerUser + more.withPowerUser,
        withHelpdesk + more.withHelpdesk,
        stuck + more.stuck,
        solved + more.solved,
        closed + more.closed,
        asked + more.asked,
        askedBefore + more.askedBefore,
        unheard + more.unheard,
        heard + more.heard,
        ended + more.ended,
        said + more.said,
        saidBefore + more.saidBefore);
  }

  /** Not solved yet, wherever it is. */
  public int waiting() {
    return open + withPowerUser + withHelpdesk;
  }

  boolean isQuiet() {
    return equals(NONE);
  }
}
