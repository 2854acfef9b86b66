package nl.steunpunt.platform.live;

import org.jspecify.annotations.Nullable;

/** One event for one person; {@code id} is rising but not without holes. */
public record LiveEvent(
    long id, long personId, String kind, long subject, @Nullable String detail) {}
