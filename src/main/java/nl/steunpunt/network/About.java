package nl.steunpunt.network;

import org.jspecify.annotations.Nullable;

/** Which system, and which part of it, something is about. */
public record About(SystemId system, @Nullable TopicId topic) {}
