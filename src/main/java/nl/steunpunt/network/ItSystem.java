package nl.steunpunt.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An IT system that was introduced; {@code key} is what imports and the API call it. */
public record ItSystem(
    SystemId id, String key, String name, @Nullable LocalDate liveOn, boolean active) {}
