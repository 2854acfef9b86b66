package nl.steunpunt.network.helpbutton;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which pages the button may ask who helps, and stand in a frame.
 *
 * @param origins as browsers write them: {@code https://intranet.example}
 */
public record HelpButtonSettings(List<String> origins) {
  public static final String SETTING = "help-button";
  public static final HelpButtonSettings NONE = new HelpButtonSettings(List.of());

  public HelpButtonSettings {
    origins = kept(origins);
  }

  private static List<String> kept(@Nullable List<String> origins) {
    return origins == null ? List.of() : List.copyOf(origins);
  }

  boolean allows(String origin) {
    return origins.contains(origin);
  }
}
