package nl.steunpunt.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.platform.mail.Posting;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.mailbox.MailboxSettings.Tls;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.FilledIn;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A mailbox of which the product reads what is delivered, on whatever server. */
@SteunpuntTest
abstract class MailWorld {
  static final String ADDRESS = "it-hulp@novum.example";
  static final String PASSWORD = "geheim-en-lang";

  @Autowired World world;
  @Autowired JdbcClient sql;
  @Autowired MailFetching fetching;
  @Autowired MailboxSetup setup;
  @Autowired MailSetup outgoing;
  @Autowired ReplyTags tags;
  @Autowired Posting posting;

  /** Starts it, where it is not there yet. */
  abstract void open();

  abstract void close();

  abstract int imap();

  /** Where our own mail goes. */
  abstract int smtp();

  abstract String user();

  @BeforeEach
  void connect() {
    // It would look beside the test, where what the test wrote is not there yet.
    fetching.stop();
    posting.hold();
    open();
    outgoing.save(
        "127.0.0.1",
        smtp(),
        nl.steunpunt.platform.mail.MailSettings.Tls.NONE,
        "",
        null,
        "steunpunt@novum.example",
        "https://steunpunt.novum.example");
    assertThat(connect(PASSWORD, "false")).hasStatus(303);
  }

  @AfterEach
  void disconnect() {
    setup.disconnect();
    outgoing.save("", 0, nl.steunpunt.platform.mail.MailSettings.Tls.NONE, "", null, "", "");
    close();
    fetching.start();
    posting.goOn();
  }

  MvcTestResult connect(String password, String old) {
    return administrator().post("/admin/mailbox", fields(password, old));
  }

  /**
   * @param other instead of the usual
   */
  String[] fields(String password, String old, String... other) {
    var fields =
        new ArrayList<>(
            List.of("address", ADDRESS, "host", "127.0.0.1", "port", Integer.toString(imap())));
    fields.addAll(List.of("tls", Tls.NONE.name(), "user", user(), "password", password));
    fields.addAll(List.of("folder", "INBOX", "system", world.nova().toString()));
    // A browser sends nothing of a box that is not ticked.
    if (old.equals("true")) {
      fields.addAll(List.of("old", old));
    }
    return FilledIn.with(fields, other);
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
