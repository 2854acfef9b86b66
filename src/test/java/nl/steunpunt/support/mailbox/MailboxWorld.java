package nl.steunpunt.support.mailbox;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.world.Colleague;

/** A mailbox in the JVM, into which anything can be put. */
abstract class MailboxWorld extends MailWorld {
  GreenMail server = new GreenMail(new ServerSetup[] {listening(0, "imap"), listening(0, "smtp")});
  GreenMailUser box = server.setUser(ADDRESS, user(), PASSWORD);

  @Override
  void open() {
    server.start();
  }

  @Override
  void close() {
    server.stop();
  }

  @Override
  int imap() {
    return server.getImap().getPort();
  }

  /** Nobody listens: what is mailed lies in the outbox. */
  @Override
  int smtp() {
    return 1;
  }

  @Override
  String user() {
    return "hulp";
  }

  static ServerSetup listening(int port, String protocol) {
    var setup = new ServerSetup(port, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(20_000);
    return setup;
  }

  void deliver(String raw) {
    deliver(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  void deliver(byte[] raw) {
    try {
      box.deliver(
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  QuestionId asked(Colleague asker, String text) {
    deliver(mail(asker, "", text));
    look();
    return lastQuestion();
  }
}
