package nl.steunpunt.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Stream;
import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Each mail once, whatever lies there and whoever dies between. */
@SteunpuntTest
class MailOnceTest extends MailboxWorld {
  @Autowired PlatformTransactionManager transactions;
  @Autowired Mailboxes mailboxes;

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
    assertThat(page.text()).contains("zit niet in elkaar");
    var retry = page.expectFirst("form[action$=/retry]").attr("action");
    sql.sql("update support.mail_in set box = 'elders' where outcome = 'set_aside'").update();
    assertThat(administrator().page("/admin/mailbox").select("form[action$=/retry]"))
        .as("it lies in another mailbox")
        .isEmpty();
    assertThat(administrator().post(retry)).hasStatus(404);
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

  /**
   * Of which people read all but a few in their mail program: no more comes of it than was asked
   * for.
   */
  @Test
  void oldMailsAreLeftAloneButForTheUnreadOnes() throws Exception {
    setup.disconnect();
    var before = questionsOf(world.sanne()).size();
    var inbox = server.getManagers().getImapHostManager().getInbox(box);
    var text = mail(world.sanne(), "Oud", "Van lang geleden.").replace("\n", "\r\n");
    for (var n = 0; n < 1_200; n++) {
      var old = text.replaceFirst("Message-ID: <", "Message-ID: <" + n + ".");
      var read = n % 200 == 50 ? new Flags() : new Flags(Flags.Flag.SEEN);
      inbox.appendMessage(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(old.getBytes(StandardCharsets.UTF_8))),
          read,
          new Date());
    }
    assertThat(connect("geheim-en-lang", "false")).hasStatus(303);
    look();
    assertThat(questionsOf(world.sanne())).hasSize(before);
    deliver(mail(world.sanne(), "", "Nieuw."));
    look();
    assertThat(questionsOf(world.sanne())).hasSize(before + 1).endsWith("Nieuw.");

    setup.disconnect();
    assertThat(connect("geheim-en-lang", "true")).hasStatus(303);
    look();
    assertThat(questionsOf(world.sanne())).hasSize(before + 1 + 6);
    assertThat(outcomes()).filteredOn("refused"::equals).isEmpty();
  }

  /** The server made its folder anew: all that lies there has other numbers. */
  @Test
  void whatWasReadBeforeItsServerNumberedItAnewIsNotTakenAgain() {
    asked(world.sanne(), "Eenmaal.");
    sql.sql("delete from support.mail_in").update();
    sql.sql("update support.mailbox set uid_validity = uid_validity - 1").update();
    deliver(mail(world.sanne(), "", "Daarna."));
    look();
    assertThat(questionsOf(world.sanne()).stream().filter("Eenmaal."::equals)).hasSize(1);
    assertThat(questionsOf(world.sanne())).endsWith("Daarna.");
  }

  /** Servers count from one, and some give all that they keep one validity. */
  @Test
  void anotherMailboxWithTheSameNumbersIsReadFromItsFirstMail() {
    asked(world.sanne(), "In de eerste.");
    box = server.setUser("anders@novum.example", "anders", PASSWORD);
    assertThat(administrator().post("/admin/mailbox", fields(PASSWORD, "false", "user", "anders")))
        .hasStatus(303);
    sql.sql("update support.mail_in set uid_validity = (select uid_validity from support.mailbox)")
        .update();
    deliver(mail(world.sanne(), "", "In de tweede."));
    look();
    assertThat(questionsOf(world.sanne())).endsWith("In de eerste.", "In de tweede.");
  }

  /** A look may take a minute, and somebody save another mailbox meanwhile. */
  @Test
  void whoStillLooksIntoTheFormerOneMovesNothingOnInThis() {
    var former = sql.sql("select box from support.mailbox").query(String.class).single();
    box = server.setUser("anders@novum.example", "anders", PASSWORD);
    assertThat(administrator().post("/admin/mailbox", fields(PASSWORD, "false", "user", "anders")))
        .hasStatus(303);
    long validity = sql.sql("select uid_validity from support.mailbox").query(Long.class).single();
    assertThat(mailboxes.passed(new Mailboxes.Position(former, validity, 1_000))).isFalse();
    asked(world.sanne(), "In de tweede.");
    assertThat(questionsOf(world.sanne())).endsWith("In de tweede.");
  }

  /** From before mailboxes were told apart. */
  @Test
  void whatWasNotedWithoutAMailboxGoesOnInTheOneThatIsRead() {
    asked(world.sanne(), "Eenmaal.");
    deliver(
        "From: %s\nTo: %s\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\ngeen grens\n"
            .formatted(world.sanne().email(), ADDRESS));
    look();
    sql.sql("update support.mailbox set box = null, last_uid = 0").update();
    sql.sql("update support.mail_in set box = '', again_at = '2000-01-01'").update();
    look();
    assertThat(questionsOf(world.sanne()).stream().filter("Eenmaal."::equals)).hasSize(1);
    assertThat(
            sql.sql("select attempts from support.mail_in where outcome = 'failing'")
                .query(Integer.class)
                .list())
        .singleElement()
        .isNotEqualTo(1);
  }

  /** The database goes away after the question was written, and before the mail was noted. */
  @Test
  void aNodeThatDiesInTheMiddleOfAMailTakesItOnce() {
    deliver(mail(world.sanne(), "", "Halverwege."));
    sql.sql(
            """
            create function pg_temp.dies() returns trigger language plpgsql as $$ begin raise 'away'; end $$
            """)
        .update();
    sql.sql(
            "create trigger dies before insert on support.mail_in for each row execute function pg_temp.dies()")
        .update();
    var killed = new TransactionTemplate(transactions);
    killed.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    assertThatThrownBy(() -> killed.executeWithoutResult(_ -> look()))
        .isInstanceOf(DataAccessException.class);
    assertThat(questionsOf(world.sanne())).doesNotContain("Halverwege.");
    sql.sql("drop trigger dies on support.mail_in").update();
    look();
    look();
    assertThat(questionsOf(world.sanne()).stream().filter("Halverwege."::equals)).hasSize(1);
    assertThat(outcomes()).containsExactly("asked");
  }

  static Stream<String> poison() {
    var head =
        "From: sanne.devries@novum.example\nTo: " + ADDRESS + "\nSubject: Gif\nMIME-Version: 1.0\n";
    var nested = new StringBuilder(head);
    for (var n = 0; n < 60; n++) {
      nested
          .append("Content-Type: multipart/mixed; boundary=g")
          .append(n)
          .append("\n\n--g")
          .append(n)
          .append('\n');
    }
    return Stream.of(
        "",
        "\n\n",
        "\u0000\u0000\u0000",
        head + "Message-ID: <a\u0000b@x>\nX-A: b\n\nTekst\n",
        head.replace("From: ", "From: \u0000") + "\nTekst\n",
        head.replace("Subject: Gif", "Subject: =?utf-8?Q?=00=ED=A0=80?=") + "\nTekst\n",
        head + "Content-Type: text/plain; charset=\u0007\n\nTekst\n",
        head + "Content-Type: text/html\n\n" + "<div>".repeat(100_000) + "diep\n",
        head + "Content-Type: text/html\n\n<p>" + "&nbsp;".repeat(300_000) + "x</p>\n",
        head + "Content-Type: text/html\n\n" + "<blockquote>".repeat(20_000) + "diep\n",
        head + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n@@@@@@\n",
        head
            + "Content-Type: text/plain\nContent-Transfer-Encoding: uuencode\n\nbegin 644 x\n$$$\n",
        head + "Content-Type: multipart/mixed; boundary=\"\"\n\n----\n",
        head + "X-Lang: " + "x".repeat(2_000_000) + "\n\nTekst\n",
        head + "Content-Type: text/plain\n\n" + "> ".repeat(200_000) + "\n",
        head + "Content-Type: text/plain\n\n" + ">\n".repeat(500_000) + "x\n",
        head + "Content-Type: text/plain\n\nOn" + " ".repeat(1_000_000) + "x\n",
        head + "Content-Type: text/plain\n\nFrom:" + "*".repeat(1_000_000) + "\n",
        head + "References: " + "<q1p1-aaaaaaaaaaaaaaaa@x> ".repeat(20_000) + "\n\nTekst\n",
        head.replace("Subject: Gif", "Subject: =?utf-8?B?/////w==?= =?x?Q?=?=") + "\nTekst\n",
        head.replace("From: ", "From: <<>>,\"") + "\nTekst\n",
        nested + "\nTekst\n");
  }

  /** Whatever comes, the next one is taken. */
  @ParameterizedTest
  @MethodSource("poison")
  void poisonStopsNobody(String raw) {
    deliver(raw);
    deliver(mail(world.lotte(), "", "De volgende."));
    look();
    assertThat(outcomes()).as("each of them once, whatever it is").hasSize(2);
    assertThat(questionsOf(world.lotte())).endsWith("De volgende.");
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
}
