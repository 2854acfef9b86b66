package nl.steunpunt.network.cover;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What cover is looked at by. */
public enum By {
  DEPARTMENT,
  LOCATION,
  TOPIC;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<By> of(String word) {
    return Stream.of(values()).filter(by -> by.word().equals(word)).findFirst();
  }
}
