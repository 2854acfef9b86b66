package nl.steunpunt.network.papers;

import nl.steunpunt.platform.db.TypedId;

/** Papers of a department, asked for at once. */
public record BundleId(long value) implements TypedId {
  public static BundleId of(Long value) {
    return new BundleId(value);
  }

  public static BundleId of(String value) {
    return new BundleId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
