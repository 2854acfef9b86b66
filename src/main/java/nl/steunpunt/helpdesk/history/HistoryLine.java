package nl.steunpunt.helpdesk.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as it was understood.
 *
 * @param worked minutes
 * @param passed how often it was passed on within the helpdesk
 */
record HistoryLine(
    int line,
    String number,
    Instant openedAt,
    @Nullable Instant endedAt,
    @Nullable Instant changedAt,
    @Nullable String category,
    @Nullable String topic,
    @Nullable String place,
    @Nullable Integer worked,
    @Nullable Integer passed,
    @Nullable Integer reopened) {}
