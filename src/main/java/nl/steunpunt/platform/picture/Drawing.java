package nl.steunpunt.platform.picture;

import java.util.List;

/**
 * An SVG of our own writing. Width and height in its own units, rounded.
 *
 * @param without names of parts that were left out, each once
 */
public record Drawing(byte[] svg, int width, int height, List<String> without) {
  public static final String MEDIA_TYPE = "image/svg+xml";
}
