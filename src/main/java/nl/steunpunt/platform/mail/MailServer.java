package nl.steunpunt.platform.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Properties;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.mail.MailSettings.Tls;
import nl.steunpunt.platform.settings.InstallationKey;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands a mail to the organisation's SMTP server. */
@Component
class MailServer {
  static final String KEY_PURPOSE = "mail-password";
  private static final String TIMEOUT_MILLIS = "10000";

  private final InstallationKey key;
  private final Brands brands;

  MailServer(InstallationKey key, Brands brands) {
    this.key = key;
    this.brands = brands;
  }

  void send(OutgoingMail mail, MailSettings settings) {
    var server = server(settings);
    server.send(message(mail, settings, server));
  }

  private MimeMessage message(OutgoingMail mail, MailSettings settings, JavaMailSenderImpl server) {
    try {
      var message = server.createMimeMessage();
      message.setFrom(new InternetAddress(settings.from(), brands.current().name(), "UTF-8"));
      message.setRecipient(RecipientType.TO, new InternetAddress(mail.recipient(), true));
      message.setSubject(mail.subject(), "UTF-8");
      message.setSentDate(Date.from(mail.createdAt()));
      message.setHeader("Message-ID", mail.messageId());
      message.setHeader("Auto-Submitted", "auto-generated");
      // Of Exchange: who is away need not say so to us.
      message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
      message.setHeader("Content-Language", mail.language());
      if (mail.unsubscribe() != null) {
        message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
      if (mail.threadId() != null) {
        var threadId = mail.threadId();
        message.setHeader("In-Reply-To", threadId.substring(threadId.lastIndexOf(' ') + 1));
        message.setHeader("References", mail.threadId());
      }
      if (mail.replyTo() != null) {
        message.setReplyTo(
            new InternetAddress[] {
              new InternetAddress(mail.replyTo(), brands.current().name(), "UTF-8")
            });
      }
      message.setContent(new MimeMultipart("alternative", text(mail), html(mail)));
      return message;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static MimeBodyPart text(OutgoingMail mail) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(mail.textBody(), "UTF-8");
    return part;
  }

  private static MimeBodyPart html(OutgoingMail mail) throws MessagingException {
    var part = new MimeBodyPart();
    part.setContent(mail.htmlBody(), "text/html; charset=UTF-8");
    return part;
  }

  private JavaMailSenderImpl server(MailSettings settings) {
    var server = new JavaMailSenderImpl();
    server.setHost(settings.host());
    server.setPort(settings.port());
    var properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == Tls.TLS));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
    properties.put("mail.smtp.starttls.required", Boolean.toString(settings.tls() == Tls.STARTTLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    if (!settings.user().isEmpty() && settings.sealedPassword() != null) {
      properties.put("mail.smtp.auth", "true");
      server.setUsername(settings.user());
      server.setPassword(key.open(KEY_PURPOSE, settings.sealedPassword()));
    }
    server.setJavaMailProperties(properties);
    return server;
  }
}
