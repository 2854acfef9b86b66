package nl.steunpunt.bench.kill;

/**
 * A move of the clock by hours: every lease was over at once.
 *
 * @param begun by {@link System#nanoTime()}
 * @param done when all timers of those hours had fired
 */
record Moved(long begun, long done) {}
