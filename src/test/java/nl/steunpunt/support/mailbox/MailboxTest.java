package nl.steunpunt.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.mailbox.MailboxSettings.Tls;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real mail, in a real mailbox. */
@SteunpuntTest
class MailboxTest {
  private static final String ADDRESS = "it-hulp@novum.example";

  @Autowired World world;
  @Autowired JdbcClient sql;
  @Autowired MailFetching fetching;
  @Autowired MailboxSetup setup;
  @Autowired MailSetup outgoing;
  @Autowired ReplyTags tags;

  private GreenMail server;
  private GreenMailUser box;

  @BeforeEach
  void connect() {
    // It would look beside the test, where what the test wrote is not there yet.
    fetching.stop();
    server = new GreenMail(new ServerSetup[] {listening(0, "imap"), listening(0, "smtp")});
    server.start();
    box = server.setUser(ADDRESS, "hulp", "geheim-en-lang");
    outgoing.save(
        "127.0.0.1",
        1,
        nl.steunpunt.platform.mail.MailSettings.Tls.NONE,
        "",
        null,
        "steunpunt@novum.example",
        "https://steunpunt.novum.example");
    assertThat(connect("geheim-en-lang", "false")).hasStatus(303);
  }

  private static ServerSetup listening(int port, String protocol) {
    var setup = new ServerSetup(port, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(20_000);
    return setup;
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult connect(
      String password, String old) {
    return administrator()
        .post(
            "/admin/mailbox",
            "address",
            ADDRESS,
            "host",
            "127.0.0.1",
            "port",
            Integer.toString(server.getImap().getPort()),
            "tls",
            Tls.NONE.name(),
            "user",
            "hulp",
            "password",
            password,
            "folder",
            "INBOX",
            "system",
            Long.toString(world.nova().value()),
            "old",
            old);
  }

  @AfterEach
  void disconnect() {
    setup.disconnect();
    outgoing.save("", 0, nl.steunpunt.platform.mail.MailSettings.Tls.NONE, "", null, "", "");
    server.stop();
    fetching.start();
  }

  private Browser administrator() {
    return world.as(world.willemijn());
  }

  /** Looks until nothing is left, as it does every twenty seconds. */
  private void look() {
    sql.sql("update support.mailbox set next_at = '2000-01-01', leased_until = null").update();
    while (fetching.makeSome() > 0) {
      sql.sql("update support.mailbox set next_at = '2000-01-01', leased_until = null").update();
    }
  }

  private void deliver(String raw) {
    deliver(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private void deliver(byte[] raw) {
    try {
      box.deliver(
          new MimeMessage(
              Session.getInstance(new java.util.Properties()), new ByteArrayInputStream(raw)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String mail(Colleague from, String subject, String text, String... headers) {
    return mail(from.email(), subject, text, headers);
  }

  private static String mail(String from, String subject, String text, String... headers) {
    return "From: Iemand <%s>\nTo: %s\nSubject: %s\nMessage-ID: <%s@novum.example>\n%sMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n"
        .formatted(from, ADDRESS, subject, UUID.randomUUID(), headers(headers), text);
  }

  private static String headers(String... headers) {
    return headers.length == 0 ? "" : String.join("\n", headers) + "\n";
  }

  private List<String> questionsOf(Colleague asker) {
    return sql.sql("select text from support.question where asker_id = :id order by id")
        .param("id", asker.id())
        .query(String.class)
        .list();
  }

  private QuestionId lastQuestion() {
    return new QuestionId(
        sql.sql("select max(id) from support.question").query(Long.class).single());
  }

  private QuestionId asked(Colleague asker, String text) {
    deliver(mail(asker, "", text));
    look();
    return lastQuestion();
  }

  private List<String> messagesOf(QuestionId question) {
    return sql.sql("select text from support.message where question_id = :id order by id")
        .param("id", question)
        .query(String.class)
        .list();
  }

  private String tag(QuestionId question, Colleague reader) {
    return tags.to(question, reader.id()).orElseThrow().tag();
  }

  private List<String> outcomes() {
    return sql.sql("select outcome from support.mail_in order by id").query(String.class).list();
  }

  private List<String> mailed(String recipient) {
    return sql.sql("select text_body from platform.mail where recipient = :to order by id")
        .param("to", recipient)
        .query(String.class)
        .list();
  }

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
  void aReplyLandsInItsConversationByItsHeaders() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    deliver(
        mail(
            world.fatima(),
            "Re: Hoe boek ik dit?",
            "Met F8.\n\nOp di 3 nov. 2026 om 10:12 schreef Steunpunt <steunpunt@novum.example>:\n> Hoe boek ik dit?",
            "In-Reply-To: <11aa." + tag(question, world.fatima()) + "@novum.example>"));
    look();

    assertThat(messagesOf(question)).containsExactly("Met F8.");
    var page = world.as(world.sanne()).page("/questions/" + question);
    assertThat(page.select(".message-quoted").text()).contains("> Hoe boek ik dit?");
    assertThat(page.select(".message-quoted").hasAttr("open")).isFalse();
    assertThat(outcomes()).endsWith("said");
  }

  @Test
  void aReplyLandsInItsConversationByItsAddressAlone() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    var replyTo = String.valueOf(tags.to(question, world.sanne().id()).orElseThrow().replyTo());
    deliver(mail(world.sanne(), "Re: x", "Het lukt al.", "Cc: " + replyTo.toUpperCase()));
    look();
    assertThat(messagesOf(question)).containsExactly("Het lukt al.");
  }

  @Test
  void whatWeMailCanBeAnswered() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    var thread = tags.to(question, world.sanne().id()).orElseThrow();
    assertThat(thread.replyTo()).isEqualTo("it-hulp+" + thread.tag() + "@novum.example");
    assertThat(String.valueOf(thread.replyTo()).indexOf('@')).isLessThanOrEqualTo(64);
    assertThat(tags.in(List.of("<x." + thread.tag() + "@novum.example>")))
        .contains(new ReplyTags.Tag(question, world.sanne().id()));
  }

  @Test
  void aForgedTagIsNoReply() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    var forged = "q" + question + "p" + world.sanne().id() + "-aaaaaaaaaaaaaaaa";
    deliver(
        mail(
            world.sanne(),
            "Re: x",
            "Binnendringer.",
            "In-Reply-To: <" + forged + "@novum.example>"));
    look();
    assertThat(messagesOf(question)).isEmpty();
    assertThat(outcomes()).endsWith("asked");
  }

  @Test
  void aMailThatWasForwardedOpensNoConversationAndComesBackWithItsText() {
    var question = asked(world.sanne(), "Hoe boek ik dit?");
    deliver(
        mail(
            world.lotte(),
            "Re: x",
            "Mag ik meelezen?",
            "References: <" + tag(question, world.sanne()) + "@novum.example>"));
    look();
    assertThat(messagesOf(question)).isEmpty();
    assertThat(outcomes()).endsWith("refused");
    assertThat(mailed(world.lotte().email()).getLast()).contains("Mag ik meelezen?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; owner=x",
        "Precedence: bulk",
        "Precedence: auto_reply",
        "List-Id: <nieuws.novum.example>",
        "X-Autoreply: yes"
      })
  void whatAMachineSendsIsNoQuestionAndGetsNoAnswer(String header) {
    var before = questionsOf(world.sanne());
    deliver(mail(world.sanne(), "Afwezig", "Ik ben er niet.", header));
    look();
    assertThat(questionsOf(world.sanne())).isEqualTo(before);
    assertThat(outcomes()).endsWith("automatic");
    assertThat(mailed(world.sanne().email())).isEmpty();
  }

  @Test
  void aBounceAndOurOwnMailAreNoQuestion() {
    deliver(
        "From: MAILER-DAEMON@novum.example\nTo: x@novum.example\nSubject: Undelivered\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nNo.\n--b--\n");
    deliver(mail("steunpunt@novum.example", "Re: x", "Terug"));
    deliver(mail(ADDRESS, "Re: x", "Terug"));
    look();
    assertThat(outcomes()).containsExactly("bounce", "loop", "loop");
  }

  @Test
  void aStrangerHearsOnceThatNobodyReadsIt() {
    deliver(mail("wie@elders.example", "Aanbieding", "Koop <b>nu</b>"));
    deliver(mail("wie@elders.example", "Nog een", "Koop nu"));
    look();
    assertThat(outcomes()).containsExactly("unknown_sender", "unknown_sender");
    assertThat(mailed("wie@elders.example"))
        .singleElement()
        .satisfies(text ->
            assertThat(text).contains("kennen").contains("do not know").doesNotContain("Koop"));
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
    var picture = Base64.getMimeEncoder().encodeToString(png());
    var bomb = Base64.getMimeEncoder().encodeToString(bomb());
    deliver(
        """
        From: %s
        To: %s
        Subject: Kijk
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=grens

        --grens
        Content-Type: text/plain; charset=utf-8

        Zie de bijlage.
        --grens
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename="=?utf-8?Q?sch=C3=ABrm.png?="

        %s
        --grens
        Content-Type: application/ms-tnef; name=winmail.dat
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename=winmail.dat

        eJ8+IgAAAAAAAAAA
        --grens
        Content-Type: application/zip
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename=groot.zip

        %s
        --grens--
        """
            .formatted(world.sanne().email(), ADDRESS, picture, bomb));
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
        ("From: %s\nTo: %s\nMIME-Version: 1.0\nContent-Type: text/plain; charset=bestaat-niet\n\nCaf\u00e9 \u202egespiegeld\u202c\n")
            .formatted(world.sanne().email(), ADDRESS)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    deliver(
        ("From: %s\nTo: %s\nMIME-Version: 1.0\nContent-Type: text/plain\n\nPriv\u00e9\n")
            .formatted(world.sanne().email(), ADDRESS)
            .replace("\n", "\r\n")
            .getBytes(Charset.forName("windows-1252")));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("Café gespiegeld", "Privé");
  }

  @Test
  void aBrokenMailStopsNobodyAndIsSetAsideInTheEnd() {
    deliver(
        "From: %s\nTo: %s\nSubject: Kapot\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\ngeen grens\n"
            .formatted(world.sanne().email(), ADDRESS));
    deliver(mail(world.sanne(), "", "De volgende."));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("De volgende.");
    for (var attempt = 1; attempt < MailFetching.MOST_ATTEMPTS; attempt++) {
      assertThat(outcomes()).contains("failing");
      sql.sql("update support.mail_in set again_at = '2000-01-01' where outcome = 'failing'")
          .update();
      look();
    }
    assertThat(outcomes()).contains("set_aside").doesNotContain("failing");
    var page = administrator().page("/admin/mailbox");
    var discard = page.expectFirst("form[action$=/discarding]").attr("action");
    assertThat(administrator().post(discard)).hasStatus(303);
    assertThat(administrator().post(discard)).hasStatus(404);
    assertThat(outcomes()).contains("discarded");
  }

  @Test
  void whatLaysThereBeforeIsLeftAloneUnlessAskedFor() {
    setup.disconnect();
    deliver(mail(world.sanne(), "", "Van vorig jaar."));
    assertThat(connect("geheim-en-lang", "false")).hasStatus(303);
    look();
    assertThat(questionsOf(world.sanne())).doesNotContain("Van vorig jaar.");
    setup.disconnect();
    assertThat(connect("geheim-en-lang", "true")).hasStatus(303);
    look();
    assertThat(questionsOf(world.sanne())).contains("Van vorig jaar.");
  }

  @Test
  void aNodeThatDiesBeforeItMarkedAMailTakesItOnce() throws Exception {
    asked(world.sanne(), "Eenmaal.");
    var folder = server.getManagers().getImapHostManager().getInbox(box);
    folder.getMessages().forEach(message -> message.setFlag(Flags.Flag.SEEN, false));
    // As it stands for a node that read the row before the other one wrote it.
    sql.sql("update support.mailbox set last_uid = 0").update();
    look();
    assertThat(questionsOf(world.sanne()).stream().filter("Eenmaal."::equals)).hasSize(1);
  }

  @Test
  void theSameMailByTwoWaysIsOne() {
    var raw = mail(world.sanne(), "", "Dubbel.");
    deliver(raw);
    deliver(raw);
    look();
    assertThat(questionsOf(world.sanne()).stream().filter("Dubbel."::equals)).hasSize(1);
    assertThat(outcomes()).containsExactly("asked", "repeated");
  }

  @Test
  void somebodyWhoSendsMoreThanAPersonCanIsHeld() {
    for (var n = 0; n <= MailTaking.MOST_AN_HOUR; n++) {
      deliver(mail(world.sanne(), "", "Nummer " + n));
    }
    look();
    assertThat(outcomes()).hasSize(MailTaking.MOST_AN_HOUR + 1).endsWith("refused");
    assertThat(questionsOf(world.sanne())).contains("Nummer 29").doesNotContain("Nummer 30");
  }

  @Test
  void aMailboxThatIsAwayIsSaidAndCaughtUpWith() throws Exception {
    var port = server.getImap().getPort();
    server.stop();
    sql.sql("update support.mailbox set next_at = '2000-01-01'").update();
    assertThat(fetching.makeSome()).isZero();
    var page = administrator().page("/admin/mailbox");
    assertThat(page.select(".alert-danger").text()).contains("niet te lezen sinds");
    assertThat(
            sql.sql("select next_at > :now from support.mailbox")
                .param("now", Instant.parse("2001-01-01T00:00:00Z"))
                .query(Boolean.class)
                .single())
        .isTrue();

    server = new GreenMail(listening(port, "imap"));
    server.start();
    box = server.setUser(ADDRESS, "hulp", "geheim-en-lang");
    deliver(mail(world.sanne(), "", "Na de storing."));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("Na de storing.");
    assertThat(administrator().page("/admin/mailbox").select(".alert-danger")).isEmpty();
  }

  @Test
  void aWrongPasswordIsSaidAndNothingIsSaved() {
    var answer = connect("fout", "false");
    assertThat(answer).hasStatus(422);
    assertThat(Browser.html(answer).select(".alert-danger").text()).contains("wachtwoord");
    assertThat(Browser.html(answer).html())
        .doesNotContain("geheim-en-lang")
        .doesNotContain("value=\"fout\"");
    assertThat(administrator().page("/admin/mailbox").html()).doesNotContain("geheim-en-lang");
  }

  @Test
  void aFieldThatIsWrongKeepsWhatWasTyped() {
    var answer =
        administrator()
            .post(
                "/admin/mailbox",
                "host",
                "niet goed",
                "address",
                "geen adres",
                "port",
                "0",
                "user",
                "",
                "folder",
                "");
    assertThat(answer).hasStatus(422);
    var page = Browser.html(answer);
    assertThat(page.expectFirst("#host").attr("value")).isEqualTo("niet goed");
    assertThat(page.select(".field-error, .invalid-feedback, [id$=-error]")).isNotEmpty();
  }
}
