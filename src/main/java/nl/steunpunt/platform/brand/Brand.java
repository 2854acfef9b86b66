package nl.steunpunt.platform.brand;

import org.jspecify.annotations.Nullable;

/**
 * How the organisation shows itself.
 *
 * @param name the organisation's, or "Steunpunt" when it has not said
 * @param accent as a hex colour that is readable on white
 * @param styleAddress where the style sheet with its colours is, or null when those are ours
 * @param logoAddress null without a logo
 * @param logoSaysName it is so wide that there must be a name in it: beside it that would stand
 *     twice
 */
public record Brand(
    String name,
    String accent,
    @Nullable String styleAddress,
    @Nullable String logoAddress,
    boolean logoSaysName) {}
