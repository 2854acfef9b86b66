package nl.steunpunt.people.directory.table;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.steunpunt.people.directory.table.Workbook.number;
import static nl.steunpunt.people.directory.table.Workbook.styled;
import static nl.steunpunt.people.directory.table.Workbook.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

  private static String read(byte[] content) {
    try (var table = TableFile.open(content)) {
      var lines = new ArrayList<String>();
      lines.add(String.join("|", table.header()));
      for (var row = table.next(); row != null; row = table.next()) {
        lines.add(
            row.line()
                + ":"
                + String.join("|", row.cells().stream().map(TableFileTest::shown).toList()));
      }
      return String.join("\n", lines);
    }
  }

  private static String shown(Cell cell) {
    return cell.fault() == null ? cell.text() : cell.fault() + "!";
  }

  private static String read(String csv) {
    return read(csv.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void tellsTheSeparatorFromTheHeader(String separator) {
    var csv = "name,email,notes\nJan,jan@a.nl,x\n".replace(",", separator);
    assertThat(read(csv)).isEqualTo("name|email|notes\n2:Jan|jan@a.nl|x");
  }

  @Test
  void countsSeparatorsOutsideQuotesOnly() {
    assertThat(read("\"name, first, last\";email\n\"Boer; de\";b@a.nl\n"))
        .isEqualTo("name, first, last|email\n2:Boer; de|b@a.nl");
  }

  @Test
  void namesTheLineWhereARowBeginsAlsoAfterLineBreaksInQuotes() {
    assertThat(read("name,email\r\n\"Jan\r\nde Boer\",jan@a.nl\r\n\r\nPiet,p@a.nl"))
        .isEqualTo("name|email\n2:Jan\r\nde Boer|jan@a.nl\n5:Piet|p@a.nl");
  }

  @Test
  void readsDoubledQuotesAndTextAfterAQuote() {
    assertThat(read("name,email\n\"Jan \"\"de\"\" Boer\",\"a\"b\n"))
        .isEqualTo("name|email\n2:Jan \"de\" Boer|ab");
  }

  @Test
  void refusesAQuoteThatNeverCloses() {
    assertThatThrownBy(() -> read("name,email\nJan,j@a.nl\n\"Piet,p@a.nl\nKees,k@a.nl\n"))
        .isInstanceOfSatisfying(
            UnreadableTable.class, unreadable -> assertThat(unreadable.line).isEqualTo(3));
  }

  @Test
  void leavesShortAndLongRowsAsTheyAre() {
    assertThat(read("a,b,c\n1\n1,2,3,4\n")).isEqualTo("a|b|c\n2:1\n3:1|2|3|4");
  }

  @Test
  void numbersAHeaderThatOccursTwice() {
    assertThat(read("mail,mail,,\n")).isEqualTo("mail|mail (2)||");
  }

  @Test
  void keepsWhatLooksLikeAFormulaAndUnwrapsTheLeadingZeroTrick() {
    assertThat(read("n,p\n=\"00123\",+31 6 1234\n\"=\"\"007\"\"\",=1+1\n"))
        .isEqualTo("n|p\n2:00123|+31 6 1234\n3:007|=1+1");
  }

  @Test
  void readsUtf8WithAByteOrderMarkAndUtf16() {
    var csv = "naam;plaats\nRenée;Zoë\n";
    assertThat(read('\uFEFF' + csv)).isEqualTo("naam|plaats\n2:Renée|Zoë");
    assertThat(read(('\uFEFF' + csv).getBytes(UTF_16LE))).isEqualTo("naam|plaats\n2:Renée|Zoë");
    assertThat(read(('\uFEFF' + csv).getBytes(UTF_16BE))).isEqualTo("naam|plaats\n2:Renée|Zoë");
    assertThat(read(csv.getBytes(UTF_16LE))).isEqualTo("naam|plaats\n2:Renée|Zoë");
    assertThat(read(csv.getBytes(UTF_16BE))).isEqualTo("naam|plaats\n2:Renée|Zoë");
  }

  @Test
  void pointsAtEachCellOfAnOldEncoding() {
    var csv = "naam;plaats\nRenée;Utrecht\nJan;Curaçao\n";
    assertThat(read(csv.getBytes(Charset.forName("windows-1252"))))
        .isEqualTo("naam|plaats\n2:ENCODING!|Utrecht\n3:Jan|ENCODING!");
    assertThat(read("naam\nJ\0an\n")).isEqualTo("naam\n2:ENCODING!");
  }

  @Test
  void hasNoHeaderWhenEmpty() {
    assertThat(read("")).isEmpty();
    assertThat(read("\n\n")).isEmpty();
  }

  @Test
  void readsAWorkbookAsAPersonSeesIt() {
    var book =
        new Workbook()
            .texts("nummer", "naam", "uren", "afdeling")
            .row(number("1001"), text("Renée & Co"), number("36.100000000000001"), text("HR"))
            .skip(1)
            .row(styled(1, "123"), text(" Jan "), number("1E+3"), styled(2, "45659"))
            .row(
                "<c t=\"str\"><f>A2</f><v>1001</v></c>",
                "<c t=\"b\"><v>1</v></c>",
                "<c><f>A2*2</f><v>2002</v></c>",
                "<c t=\"e\"><f>X</f><v>#REF!</v></c>");
    assertThat(read(book.bytes()))
        .isEqualTo(
            """
            nummer|naam|uren|afdeling
            2:1001|Renée & Co|36.1|HR
            4:00123|Jan|1000|DATE!
            5:1001|true|2002|ERROR!\
            """);
  }

  @Test
  void refusesAWorkbookThatUnpacksWithoutEnd() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      var zeros = new byte[1 << 20];
      for (int i = 0; i < 50; i++) {
        zip.write(zeros);
      }
    }
    assertThatThrownBy(() -> read(bytes.toByteArray())).isInstanceOf(UnreadableTable.class);
  }

  @Test
  void refusesWhatIsNoTable() {
    var oldWorkbook =
        new byte[] {
          (byte) 0xD0,
          (byte) 0xCF,
          0x11,
          (byte) 0xE0,
          (byte) 0xA1,
          (byte) 0xB1,
          0x1A,
          (byte) 0xE1,
          0
        };
    var brokenZip = new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0};
    for (var content : List.of(oldWorkbook, brokenZip)) {
      assertThatThrownBy(() -> read(content)).isInstanceOf(UnreadableTable.class);
    }
  }
}
