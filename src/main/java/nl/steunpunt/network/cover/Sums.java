package nl.steunpunt.network.cover;

/**
 * The people of a place.
 *
 * @param users all but the power users
 * @param hole of them, whom nobody helps first
 * @param alone of them, who have one power user and no deputy
 * @param powerUsers who work there
 * @param load how much of power users they take: somebody who helps forty people, ten of them here,
 *     is a quarter. So places that share a power user do not each count that one in full, and all
 *     places together have as many as there are
 */
public record Sums(int users, int hole, int alone, int powerUsers, double load) {
  static final Sums NONE = new Sums(0, 0, 0, 0, 0);

  private static final double LEAST_LOAD = 1e-9;

  Sums plus(Sums more) {
    return new Sums(
        users + more.users,
        hole + more.hole,
        alone + more.alone,
        powerUsers + more.powerUsers,
        load + more.load);
  }

  public boolean isEmpty() {
    return users == 0 && powerUsers == 0;
  }

  /** People to one power user, rounded; 0: there is none. */
  public int ratio() {
    return load < LEAST_LOAD ? 0 : (int) Math.round(users / load);
  }

  public boolean isOver(int most) {
    return ratio() > most;
  }

  public CoverState state(int most) {
    if (hole > 0) {
      return CoverState.HOLE;
    }
    if (isOver(most)) {
      return CoverState.OVER;
    }
    return alone > 0 ? CoverState.ALONE : CoverState.COVERED;
  }

  /** Of a hundred people, rounded up: one without help is seen too. */
  public int percent(int part) {
    return users == 0 ? 0 : Math.ceilDiv(part * 100, users);
  }
}
