package nl.steunpunt.platform.print;

import org.jspecify.annotations.Nullable;

/**
 * @param organisation its name, or ours when it has not said one
 * @param isNamed it has
 * @param accent hex, readable on white
 * @param logo a PNG
 */
public record Letterhead(
    String organisation, boolean isNamed, String accent, byte @Nullable [] logo) {}
