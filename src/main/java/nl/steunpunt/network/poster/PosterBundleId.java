package nl.steunpunt.network.poster;

import nl.steunpunt.platform.db.TypedId;

/** Posters of a building, asked for at once. */
public record PosterBundleId(long value) implements TypedId {
  public static PosterBundleId of(Long value) {
    return new PosterBundleId(value);
  }

  public static PosterBundleId of(String value) {
    return new PosterBundleId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
