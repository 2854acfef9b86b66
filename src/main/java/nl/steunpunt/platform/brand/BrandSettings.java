package nl.steunpunt.platform.brand;

import org.jspecify.annotations.Nullable;

/**
 * Stored as the setting {@code brand}.
 *
 * @param accent hex, as the organisation wished it
 * @param logo hash of the logo's file, part of its address; null without one
 * @param logoIsWide null: not looked at, as it was uploaded before that was kept
 */
public record BrandSettings(
    String name, @Nullable String accent, @Nullable String logo, @Nullable Boolean logoIsWide) {
  static final BrandSettings NONE = new BrandSettings("", null, null, null);
}
