package nl.steunpunt.platform.backup;

import java.util.Objects;

/** The release that runs, as its jar says; classes that were just compiled have none yet. */
final class ProductVersion {
  static final String NAME =
      Objects.requireNonNullElse(
          ProductVersion.class.getPackage().getImplementationVersion(), "development");

  private ProductVersion() {}
}
