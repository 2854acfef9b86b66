package nl.steunpunt.platform.print;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nl.steunpunt.platform.brand.Brands;
import org.springframework.stereotype.Component;

/**
 * Prints papers as tagged PDF (PDF/UA-1), with fonts that are embedded: the part of them that is
 * used, so that a paper is about 20 kB.
 */
@Component
public class PaperPrinting {
  private static final String FAMILY = "Paper";

  static {
    // It tells each step of each page; what goes wrong is thrown.
    XRLog.setLoggingEnabled(false);
  }

  private final Brands brands;
  private final byte[] regular = read("/fonts/OpenSans-Regular.ttf");
  private final byte[] bold = read("/fonts/OpenSans-Bold.ttf");
  private final String style = text("paper-style.txt");
  private final String certificateStyle = text("certificate-style.txt");

  PaperPrinting(Brands brands) {
    this.brands = brands;
  }

  /** The organisation's, as it is now: asked once where many papers are printed. */
  public Letterhead letterhead() {
    var brand = brands.current();
    var isNamed = !brands.settings().name().isEmpty();
    return new Letterhead(brand.name(), isNamed, brand.accent(), brands.logo().orElse(null));
  }

  public byte[] print(Paper paper, Letterhead head) {
    var pdf = new ByteArrayOutputStream(32_000);
    var builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfUaAccessibility(true);
    builder.useFont(from(regular), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(from(bold), FAMILY, 700, FontStyle.NORMAL, true);
    // Nothing is fetched, whatever a paper says.
    builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;base64,") ? uri : null);
    builder.withProducer("Steunpunt");
    builder.withHtmlContent(PaperMarkup.of(paper, head, style(paper)), null);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private String style(Paper paper) {
    return paper.look() == Paper.Look.CERTIFICATE ? style + certificateStyle : style;
  }

  private static String text(String beside) {
    return new String(read(beside), StandardCharsets.UTF_8);
  }

  private static FSSupplier<InputStream> from(byte[] font) {
    return () -> new ByteArrayInputStream(font);
  }

  private static byte[] read(String resource) {
    try (var in = PaperPrinting.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
