package nl.steunpunt.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.MailSettings.Tls;
import nl.steunpunt.platform.mail.MailTrouble.Kind;
import nl.steunpunt.platform.time.Backoff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Real mail, caught by a real SMTP server. Here transactions commit, so it cleans up behind itself.
 */
@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
@AutoConfigureMockMvc
class MailTest {
  private static final String TO = "anna@toets.example";

  @Autowired Mails mails;
  @Autowired MailSetup setup;
  @Autowired Outbox outbox;
  @Autowired MailServer server;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired TransactionTemplate transaction;

  private GreenMail greenMail;
  private int port;

  @BeforeEach
  void start() throws IOException {
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    greenMail = open();
    setUp("127.0.0.1", port);
  }

  @AfterEach
  void stop() {
    greenMail.stop();
    setup.save("", 0, Tls.NONE, "", null, "", "");
    sql.sql("delete from platform.mail").update();
  }

  @Test
  void sendsTextAndHtmlWithWhatAMailMustSay() throws Exception {
    mails.queue(
        TO,
        Letter.of("Je vraag is er", "Fatima kijkt ernaar & <belt> je.")
            .withAction("Naar je vraag", "https://steunpunt.toets.example/questions/7?a=1&b=2")
            .withSmallPrint("Je kunt dit uitzetten."),
        Messages.DUTCH);

    var mail = first();

    assertThat(mail.getSubject()).isEqualTo("Je vraag is er");
    assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(TO);
    assertThat(mail.getFrom()[0].toString())
        .contains("steunpunt@toets.example")
        .contains("Steunpunt");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Content-Language")).containsExactly("nl");
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    assertThat(mail.getMessageID()).endsWith("@toets.example>");
    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
        .isEqualTo(
            """
            Fatima kijkt ernaar & <belt> je.

            Naar je vraag:
            https://steunpunt.toets.example/questions/7?a=1&b=2

            --\s
            Je kunt dit uitzetten.
            """);
    var html = org.jsoup.Jsoup.parse(parts.getBodyPart(1).getContent().toString());
    assertThat(html.expectFirst("html").attr("lang")).isEqualTo("nl");
    assertThat(html.text())
        .contains("Fatima kijkt ernaar & <belt> je.")
        .contains("Je kunt dit uitzetten.");
    assertThat(html.expectFirst("a").attr("href"))
        .isEqualTo("https://steunpunt.toets.example/questions/7?a=1&b=2");
    assertThat(html.select("img, script, link")).isEmpty();
  }

  /** An address that somebody typed is theirs: a mail of ours does not lead there. */
  @Test
  void addressesOfOursWithinASentenceCanBePressedAndOthersNot() {
    var ours = mails.link("/who-helps");
    var html =
        org.jsoup.Jsoup.parse(
            mails.html(
                Letter.of(
                        "Wie helpt",
                        "Je ziet het hier: " + ours + ".",
                        "Sanne schrijft: https://evil.example/ en "
                            + mails.link("")
                            + ".evil.example/x en "
                            + mails.link("/a\"onx=1>"))
                    .withSections(
                        java.util.List.of(
                            new Letter.Section(
                                "Wie helpt",
                                java.util.List.of(new Letter.Line("Fatima", "", ours)))))
                    .withSmallPrint("Anders kiezen: " + mails.link("/account/notices")),
                Messages.DUTCH));
    assertThat(html.select("p a").eachAttr("href"))
        .containsExactly(ours, mails.link("/a"), mails.link("/account/notices"));
    assertThat(html.select("[onx]")).isEmpty();
    assertThat(html.expectFirst("p").text()).isEqualTo("Je ziet het hier: " + ours + ".");
    assertThat(html.select("h1, h2").eachText()).as("said once").containsExactly("Wie helpt");
  }

  /** RFC 8058: a mail program ends such mail with one request. What is needed has no such way. */
  @Test
  void whatCanBeDoneWithoutSaysHowToEndIt() throws Exception {
    var address = "https://steunpunt.toets.example/campaign-mail/abc";
    mails.queue(TO, Letter.of("Herinnering", "Tekst.").withLeaving(address), Messages.DUTCH);

    var mail = first();

    assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + address + ">");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
  }

  @Test
  void keepsNoTextOfWhatIsGone() {
    queue("Geheim");
    arrived(1);
    await(() ->
        sql.sql(
                "select sent_at is not null and text_body = '' and html_body = '' from platform.mail")
            .query(Boolean.class)
            .single());
  }

  @Test
  void sendsNothingThatWasRolledBack() {
    transaction.executeWithoutResult(status -> {
      queue("Nooit");
      status.setRollbackOnly();
    });
    queue("Wel");
    assertThat(subject(first())).isEqualTo("Wel");
    assertThat(greenMail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void waitsForAServerThatIsAwayAndComesBack() throws Exception {
    greenMail.stop();
    queue("Later");
    await(() -> !outbox.latestFailures().isEmpty());
    var failure = outbox.latestFailures().getFirst();
    assertThat(failure.trouble()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.gaveUpAt()).isNull();
    var id = sql.sql("select message_id from platform.mail").query(String.class).single();

    greenMail = open();
    makeDue();

    assertThat(first().getMessageID()).as("the same at each try").isEqualTo(id);
    await(() -> outbox.waiting() == 0);
  }

  @Test
  void keepsWhatAServerRefusesForNowAndSaysSo() throws Exception {
    greenMail.stop();
    try (var grumpy = GrumpyServer.refusing(port, "451 not now")) {
      queue("Straks");
      assertKeptWithTrouble(Kind.REFUSED);
    }
    greenMail = open();
    makeDue();
    assertThat(subject(first())).isEqualTo("Straks");
    await(() -> !setup.isInTrouble());
  }

  @Test
  void waitsTenSecondsForASlowServerAndKeepsTheMail() throws Exception {
    greenMail.stop();
    try (var slow = GrumpyServer.silent(port)) {
      queue("Traag");
      assertKeptWithTrouble(Kind.UNREACHABLE);
    }
    greenMail = open();
    makeDue();
    assertThat(subject(first())).isEqualTo("Traag");
    assertThat(greenMail.getReceivedMessages()).hasSize(1);
  }

  private void assertKeptWithTrouble(Kind kind) {
    await(() -> !outbox.latestFailures().isEmpty());
    var failure = outbox.latestFailures().getFirst();
    assertThat(failure.trouble()).isEqualTo(kind);
    assertThat(failure.gaveUpAt()).isNull();
    assertThat(setup.isInTrouble()).isTrue();
    assertThat(outbox.waiting()).isEqualTo(1);
  }

  @Test
  void aNodeThatDiesBeforeNotingItLeavesItToBeSentAgainAsTheSameMail() throws Exception {
    var settings = setup.current();
    setup.save("", 0, Tls.NONE, "", null, "", "");
    queue("Dubbel");
    var claimed = outbox.claim().orElseThrow();
    server.send(claimed, settings);
    assertThat(outbox.claim()).as("leased").isEmpty();

    makeDue();
    setUp("127.0.0.1", port);
    mails.queue(TO, Letter.of("Erna", "x"), Messages.DUTCH);
    arrived(3);

    var ids = new java.util.ArrayList<String>();
    for (var mail : greenMail.getReceivedMessages()) {
      if (mail.getSubject().equals("Dubbel")) {
        ids.add(mail.getMessageID());
      }
    }
    assertThat(ids).containsExactly(claimed.messageId(), claimed.messageId());
  }

  @Test
  void twoNodesNeverTakeTheSameMail() throws Exception {
    setup.save("", 0, Tls.NONE, "", null, "", "");
    for (var i = 0; i < 40; i++) {
      queue("Mail " + i);
    }
    var taken = new java.util.concurrent.ConcurrentLinkedQueue<Long>();
    try (var nodes = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      for (var node = 0; node < 4; node++) {
        nodes.submit(() -> {
          for (var next = outbox.claim(); next.isPresent(); next = outbox.claim()) {
            taken.add(next.get().id());
          }
          return null;
        });
      }
    }
    assertThat(taken).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void aLineBreakInASubjectStartsNoHeader() throws Exception {
    mails.queue(TO, "Hallo\r\nBcc: dief@elders.example", "x", "<p>x</p>", Messages.DUTCH);

    var mail = first();

    assertThat(mail.getSubject()).isEqualTo("Hallo Bcc: dief@elders.example");
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getHeader("Bcc")).isNull();
    for (var bad :
        new String[] {"a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "", "Anna"}) {
      assertThatThrownBy(() -> mails.queue(bad, "x", "x", "x", Messages.DUTCH))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void keepsThePasswordSealedAndSignsInWithIt() {
    greenMail.setUser("robot", "open sesam");
    setup.save(
        "127.0.0.1",
        port,
        Tls.NONE,
        "robot",
        "open sesam",
        "steunpunt@toets.example",
        "https://s.example");

    assertThat(
            sql.sql("select value::text from platform.setting where name = 'mail'")
                .query(String.class)
                .single())
        .doesNotContain("sesam");
    queue("Met wachtwoord");
    arrived(1);
    var stored = setup.current().sealedPassword();
    keepingThePassword("127.0.0.1");
    assertThat(setup.current().sealedPassword()).isEqualTo(stored);
    keepingThePassword("127.0.0.2");
    assertThat(setup.current().sealedPassword()).as("it was for another server").isNull();

    setup.save(
        "127.0.0.1",
        port,
        Tls.NONE,
        "robot",
        "verkeerd",
        "steunpunt@toets.example",
        "https://s.example");
    var trouble = setup.trySending(TO, "Proef", Letter.of("Proef", "x"), "x", Locale.ENGLISH);
    assertThat(trouble).isNotNull().extracting(MailTrouble::kind).isEqualTo(Kind.PASSWORD);
  }

  private void keepingThePassword(String host) {
    setup.save(host, port, Tls.NONE, "robot", null, "steunpunt@toets.example", "https://s.example");
  }

  @Test
  void saysWhatIsWrongWithASetup() {
    setUp("127.0.0.1", 1);
    assertThat(trying()).isEqualTo(Kind.UNREACHABLE);
    setUp("no-such-host.invalid", 25);
    assertThat(trying()).isEqualTo(Kind.UNREACHABLE);
    setup.save(
        "127.0.0.1", port, Tls.STARTTLS, "", null, "steunpunt@toets.example", "https://s.example");
    assertThat(trying()).as("the server offers no encryption").isEqualTo(Kind.ENCRYPTION);
    setUp("127.0.0.1", port);
    assertThat(trying()).isNull();
  }

  @Test
  void triesForADay() {
    var all = Duration.ZERO;
    for (var attempt = 1; attempt < Outbox.ATTEMPTS; attempt++) {
      all = all.plus(Backoff.pause(attempt));
    }
    assertThat(Backoff.pause(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Backoff.pause(2)).isEqualTo(Duration.ofMinutes(1));
    assertThat(all).isBetween(Duration.ofHours(22), Duration.ofHours(25));
  }

  /** Such as all that was written before there was a mail server. */
  @Test
  void sendsNoNewsOfDaysAgo() {
    greenMail.stop();
    queue("Vorige week");
    await(() -> !outbox.latestFailures().isEmpty());
    sql.sql("update platform.mail set created_at = created_at - interval '49 hours'").update();
    makeDue();
    greenMail = open();
    queue("Vandaag");
    arrived(1);
    assertThat(greenMail.getReceivedMessages())
        .extracting(MailTest::subject)
        .containsExactly("Vandaag");
    outbox.forgetOld();
    // The server has it a moment before it is noted here.
    await(() -> outbox.waiting() == 0);
  }

  @Test
  void forgetsWhoWasMailedAfterAMonth() {
    queue("Oud");
    arrived(1);
    await(() -> outbox.waiting() == 0);
    outbox.forgetOld();
    assertThat(sql.sql("select count(*) from platform.mail").query(Long.class).single())
        .isEqualTo(1);
    sql.sql("update platform.mail set sent_at = sent_at - interval '31 days'").update();
    outbox.forgetOld();
    assertThat(sql.sql("select count(*) from platform.mail").query(Long.class).single()).isZero();
  }

  private @org.jspecify.annotations.Nullable Kind trying() {
    var trouble = setup.trySending(TO, "Proef", Letter.of("Proef", "x"), "x", Messages.DUTCH);
    return trouble == null ? null : trouble.kind();
  }

  private void setUp(String host, int at) {
    setup.save(
        host, at, Tls.NONE, "", null, "steunpunt@toets.example", "https://steunpunt.toets.example");
  }

  private void queue(String subject) {
    mails.queue(TO, Letter.of(subject, "Tekst."), Messages.DUTCH);
  }

  private void makeDue() {
    sql.sql("update platform.mail set due_at = :now where sent_at is null")
        .param("now", clock.instant())
        .update();
  }

  private MimeMessage first() {
    arrived(1);
    return greenMail.getReceivedMessages()[0];
  }

  private void arrived(int count) {
    assertThat(greenMail.waitForIncomingEmail(15_000, count)).isTrue();
  }

  private GreenMail open() {
    var address = new ServerSetup(port, "127.0.0.1", "smtp");
    address.setServerStartupTimeout(20_000);
    var mail = new GreenMail(address);
    mail.start();
    return mail;
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(java.util.function.BooleanSupplier until) {
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!until.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 30 seconds").isLessThan(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
