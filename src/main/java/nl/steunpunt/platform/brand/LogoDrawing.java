package nl.steunpunt.platform.brand;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import nl.steunpunt.platform.picture.Drawing;
import nl.steunpunt.platform.picture.Drawings;
import nl.steunpunt.platform.web.Refusal;

/**
 * A logo that was sent as a drawing, as pixels: papers, posters, mails and screens then show the
 * same. What we would draw otherwise than its maker is refused, and so is what a logo does not need
 * and a few characters of which keep a computer busy for minutes.
 */
final class LogoDrawing {
  static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_ELEMENTS = 2_000;

  /** Characters; cutting along an outline takes the square of its length. */
  private static final int LONGEST_CLIP = 20_000;

  private static final Pattern CLIP =
      Pattern.compile("<clipPath\\b.*?(?:</clipPath>|/>)", Pattern.DOTALL);

  private LogoDrawing() {}

  /**
   * As large as fits.
   *
   * @throws Refusal with a key {@code picture.svg.*} or {@code look.logo.svg.*}
   */
  static BufferedImage drawn(byte[] file, int width, int height) {
    var drawing = Drawings.cleaned(file);
    check(drawing);
    var scale = Math.min((double) height / drawing.height(), (double) width / drawing.width());
    var image =
        new BufferedImage(
            Math.max(1, (int) Math.round(drawing.width() * scale)),
            Math.max(1, (int) Math.round(drawing.height() * scale)),
            BufferedImage.TYPE_INT_ARGB);
    try {
      draw(drawing, image);
    } catch (RuntimeException | StackOverflowError e) {
      // Parts that point at each other in a circle, and whatever else nobody thought of.
      throw Refusal.of("picture.svg.damaged");
    }
    if (isEmpty(image)) {
      throw Refusal.of("look.logo.svg.empty");
    }
    return image;
  }

  private static void check(Drawing drawing) {
    if (!drawing.without().isEmpty()) {
      throw Refusal.of("look.logo.svg.parts", String.join(", ", drawing.without()));
    }
    var text = new String(drawing.svg(), StandardCharsets.UTF_8);
    if (text.contains("<text")) {
      throw Refusal.of("look.logo.svg.letters");
    }
    if (text.length() > MOST_BYTES
        || text.contains("stroke-dasharray=")
        || text.chars().filter(one -> one == '<').count() > 2L * MOST_ELEMENTS) {
      throw Refusal.of("look.logo.svg.heavy");
    }
    var clips = CLIP.matcher(text);
    for (int length = 0; clips.find(); ) {
      length += clips.group().length();
      if (length > LONGEST_CLIP || clips.group().contains("clip-path=")) {
        throw Refusal.of("look.logo.svg.heavy");
      }
    }
  }

  private static void draw(Drawing drawing, BufferedImage image) {
    var document =
        new SVGLoader()
            .load(
                new ByteArrayInputStream(drawing.svg()),
                null,
                LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_ALL).build());
    if (document == null) {
      throw Refusal.of("picture.svg.damaged");
    }
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    document.renderWithPlatform(
        NullPlatformSupport.INSTANCE, pen, new ViewBox(image.getWidth(), image.getHeight()));
    pen.dispose();
  }

  private static boolean isEmpty(BufferedImage image) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) >>> 24 != 0) {
          return false;
        }
      }
    }
    return true;
  }
}
