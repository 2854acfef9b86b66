package nl.steunpunt.platform.brand;

import java.util.Arrays;

/**
 * The organisation's colour as it can be read: made darker for light screens and lighter for dark
 * ones, as far as WCAG 2.2 AA asks (4.5) on every ground where it stands as text.
 *
 * @param onLight for the light look; white text stands on it
 * @param onDark for the dark look; nearly black text stands on it
 */
public record Accent(Colour wished, Colour onLight, Colour onDark) {
  private static final double READABLE = 4.5;
  private static final double STEP = 0.04;

  /** How much of the accent is in {@code --accent-soft}; see tokens.css. */
  private static final double SOFT = 0.10;

  private static final Colour LIGHT_SURFACE = Colour.WHITE;
  private static final Colour LIGHT_GROUND = new Colour(0xf6, 0xf7, 0xf8);
  private static final Colour DARK_SURFACE = new Colour(0x1a, 0x22, 0x26);
  private static final Colour DARK_GROUND = new Colour(0x11, 0x17, 0x1a);

  public static Accent of(Colour wished) {
    return new Accent(
        wished,
        until(wished, Colour.BLACK, LIGHT_SURFACE, LIGHT_GROUND),
        until(wished, Colour.WHITE, DARK_SURFACE, DARK_GROUND));
  }

  /** Whether it had to be made darker to be read on a light screen. */
  public boolean isDarkened() {
    return !wished.equals(onLight);
  }

  private static Colour until(Colour wished, Colour towards, Colour surface, Colour ground) {
    var colour = wished;
    for (var share = STEP;
        !isReadable(colour, surface, ground, surface.mix(colour, SOFT));
        share += STEP) {
      colour = wished.mix(towards, Math.min(share, 1));
    }
    return colour;
  }

  private static boolean isReadable(Colour colour, Colour... grounds) {
    return Arrays.stream(grounds).allMatch(ground -> colour.contrast(ground) >= READABLE);
  }
}
