package nl.steunpunt.platform.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Writes an SVG anew from a short list of what a drawing needs: shapes, text and colours. What can
 * run, fetch or embed something refuses the whole file, wherever it stands; what else is not on the
 * list is left out. Styles become attributes, so that a browser needs no style of a stranger.
 */
public final class Drawings {
  public static final int MOST_BYTES = 2 << 20;

  static final int MOST_ELEMENTS = 20_000;
  static final int MOST_DEPTH = 60;

  /** One style of many shapes stands at each of them then: a little file would fill the memory. */
  private static final int MOST_WRITTEN = 2 * MOST_BYTES;

  /** Of the longer side to the shorter; what is longer still is no floor. */
  private static final int LONGEST = 10;

  private static final int HEAD = 200;
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private static final Set<String> ELEMENTS =
      Set.of(
          "g",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "text",
          "tspan",
          "defs",
          "linearGradient",
          "radialGradient",
          "stop",
          "clipPath");

  /** Say something about the drawing, and draw nothing. */
  private static final Set<String> SILENT = Set.of("title", "desc", "metadata", "style");

  private static final Set<String> RUNNING =
      Set.of(
          "script",
          "foreignobject",
          "handler",
          "listener",
          "iframe",
          "object",
          "embed",
          "audio",
          "video");

  private static final Pattern NUMBER =
      Pattern.compile("\\s*(-?\\d{1,7}(?:\\.\\d{1,18})?)(?:px)?\\s*");

  private final StringWriter text = new StringWriter();
  private final Set<String> without = new TreeSet<>();
  private final SvgStyles styles = new SvgStyles();
  private String viewBox = "";
  private int width;
  private int height;

  private Drawings() {}

  /** Whether it looks like one; a picture of pixels never begins so. */
  public static boolean isOne(Path sent) throws IOException {
    try (var in = Files.newInputStream(sent)) {
      return isOne(in.readNBytes(HEAD));
    }
  }

  public static boolean isOne(byte[] sent) {
    var head = new String(sent, 0, Math.min(sent.length, HEAD), UTF_8).replace("\ufeff", "");
    return head.stripLeading().startsWith("<");
  }

  /**
   * @throws Refusal with a key {@code picture.svg.*}
   */
  public static Drawing cleaned(byte[] sent) {
    var text = text(sent);
    try {
      var drawing = new Drawings();
      drawing.look(reader(text));
      drawing.write(reader(text));
      return new Drawing(
          drawing.text.toString().getBytes(UTF_8),
          drawing.width,
          drawing.height,
          List.copyOf(drawing.without));
    } catch (XMLStreamException | RuntimeException e) {
      // A parser answers nonsense with any exception; all mean that this is no drawing.
      throw e instanceof Refusal refusal ? refusal : Refusal.of("picture.svg.damaged");
    }
  }

  /** Only UTF-8: what another encoding hides is not looked for. */
  private static String text(byte[] sent) {
    if (sent.length > MOST_BYTES) {
      throw Refusal.of("picture.svg.large", MOST_BYTES >> 20);
    }
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(sent)).toString();
      if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
        throw Refusal.of("picture.svg.doctype");
      }
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Refusal.of("picture.svg.damaged");
    }
  }

  private static XMLStreamReader reader(String text) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver((_, _, _, _) -> {
      throw new XMLStreamException("nothing is fetched");
    });
    return factory.createXMLStreamReader(new StringReader(text));
  }

  /** The whole of it, for what may not be in it anywhere, and for its styles. */
  private void look(XMLStreamReader in) throws XMLStreamException {
    int depth = 0;
    int elements = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++elements > MOST_ELEMENTS || ++depth > MOST_DEPTH) {
            throw Refusal.of("picture.svg.complex", MOST_ELEMENTS, MOST_DEPTH);
          }
          check(in);
          if (elements == 1) {
            measure(in);
          }
          if (in.getLocalName().equals("style")) {
            styles.add(in.getElementText());
            depth--;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw Refusal.of("picture.svg.doctype");
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
          if (in.getPITarget().toLowerCase(Locale.ROOT).contains("stylesheet")) {
            throw Refusal.of("picture.svg.outside");
          }
        }
        default -> {}
      }
    }
  }

  private static void check(XMLStreamReader in) {
    if (RUNNING.contains(in.getLocalName().toLowerCase(Locale.ROOT))
        || XHTML.equals(in.getNamespaceURI())) {
      throw Refusal.of("picture.svg.script");
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      var name = in.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      var value = in.getAttributeValue(i);
      if (name.startsWith("on")) {
        throw Refusal.of("picture.svg.script");
      }
      if (name.equals("href") || name.equals("src")) {
        SvgValues.requireInside(value);
      } else if (isPlain(in, i)) {
        SvgValues.requireHarmless(value);
      }
    }
  }

  private void measure(XMLStreamReader in) {
    if (!in.getLocalName().equals("svg") || !SVG.equals(in.getNamespaceURI())) {
      throw Refusal.of("picture.svg.damaged");
    }
    var box = in.getAttributeValue(null, "viewBox");
    var parts = box == null ? new String[0] : box.strip().split("[\\s,]+", 5);
    var wide = number(parts.length == 4 ? parts[2] : in.getAttributeValue(null, "width"));
    var high = number(parts.length == 4 ? parts[3] : in.getAttributeValue(null, "height"));
    if (wide < 1 || high < 1 || wide > LONGEST * high || high > LONGEST * wide) {
      throw Refusal.of("picture.svg.size");
    }
    viewBox =
        parts.length == 4
            ? number(parts[0]) + " " + number(parts[1]) + " " + wide + " " + high
            : "0 0 " + wide + " " + high;
    width = (int) Math.max(1, Math.round(wide));
    height = (int) Math.max(1, Math.round(high));
  }

  private static double number(@Nullable String written) {
    var found = NUMBER.matcher(written == null ? "" : written);
    if (!found.matches()) {
      throw Refusal.of("picture.svg.size");
    }
    return Double.parseDouble(found.group(1));
  }

  private void write(XMLStreamReader in) throws XMLStreamException {
    var out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    int depth = 0;
    int skipped = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          var drawn = skipped == 0 && begin(in, out, depth++ == 0);
          skipped += drawn ? 0 : 1;
          if (text.getBuffer().length() > MOST_WRITTEN) {
            throw Refusal.of("picture.svg.complex", MOST_ELEMENTS, MOST_DEPTH);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (skipped > 0) {
            skipped--;
          } else {
            out.writeEndElement();
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (skipped == 0 && !in.isWhiteSpace()) {
            out.writeCharacters(in.getText());
          }
        }
        default -> {}
      }
    }
    out.flush();
  }

  private boolean begin(XMLStreamReader in, XMLStreamWriter out, boolean root)
      throws XMLStreamException {
    var name = in.getLocalName();
    if (!root && !(SVG.equals(in.getNamespaceURI()) && ELEMENTS.contains(name))) {
      if (SVG.equals(in.getNamespaceURI()) && !SILENT.contains(name)) {
        without.add(name.length() > 30 ? name.substring(0, 30) : name);
      }
      return false;
    }
    out.writeStartElement(name);
    if (root) {
      out.writeDefaultNamespace(SVG);
      out.writeAttribute("viewBox", viewBox);
      out.writeAttribute("width", Integer.toString(width));
      out.writeAttribute("height", Integer.toString(height));
    }
    for (var attribute : attributes(in, root).entrySet()) {
      out.writeAttribute(attribute.getKey(), attribute.getValue());
    }
    return true;
  }

  private Map<String, String> attributes(XMLStreamReader in, boolean root) {
    var kept = new LinkedHashMap<String, String>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      var name = in.getAttributeLocalName(i);
      if ((isPlain(in, i) || name.equals("href"))
          && SvgValues.isKept(name, in.getAttributeValue(i))
          && !(root && SvgValues.MEASURES.contains(name))) {
        kept.put(name, in.getAttributeValue(i));
      }
    }
    kept.putAll(
        styles.of(
            in.getLocalName(),
            in.getAttributeValue(null, "class"),
            in.getAttributeValue(null, "id")));
    kept.putAll(SvgStyles.declared(in.getAttributeValue(null, "style")));
    return kept;
  }

  /** Inkscape's own attributes have names of ours in a namespace of theirs. */
  private static boolean isPlain(XMLStreamReader in, int attribute) {
    var namespace = in.getAttributeNamespace(attribute);
    return namespace == null || namespace.isEmpty();
  }
}
