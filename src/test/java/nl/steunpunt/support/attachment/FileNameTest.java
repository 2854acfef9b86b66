package nl.steunpunt.support.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "rapport.pdf, PDF, rapport.pdf",
    "foto.JPEG, JPEG, foto.jpeg",
    "foto.png, JPEG, foto.jpg",
    "../../etc/passwd, TXT, passwd.txt",
    "C:\\Users\\sanne\\maand afsluiting.xlsx, XLSX, maand afsluiting.xlsx",
    "factuur.pdf.exe, PDF, factuur.pdf.exe.pdf",
    "versie 1.2, DOCX, versie 1.2.docx",
    ".htaccess, TXT, htaccess.txt",
    "a<b>:c?.csv, CSV, a_b__c_.csv",
    "con.txt, TXT, _con.txt",
    "'  ', PNG, _.png",
    "'', PNG, _.png",
    "..., PDF, _.pdf"
  })
  void keepsWhatIsSafeToSaveUnder(String sent, Format format, String kept) {
    assertThat(FileName.clean(sent, format)).isEqualTo(kept);
  }

  @Test
  void dropsWhatCannotBeSeen() {
    assertThat(FileName.clean("x\u202Efdp.exe\u0000\r\n\u200B.pdf", Format.PDF))
        .isEqualTo("xfdp.exe.pdf");
  }

  @Test
  void joinsLettersAndTheirAccents() {
    assertThat(FileName.clean("cafe\u0301.txt", Format.TXT)).isEqualTo("café.txt");
  }

  @Test
  void fitsAFileSystem() {
    var name = FileName.clean("😀".repeat(300) + ".docx", Format.DOCX);
    assertThat(name).endsWith("😀.docx");
    assertThat(name.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(255);
  }
}
