package nl.steunpunt.support.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import nl.steunpunt.platform.picture.Refusals;
import nl.steunpunt.platform.picture.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatRecognitionTest {
  private static final byte[] SHEET = Samples.office("xl/workbook.xml", Samples.SHEET);

  @TempDir Path folder;

  private Format format(String name, byte[] bytes) throws IOException {
    var file = folder.resolve("sent");
    Files.write(file, bytes);
    return FormatRecognition.of(file, name);
  }

  private void assertRefused(String key, String name, byte[] bytes) {
    Refusals.assertRefused(key, () -> format(name, bytes));
  }

  @Test
  void knowsEachFormatByItsBytesWhateverItIsCalled() throws IOException {
    var image = Samples.halves(8, 8, BufferedImage.TYPE_INT_RGB);
    assertThat(format("a.txt", Samples.encoded("jpeg", image))).isEqualTo(Format.JPEG);
    assertThat(format("a.pdf", Samples.encoded("png", image))).isEqualTo(Format.PNG);
    assertThat(format("a.exe", Samples.encoded("gif", image))).isEqualTo(Format.GIF);
    assertThat(format("a", Samples.webp(8, 8, 1, 1))).isEqualTo(Format.WEBP);
    assertThat(format("a.png", Samples.pdf())).isEqualTo(Format.PDF);
    assertThat(format("a.zip", SHEET)).isEqualTo(Format.XLSX);
    assertThat(format("a.xlsx", Samples.office("word/document.xml", Samples.DOCUMENT)))
        .isEqualTo(Format.DOCX);
  }

  @Test
  void takesTextThatCallsItselfText() throws IOException {
    assertThat(format("a.txt", "één ☺\r\n\tregel".getBytes(UTF_8))).isEqualTo(Format.TXT);
    assertThat(format("a.CSV", "naam;prijs\nCafé;€ 3".getBytes(Charset.forName("windows-1252"))))
        .isEqualTo(Format.CSV);
    assertThat(format("a.csv", ("é".repeat(4095) + "\n☺").getBytes(UTF_8))).isEqualTo(Format.CSV);
  }

  @Test
  void refusesTextThatIsSomethingElse() {
    var svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8);
    assertRefused("attachment.unsupported", "a.svg", svg);
    assertRefused("attachment.unsupported", "a.png", svg);
    assertRefused("attachment.unsupported", "a.html", "<html>".getBytes(UTF_8));
    assertRefused("attachment.unsupported", "txt", "without an extension".getBytes(UTF_8));
  }

  @Test
  void refusesTextWithBytesThatAreNone() {
    assertRefused("attachment.not-text", "a.txt", "a\0b".getBytes(UTF_8));
    assertRefused("attachment.not-text", "a.txt", "MZ\u0001program".getBytes(UTF_8));
    assertRefused("attachment.not-text", "a.csv", "a;b".getBytes(UTF_16LE));
    assertRefused("attachment.not-text", "a.txt", new byte[] {'a', (byte) 0x81});
    assertRefused("attachment.empty", "a.txt", new byte[0]);
  }

  @Test
  void refusesAPdfThatDoesNotBeginAndEndAsOne() throws IOException {
    var pdf = Samples.pdf();
    assertThat(format("a.pdf", pdf)).isEqualTo(Format.PDF);
    assertRefused("attachment.unsupported", "a.pdf", Samples.joined("x".getBytes(UTF_8), pdf));
    assertRefused("attachment.damaged", "a.pdf", Samples.joined("%PDF-x".getBytes(UTF_8), pdf));
    assertRefused("attachment.damaged", "a.pdf", Samples.joined(pdf, new byte[2000]));
    assertRefused(
        "attachment.two-in-one", "a.pdf", Samples.joined(pdf, Samples.zip(Map.of("a", "b"))));
  }

  @Test
  void refusesMacrosHoweverTheyAreCalled() {
    assertRefused(
        "attachment.macros", "a.docm", Samples.office("word/document.xml", Samples.MACROS));
    assertRefused(
        "attachment.macros", "a.docx", Samples.office("word/document.xml", Samples.MACROS));
    var smuggled =
        Samples.zip(
            Map.of(
                "[Content_Types].xml", Samples.types("word/document.xml", Samples.DOCUMENT),
                "_rels/.rels", "<Relationships/>",
                "word/document.xml", "<main/>",
                "word/vbaProject.bin", "macros"));
    assertRefused("attachment.macros", "a.docx", smuggled);
  }

  @Test
  void refusesZipsThatAreNoWorkbookOrDocument() {
    assertRefused("attachment.unsupported", "a.xlsx", Samples.zip(Map.of("a.exe", "MZ")));
    assertRefused(
        "attachment.unsupported",
        "a.pptx",
        Samples.office(
            "ppt/presentation.xml",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"));
    var withoutMain =
        Samples.zip(
            Map.of(
                "[Content_Types].xml",
                Samples.types("xl/workbook.xml", Samples.SHEET),
                "_rels/.rels",
                "<x/>"));
    assertRefused("attachment.unsupported", "a.xlsx", withoutMain);
    assertRefused(
        "attachment.old-office",
        "a.xls",
        HexFormat.of().parseHex("d0cf11e0a1b11ae10000000000000000"));
  }

  @Test
  void refusesZipsMadeToHurt() {
    assertRefused(
        "attachment.damaged", "a.xlsx", java.util.Arrays.copyOf(SHEET, SHEET.length - 30));
    assertRefused(
        "attachment.two-in-one",
        "a.xlsx",
        Samples.joined("PK\3\4 another file".getBytes(ISO_8859_1), SHEET));
    assertRefused(
        "attachment.damaged",
        "a.xlsx",
        Samples.zip(Map.of("[Content_Types].xml", " ".repeat(2 << 20))));
    assertRefused(
        "attachment.damaged",
        "a.xlsx",
        Samples.zip(Map.of("../../etc/passwd", "x", "[Content_Types].xml", "<Types/>")));
    var laughing =
        "<!DOCTYPE t [<!ENTITY a 'ha'><!ENTITY b '" + "&a;".repeat(1000) + "'>]><Types>&b;</Types>";
    assertRefused(
        "attachment.damaged", "a.xlsx", Samples.zip(Map.of("[Content_Types].xml", laughing)));
  }

  @Test
  void refusesAWorkbookThatGrowsToMoreThanHalfAGigabyte() {
    var sent = Samples.growing(600);
    assertThat(sent).hasSizeLessThan(1 << 20);
    assertRefused("attachment.damaged", "a.xlsx", sent);
  }
}
