package nl.steunpunt.network;

import org.jspecify.annotations.Nullable;

/** Where a power user's photo is; its version stands in {@code network.pub_photo}. */
public final class Photo {
  private Photo() {}

  /**
   * @return null when there is none: a face then has initials
   */
  public static @Nullable String address(long person, @Nullable String version) {
    return version == null ? null : "/photos/" + person + "/" + version;
  }
}
