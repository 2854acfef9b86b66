package nl.steunpunt.platform.brand;

import java.util.Locale;
import java.util.Optional;

/** An sRGB colour, each part 0 to 255. */
public record Colour(int red, int green, int blue) {
  public static final Colour WHITE = new Colour(255, 255, 255);
  public static final Colour BLACK = new Colour(0, 0, 0);

  /** "#0b6e6e", in any case of letters. */
  public static Optional<Colour> of(String hex) {
    var text = hex.strip().toLowerCase(Locale.ROOT);
    if (!text.matches("#[0-9a-f]{6}")) {
      return Optional.empty();
    }
    var all = Integer.parseInt(text.substring(1), 16);
    return Optional.of(new Colour(all >> 16, (all >> 8) & 255, all & 255));
  }

  /** Contrast ratio of WCAG 2.2, 1 to 21. */
  public double contrast(Colour other) {
    var lighter = Math.max(luminance(), other.luminance());
    var darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** This much of the other, 0 to 1, and the rest of this; as color-mix does in sRGB. */
  public Colour mix(Colour other, double share) {
    return new Colour(
        mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
  }

  public String hex() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }

  private static int mix(int one, int other, double share) {
    return (int) Math.round(one + (other - one) * share);
  }

  /** Relative luminance of WCAG 2.2. */
  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int part) {
    var value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
