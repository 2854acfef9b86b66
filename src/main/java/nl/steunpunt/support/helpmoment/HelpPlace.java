package nl.steunpunt.support.helpmoment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A department, and where it sits if that is known. In forms "12-34", or "12-". */
public record HelpPlace(long department, @Nullable Long location) {

  public String word() {
    return department + "-" + (location == null ? "" : location);
  }

  static Optional<HelpPlace> parse(String word) {
    try {
      var parts = word.split("-", 2);
      var location = parts.length < 2 || parts[1].isEmpty() ? null : Long.valueOf(parts[1]);
      return Optional.of(new HelpPlace(Long.parseLong(parts[0]), location));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
