package nl.steunpunt.platform.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/**
 * Prints what is designed rather than written: posters, signs. Each thing is drawn at its place,
 * tagged as PDF/UA-1 asks, and ready for a printer who cuts: with bleed and marks.
 */
@Component
public class SheetPrinting {
  /** Millimetres beyond the cut, so that a knife a hair beside it leaves no white edge. */
  static final double BLEED = 3;

  /** Around the bleed, for the marks. */
  private static final double MARGIN = 10;

  static final double POINTS = 72 / 25.4;

  private final Map<Face, byte[]> faces = new EnumMap<>(Face.class);
  private final Map<Face, BitSet> letters = new ConcurrentHashMap<>();

  SheetPrinting() {
    for (var face : Face.values()) {
      faces.put(face, read(face.file()));
    }
  }

  /**
   * What of these words our letters have not, such as a smiley: each sign once, in its order. On
   * paper it would become a question mark.
   */
  public List<String> unprintable(String words) {
    var shown = lettersOf(Face.HEAVY);
    return words
        .codePoints()
        .filter(letter -> !Character.isWhitespace(letter) && !Lettering.isInvisible(letter))
        .filter(letter -> !shown.get(letter))
        .distinct()
        .mapToObj(Character::toString)
        .toList();
  }

  /** Read once, when somebody first asks. */
  private BitSet lettersOf(Face face) {
    return letters.computeIfAbsent(
        face,
        one -> {
          try (var font =
              new TTFParser(true)
                  .parse(new RandomAccessReadBuffer(faces.getOrDefault(one, new byte[0])))) {
            var glyphs = font.getUnicodeCmapLookup();
            var known = new BitSet();
            for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
              known.set(letter, glyphs.getGlyphId(letter) != 0);
            }
            return known;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  public interface Drawing {
    void on(Sheet sheet);
  }

  /**
   * @param title of the document, for a window and a screen reader
   */
  public record About(String title, String organisation, Locale language) {}

  /**
   * @param marks with bleed and crop marks, for a printer; else cut to size
   */
  public byte[] print(About about, SheetSize size, boolean marks, List<Drawing> pages) {
    try (var document = new PDDocument()) {
      var fonts = new EnumMap<Face, PDType0Font>(Face.class);
      for (var face : Face.values()) {
        fonts.put(
            face,
            PDType0Font.load(
                document, new ByteArrayInputStream(faces.getOrDefault(face, new byte[0])), true));
      }
      var tags = new SheetTags();
      var images = new IdentityHashMap<byte[], PDImageXObject>();
      for (var drawing : pages) {
        page(document, new Lettering(fonts), tags, images, size, marks, drawing);
      }
      tags.writeTo(document);
      describe(document, about);
      var pdf = new ByteArrayOutputStream(64_000);
      document.save(pdf);
      return pdf.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void page(
      PDDocument document,
      Lettering lettering,
      SheetTags tags,
      Map<byte[], PDImageXObject> images,
      SheetSize size,
      boolean marks,
      Drawing drawing)
      throws IOException {
    var edge = marks ? BLEED + MARGIN : 0;
    var page = new PDPage(box(0, 0, size.width() + 2 * edge, size.height() + 2 * edge));
    page.setTrimBox(box(edge, edge, size.width(), size.height()));
    if (marks) {
      page.setBleedBox(box(MARGIN, MARGIN, size.width() + 2 * BLEED, size.height() + 2 * BLEED));
    }
    document.addPage(page);
    tags.begin(page);
    try (var stream = new PDPageContentStream(document, page)) {
      var sheet = new Sheet(document, stream, lettering, tags, size, edge, images);
      sheet.whole(drawing);
      if (marks) {
        sheet.cropMarks();
      }
    }
  }

  private static PDRectangle box(double x, double y, double width, double height) {
    return new PDRectangle(
        (float) (x * POINTS),
        (float) (y * POINTS),
        (float) (width * POINTS),
        (float) (height * POINTS));
  }

  private static void describe(PDDocument document, About about) throws IOException {
    var information = document.getDocumentInformation();
    information.setTitle(about.title());
    information.setAuthor(about.organisation());
    information.setProducer("Steunpunt");
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage(about.language().getLanguage());
    var preferences = new PDViewerPreferences(catalog.getCOSObject());
    preferences.getCOSObject().setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
    catalog.setViewerPreferences(preferences);
    var metadata =
        """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <pdfuaid:part>1</pdfuaid:part>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>\
        """
            .formatted(PaperMarkup.safe(about.title()));
    catalog.setMetadata(
        new PDMetadata(
            document, new ByteArrayInputStream(metadata.getBytes(StandardCharsets.UTF_8))));
  }

  /** One after the other, still to be read aloud in their order. */
  public static byte[] joined(List<byte[]> parts) {
    var open = new ArrayList<PDDocument>();
    try {
      for (var part : parts) {
        open.add(Loader.loadPDF(part));
      }
      var whole = open.getFirst();
      var joining = new PDFMergerUtility();
      for (var next : open.subList(1, open.size())) {
        joining.appendDocument(whole, next);
      }
      var pdf = new ByteArrayOutputStream(500_000);
      whole.save(pdf);
      return pdf.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      // Not before: what was joined still reads from where it came from.
      open.forEach(IOUtils::closeQuietly);
    }
  }

  /** The first page as a PNG, its long side this many pixels. */
  public static byte[] picture(byte[] pdf, int longSide) {
    try (var document = Loader.loadPDF(pdf)) {
      var box = document.getPage(0).getMediaBox();
      var scale = longSide / Math.max(box.getWidth(), box.getHeight());
      BufferedImage image = new PDFRenderer(document).renderImage(0, scale, ImageType.RGB);
      var png = new ByteArrayOutputStream(64_000);
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String resource) {
    try (InputStream in = SheetPrinting.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
