package nl.steunpunt.bench.kill;

import java.time.Duration;

/**
 * A kill that was.
 *
 * @param nanos when, by {@link System#nanoTime()}
 * @param ready from then until all nodes were ready again; what was to stay dead did so
 */
record Fallen(Fall fall, long nanos, Duration ready) {}
