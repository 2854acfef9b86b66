package nl.steunpunt.helpdesk.outcome;

import org.jspecify.annotations.Nullable;

/**
 * How long what came to the helpdesk took, in minutes.
 *
 * @param topicId null: all of it
 * @param took the median, with its range
 */
record Took(@Nullable Long topicId, int ended, int tookLow, int took, int tookHigh) {}
