package nl.steunpunt.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.platform.mail.Posting;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.mailbox.MailboxSettings.Tls;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real mailbox, of which the product reads what is delivered. */
abstract class MailboxWorld {
  static final String ADDRESS = "it-hulp@novum.example";

  @Autowired World world;
  @Autowired JdbcClient sql;
  @Autowired MailFetching fetching;
  @Autowired MailboxSetup setup;
  @Autowired MailSetup outgoing;
  @Autowired ReplyTags tags;
  @Autowired Posting posting;

  GreenMail server;
  GreenMailUser box;

  @BeforeEach
  void connect() {
    // It would look beside the test, where what the test wrote is not there yet.
    fetching.stop();
    posting.hold();
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

  static ServerSetup listening(int port, String protocol) {
    var setup = new ServerSetup(port, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(20_000);
    return setup;
  }

  org.springframework.test.web.servlet.assertj.MvcTestResult connect(String password, String old) {
    var fields =
        new ArrayList<>(
            List.of(
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
                world.nova().toString()));
    // A browser sends nothing of a box that is not ticked.
    if (old.equals("true")) {
      fields.addAll(List.of("old", old));
    }
    return administrator().post("/admin/mailbox", fields.toArray(String[]::new));
  }

  @AfterEach
  void disconnect() {
    setup.disconnect();
    outgoing.save("", 0, nl.steunpunt.platform.mail.MailSettings.Tls.NONE, "", null, "", "");
    server.stop();
    fetching.start();
    posting.goOn();
  }

  Browser administrator() {
    return world.as(world.willemijn());
  }

  /** Looks until nothing is left, as it does every twenty seconds. */
  void look() {
    sql.sql("update support.mailbox set next_at = '2000-01-01', leased_until = null").update();
    while (fetching.makeSome() > 0) {
      sql.sql("update support.mailbox set next_at = '2000-01-01', leased_until = null").update();
    }
  }

  void deliver(String raw) {
    deliver(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  void deliver(byte[] raw) {
    try {
      box.deliver(
          new MimeMessage(
              Session.getInstance(new java.util.Properties()), new ByteArrayInputStream(raw)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static String mail(Colleague from, String subject, String text, String... headers) {
    return mail(from.email(), subject, text, headers);
  }

  static String mail(String from, String subject, String text, String... headers) {
    return "From: Iemand <%s>\nTo: %s\nSubject: %s\nMessage-ID: <%s@novum.example>\n%sMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n"
        .formatted(from, ADDRESS, subject, UUID.randomUUID(), headers(headers), text);
  }

  static String headers(String... headers) {
    return headers.length == 0 ? "" : String.join("\n", headers) + "\n";
  }

  List<String> questionsOf(Colleague asker) {
    return sql.sql("select text from support.question where asker_id = :id order by id")
        .param("id", asker.id())
        .query(String.class)
        .list();
  }

  QuestionId lastQuestion() {
    return new QuestionId(
        sql.sql("select max(id) from support.question").query(Long.class).single());
  }

  QuestionId asked(Colleague asker, String text) {
    deliver(mail(asker, "", text));
    look();
    return lastQuestion();
  }

  List<String> messagesOf(QuestionId question) {
    return sql.sql("select text from support.message where question_id = :id order by id")
        .param("id", question)
        .query(String.class)
        .list();
  }

  String tag(QuestionId question, Colleague reader) {
    return tags.to(question, reader.id()).orElseThrow().tag();
  }

  List<String> outcomes() {
    return sql.sql("select outcome from support.mail_in order by id").query(String.class).list();
  }

  List<String> mailed(String recipient) {
    return sql.sql("select text_body from platform.mail where recipient = :to order by id")
        .param("to", recipient)
        .query(String.class)
        .list();
  }
}
