package nl.steunpunt.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FromStringTerm;
import jakarta.mail.search.SearchTerm;
import jakarta.mail.search.SubjectTerm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.steunpunt.platform.time.Timed;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Against an Exim and a Dovecot that were started for it, {@code bin/test --peers}: there and back
 * again by SMTP and IMAP, as an organisation's own server does it.
 */
@Tag("peer")
class MailPeerTest extends MailWorld {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int OLD = 10_000;

  /** All but five of the old ones were read there. */
  private static final int EACH_UNREAD = 2_000;

  @Autowired List<Timed> timed;
  @Autowired Clock clock;

  /** Where it is to be there, it is not left out in silence. */
  private static String needed(String name) {
    var value = System.getenv(name);
    assumeTrue(value != null || System.getenv("STEUNPUNT_PEERS") != null, name + " is not there");
    return Objects.requireNonNull(value, name);
  }

  @Override
  void open() {
    needed("STEUNPUNT_PEER_IMAP");
  }

  @Override
  void close() {
    // It runs on, until all are tried.
  }

  @Override
  int imap() {
    return Integer.parseInt(needed("STEUNPUNT_PEER_IMAP"));
  }

  @Override
  int smtp() {
    return Integer.parseInt(needed("STEUNPUNT_PEER_SMTP"));
  }

  @Override
  String user() {
    return "it-hulp";
  }

  private void await(String what, BooleanSupplier there) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  /** As a mail program sends it. */
  private String send(
      String from, String to, String subject, String text, @Nullable String inReplyTo)
      throws Exception {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(smtp()));
    properties.put("mail.smtp.from", from);
    var mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom(new InternetAddress(from));
    mail.setRecipient(RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject);
    mail.setText(text, "utf-8");
    if (inReplyTo != null) {
      mail.setHeader("In-Reply-To", inReplyTo);
    }
    mail.saveChanges();
    Transport.send(mail);
    return mail.getMessageID();
  }

  private interface Look<T> {
    T at(Folder inbox) throws Exception;
  }

  private <T> T in(String box, Look<T> look) {
    try (var store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", imap(), box, PASSWORD);
      try (var inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_WRITE);
        return look.at(inbox);
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** As if it had been there before, without a way by SMTP. */
  private static void lies(String name, String raw) throws IOException {
    Files.write(
        Path.of(needed("STEUNPUNT_PEER_MAILBOX"), "cur", name),
        raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private List<String> questions(String text) {
    return sql.sql("select id::text from support.question where text like '%' || :text || '%'")
        .param("text", text)
        .query(String.class)
        .list();
  }

  @Test
  void askedAnsweredAndAnsweredAgain() throws Exception {
    var before = sql.sql("select last_uid from support.mailbox").query(Long.class).single();
    var word = "kraaiennest " + UUID.randomUUID();
    var asked = send(world.sanne().email(), ADDRESS, word, "Hoe boek ik dit? Café.", null);
    await(
        "the question",
        () -> {
          look();
          return !questions(word).isEmpty();
        });
    var question = QuestionId.of(questions(word).getFirst());
    boolean read =
        in("it-hulp", inbox -> inbox.search(new SubjectTerm(word))[0].isSet(Flags.Flag.SEEN));
    assertThat(read).as("marked as read there").isTrue();

    world.as(world.fatima()).post("/questions/" + question + "/messages", "text", "Met F8.");
    timed.stream()
        .filter(one -> one.getClass().getSimpleName().startsWith("NoticeSending"))
        .forEach(one -> one.fireDue(clock.instant().plusSeconds(3_600)));
    posting.sendAll();
    await("the answer", () -> in("people", inbox -> inbox.search(toSanne(word)).length > 0));
    record Answer(String id, String inReplyTo, String references, String replyTo) {}
    var answer =
        in(
            "people",
            inbox -> {
              var mail = inbox.search(toSanne(word))[0];
              return new Answer(
                  mail.getHeader("Message-ID")[0],
                  mail.getHeader("In-Reply-To")[0],
                  mail.getHeader("References")[0],
                  ((InternetAddress) mail.getReplyTo()[0]).getAddress());
            });
    assertThat(answer.inReplyTo).isEqualTo(asked);
    assertThat(answer.references).contains(asked);
    assertThat(answer.replyTo).startsWith("it-hulp+q" + question + "p");

    send(world.sanne().email(), answer.replyTo, "Re: " + word, "Dank, dat werkt.", answer.id);
    await(
        "the reply",
        () -> {
          look();
          return messagesOf(question).size() == 2;
        });
    assertThat(messagesOf(question)).containsExactly("Met F8.", "Dank, dat werkt.");
    assertThat(questions(word)).hasSize(1);

    // A node that died before it noted how far it was, and before it marked what it took.
    in(
        "it-hulp",
        inbox -> {
          inbox.setFlags(inbox.search(new SubjectTerm(word)), new Flags(Flags.Flag.SEEN), false);
          return true;
        });
    sql.sql("update support.mailbox set last_uid = :before").param("before", before).update();
    look();
    assertThat(questions(word)).hasSize(1);
    assertThat(messagesOf(question)).hasSize(2);
  }

  private static SearchTerm toSanne(String word) {
    return new AndTerm(
        new SubjectTerm("Re: " + word), new FromStringTerm("steunpunt@novum.example"));
  }

  @Test
  void tenThousandOldMails() throws Exception {
    setup.disconnect();
    for (var n = 0; n < OLD; n++) {
      var text = mail(world.lotte(), "Oud", "Nummer " + n + " uit de oude doos");
      lies(n + ".oud:2," + (n % EACH_UNREAD == 7 ? "" : "S"), text);
    }
    assertThat(connect(PASSWORD, "false")).hasStatus(303);
    look();
    assertThat(questions("uit de oude doos")).isEmpty();
    setup.disconnect();
    assertThat(connect(PASSWORD, "true")).hasStatus(303);
    look();
    assertThat(questions("uit de oude doos")).hasSize(OLD / EACH_UNREAD);
  }

  /** Whatever lies there, the next one is taken. */
  @Test
  void poisonStopsNobody() throws Exception {
    int before = in("it-hulp", Folder::getMessageCount);
    var n = 0;
    for (var poison : MailOnceTest.poison().toList()) {
      lies(++n + ".gif:2,", poison);
    }
    lies(++n + ".gif:2,", mail(world.lotte(), "", "De volgende."));
    look();
    int came = in("it-hulp", Folder::getMessageCount) - before;
    assertThat(came).isGreaterThan(1);
    assertThat(outcomes()).as("each of them once, whatever it is").hasSize(came);
    assertThat(questionsOf(world.lotte())).endsWith("De volgende.");
  }
}
