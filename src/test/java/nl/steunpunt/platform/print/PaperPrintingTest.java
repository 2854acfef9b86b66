package nl.steunpunt.platform.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import nl.steunpunt.platform.print.Paper.Bullets;
import nl.steunpunt.platform.print.Paper.Heading;
import nl.steunpunt.platform.print.Paper.Text;
import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SteunpuntTest
class PaperPrintingTest {
  @Autowired PaperPrinting printing;

  private Pdf print(Paper.Look look, byte[] logo, String words) {
    var paper =
        new Paper(
            look,
            Locale.of("nl"),
            "Rol & taak",
            "Waarover het gaat",
            List.of(
                new Heading("Wat je doet"),
                new Text("Beste Zoë,\nvan <Novum> & Zn."),
                new Bullets(List.of("Šárka Đặng-Żółć", "Ştefan Ţurcanu, Γιώργος, Олександр")),
                new Text(words)));
    return new Pdf(
        printing.print(
            paper, new Letterhead("Novum & Co", true, "#7a2b00", logo.length == 0 ? null : logo)));
  }

  private static byte[] logo() throws IOException {
    var image = new BufferedImage(300, 90, BufferedImage.TYPE_INT_ARGB);
    var pen = image.createGraphics();
    pen.setColor(new Color(0x7a2b00));
    pen.fillOval(4, 4, 80, 80);
    pen.fillRect(100, 30, 190, 30);
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  @Test
  void isReadBackAsItWasWritten() {
    var pdf = print(Paper.Look.LETTER, new byte[0], "Tot ziens");
    assertThat(pdf.text())
        .contains(
            "Novum & Co Rol & taak Wat je doet Beste Zoë, van <Novum> & Zn.",
            "Šárka Đặng-Żółć",
            "Ştefan Ţurcanu, Γιώργος, Олександр",
            "1 / 1");
    assertThat(pdf.title()).isEqualTo("Rol & taak");
    assertThat(pdf.language()).isEqualTo("nl");
    assertThat(pdf.fonts()).hasSizeGreaterThanOrEqualTo(2).allMatch(font -> font.isEmbedded());
  }

  @Test
  void canBeReadAloud() throws IOException {
    for (var look : Paper.Look.values()) {
      for (var picture : List.of(new byte[0], logo())) {
        var pdf = print(look, picture, "Lange tekst ".repeat(600));
        assertThat(pdf.objections()).isEmpty();
        assertThat(pdf.<Boolean>read(it -> it.getDocumentCatalog().getMarkInfo().isMarked()))
            .isTrue();
        assertThat(
                pdf.<List<Object>>read(
                    it -> it.getDocumentCatalog().getStructureTreeRoot().getKids()))
            .isNotEmpty();
      }
    }
  }

  /** At whatever place in the line it stands. */
  @Test
  void noNameIsBrokenAtItsHyphen() {
    for (var look : Paper.Look.values()) {
      for (var before = 0; before < 60; before++) {
        var pdf =
            print(look, new byte[0], "x".repeat(before) + " Anne-Marie Jansen-de Vries".repeat(8));
        assertThat(pdf.text()).doesNotContain("Anne- Marie", "Jansen- de");
        assertThat(pdf.text().split("Anne-Marie", -1)).hasSize(9);
      }
    }
  }

  /** A letter that the font has not, and what a document cannot carry at all. */
  @Test
  void noLetterStopsAPaper() {
    var pdf = print(Paper.Look.LETTER, new byte[0], "Beste محمد 🎉 \u0007\uD800 en 李");
    assertThat(pdf.text()).contains("Beste").contains("en");
    assertThat(pdf.objections()).isEmpty();
  }

  /** What somebody typed is text: no picture is fetched, no element is made. */
  @Test
  void whatIsTypedStaysText() {
    var pdf =
        print(
            Paper.Look.LETTER,
            new byte[0],
            "</p><img src=\"http://127.0.0.1:9/x.png\"/><style>p{display:none}</style>");
    assertThat(pdf.text()).contains("</p><img src=\"http://127.0.0.1:9/x.png\"/>");
  }
}
