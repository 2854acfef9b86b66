package nl.steunpunt.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.Test;

/** What a mail says, and what comes along with it. */
@SteunpuntTest
class MailTextTest extends MailboxWorld {
  @Test
  void aMailIsAQuestionThatFindsItsPowerUser() {
    deliver(
        mail(world.sanne(), "Factuur blijft hangen", "Ik kan de factuur niet boeken.\nWat nu?"));
    look();

    assertThat(questionsOf(world.sanne()))
        .endsWith("Factuur blijft hangen\n\nIk kan de factuur niet boeken.\nWat nu?");
    var page = world.as(world.fatima()).page("/questions/" + lastQuestion());
    assertThat(page.text()).contains("Ik kan de factuur niet boeken.");
  }

  @Test
  void htmlBecomesTextAndItsQuotesAreFolded() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    deliver(
        """
        From: %s
        To: %s
        Subject: =?utf-8?Q?Re:_vraag_=F0=9F=98=80?=
        In-Reply-To: <%s@novum.example>
        MIME-Version: 1.0
        Content-Type: text/html; charset=windows-1252

        <html><head><style>p{color:red}</style></head><body><p>Met <b>F8</b> &amp; Enter.</p>
        <script>alert(1)</script><img src="https://volger.example/x.gif">
        <div class="gmail_quote"><div>On Tue, 3 Nov 2026 at 10:12, Steunpunt wrote:</div>
        <blockquote>Hoe boek ik dit?</blockquote></div></body></html>
        """
            .formatted(world.fatima().email(), ADDRESS, tag(question, world.fatima())));
    look();
    assertThat(messagesOf(question)).containsExactly("Met F8 & Enter.");
    var quoted =
        sql.sql("select quoted from support.message where question_id = :id")
            .param("id", question)
            .query(String.class)
            .single();
    assertThat(quoted)
        .contains("> Hoe boek ik dit?")
        .doesNotContain("alert")
        .doesNotContain("volger");
  }

  @Test
  void filesComeAlongAndWhatIsNoneIsSaid() throws Exception {
    deliver(
        parts(
            "Kijk",
            "mixed",
            "Zie de bijlage.",
            """
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename="=?utf-8?Q?sch=C3=ABrm.png?="

            """
                + Base64.getMimeEncoder().encodeToString(png()),
            """
            Content-Type: application/ms-tnef; name=winmail.dat
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename=winmail.dat

            eJ8+IgAAAAAAAAAA\
            """,
            """
            Content-Type: application/zip
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename=groot.zip

            """
                + Base64.getMimeEncoder().encodeToString(bomb())));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("Kijk\n\nZie de bijlage.");
    assertThat(
            sql.sql(
                    "select name from support.attachment where question_id = :id and message_id is not null")
                .param("id", lastQuestion())
                .query(String.class)
                .list())
        .containsExactly("schërm.png");
    assertThat(mailed(world.sanne().email()).getLast())
        .contains("winmail.dat")
        .contains("groot.zip");
  }

  /** Whoever signs all mail would else hear with each that a file did not come along. */
  @Test
  void aSignatureIsNoFileAndANameIsClean() {
    deliver(
        parts(
            "Getekend",
            "signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256",
            "Van mij.",
            """
            Content-Type: application/pkcs7-signature; name=smime.p7s
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename=smime.p7s

            MIAGCSqGSIb3DQEHAqCAMIACAQEx\
            """));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("Getekend\n\nVan mij.");
    assertThat(mailed(world.sanne().email())).isEmpty();

    deliver(
        parts(
            "Nul",
            "mixed",
            "Met een programma.",
            """
            Content-Type: application/x-msdownload
            Content-Disposition: attachment; filename*=utf-8''a%00b.exe

            MZ\
            """));
    look();
    assertThat(outcomes()).endsWith("asked");
    assertThat(mailed(world.sanne().email())).singleElement().asString().contains("ab.exe");
  }

  /**
   * @param kind of the whole: "mixed"
   * @param more what comes along with the text, each with its own head
   */
  private String parts(String subject, String kind, String text, String... more) {
    return """
    From: %s
    To: %s
    Subject: %s
    MIME-Version: 1.0
    Content-Type: multipart/%s; boundary=grens

    --grens
    Content-Type: text/plain; charset=utf-8

    %s
    --grens
    %s
    --grens--
    """
        .formatted(
            world.sanne().email(), ADDRESS, subject, kind, text, String.join("\n--grens\n", more));
  }

  private static byte[] png() throws Exception {
    var picture =
        new java.awt.image.BufferedImage(300, 200, java.awt.image.BufferedImage.TYPE_INT_RGB);
    var bytes = new ByteArrayOutputStream();
    javax.imageio.ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  private static byte[] bomb() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("nullen"));
      zip.write(new byte[20 << 20]);
    }
    return bytes.toByteArray();
  }

  @Test
  void aLongMailIsWholeInAFile() {
    var text = "Regel met tekst.\n".repeat(2_000);
    deliver(mail(world.sanne(), "Lang", text));
    look();
    assertThat(questionsOf(world.sanne()).getLast())
        .startsWith("Lang\n\nRegel met tekst.")
        .endsWith("…");
    var size =
        sql.sql(
                """
                select w.size from support.attachment a join support.attachment_content w on w.attachment_id = a.id
                 where a.question_id = :id and a.name = 'mail.txt'
                """)
            .param("id", lastQuestion())
            .query(Long.class)
            .single();
    assertThat(size).isGreaterThan(text.length());
  }

  @Test
  void wrongCharsetsEmptySubjectsAndWhatNobodySees() {
    deliver(
        plain("; charset=bestaat-niet", "Caf\u00e9 \u202egespiegeld\u202c")
            .getBytes(StandardCharsets.UTF_8));
    deliver(plain("", "Priv\u00e9").getBytes(Charset.forName("windows-1252")));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("Café gespiegeld", "Privé");
  }

  private String plain(String charset, String text) {
    return "From: %s\nTo: %s\nMIME-Version: 1.0\nContent-Type: text/plain%s\n\n%s\n"
        .formatted(world.sanne().email(), ADDRESS, charset, text)
        .replace("\n", "\r\n");
  }
}
