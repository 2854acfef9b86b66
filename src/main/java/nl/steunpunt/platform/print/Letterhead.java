package nl.steunpunt.platform.print;

import org.jspecify.annotations.Nullable;

/**
 * @param accent hex, readable on white
 * @param logo a PNG
 */
public record Letterhead(String organisation, String accent, byte @Nullable [] logo) {}
