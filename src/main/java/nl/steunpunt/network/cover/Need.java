package nl.steunpunt.network.cover;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What asks for the lead's attention, in the order in which it does. */
public enum Need {
  HOLES,
  OVER,
  ALONE,
  TOPICS,
  INACTIVE,
  LEAVING,
  CALLING,
  CONFLICTS;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Need> of(String word) {
    return Stream.of(values()).filter(need -> need.word().equals(word)).findFirst();
  }
}
