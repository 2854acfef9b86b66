package nl.steunpunt.platform.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** A paper, read back. */
public final class Pdf {
  private final byte[] file;

  public Pdf(byte[] file) {
    this.file = file.clone();
  }

  public interface Reading<T> {
    T of(PDDocument document) throws IOException;
  }

  public <T> T read(Reading<T> reading) {
    try (var document = Loader.loadPDF(file)) {
      return reading.of(document);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** In one line: where it breaks is the layout's. */
  public String text() {
    return read(document -> new PDFTextStripper().getText(document).replaceAll("\\s+", " "));
  }

  public int pages() {
    return read(PDDocument::getNumberOfPages);
  }

  /** In points. */
  public float smallestLetters() {
    return read(document -> {
      var smallest = new float[] {Float.MAX_VALUE};
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          smallest[0] = Math.min(smallest[0], text.getFontSizeInPt());
        }
      }.getText(document);
      return smallest[0];
    });
  }

  public String title() {
    return read(document -> document.getDocumentInformation().getTitle());
  }

  public String language() {
    return read(document -> document.getDocumentCatalog().getLanguage());
  }

  public List<PDFont> fonts() {
    return read(document -> {
      var fonts = new ArrayList<PDFont>();
      for (var page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          fonts.add(page.getResources().getFont(name));
        }
      }
      return fonts;
    });
  }

  /** What veraPDF has against it as PDF/UA-1 (ISO 14289-1). */
  public List<String> objections() {
    VeraGreenfieldFoundryProvider.initialise();
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(file), PDFAFlavour.PDFUA_1);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      var result = validator.validate(parser);
      if (result.getTotalAssertions() < 100) {
        throw new AssertionError("hardly anything was looked at");
      }
      return result.getTestAssertions().stream()
          .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
          .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
          .distinct()
          .toList();
    } catch (AssertionError e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** As pictures of its pages, for who wants to look: target/papers. */
  public void draw(String name) {
    read(document -> {
      var folder = Files.createDirectories(Path.of("target/papers"));
      var renderer = new PDFRenderer(document);
      for (var page = 0; page < document.getNumberOfPages(); page++) {
        ImageIO.write(
            renderer.renderImageWithDPI(page, 80),
            "png",
            folder.resolve(name + "-" + (page + 1) + ".png").toFile());
      }
      return folder;
    });
  }
}
