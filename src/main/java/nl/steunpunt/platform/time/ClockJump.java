package nl.steunpunt.platform.time;

import java.time.Instant;

/**
 * The machine's clock was set, or the machine slept.
 *
 * @param at by the clock as it went on
 * @param bySeconds negative: back
 */
public record ClockJump(Instant at, long bySeconds) {}
