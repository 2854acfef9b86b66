package nl.steunpunt.support.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.steunpunt.support.mailbox.ReadMail.Enclosed;
import nl.steunpunt.support.mailbox.ReadMail.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail, however it was made: what cannot be read is left out of the text and not guessed.
 */
final class MailReading {
  private static final int DEEPEST = 12;
  private static final int MOST_PARTS = 200;

  /** Of text; more is no letter. */
  private static final int MOST_BYTES = 2 << 20;

  /** A picture that stands in the text and is smaller is the logo of a signature. */
  private static final int SMALLEST_PICTURE = 15_000;

  /** What a mail is signed with: no file of its sender's. */
  private static final Set<String> SEALS =
      Set.of(
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-signature");

  private static final int MOST_SUBJECT = 300;
  private static final int MOST_ID = 500;

  private static final List<String> TAGGED =
      List.of(
          "In-Reply-To", "References", "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To");

  /** Of RFC 3834 and what is found in the wild beside it. */
  private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final List<Enclosed> files = new ArrayList<>();
  private int parts;

  private MailReading() {}

  /**
   * @param arrivedAt when it came into the mailbox
   * @param ownAddresses of our own mail: what comes from there is our own, come back
   */
  static ReadMail read(MimeMessage mail, Instant arrivedAt, Set<String> ownAddresses)
      throws MessagingException {
    var reading = new MailReading();
    var sort = sort(mail, ownAddresses);
    if (sort == Sort.WRITTEN) {
      try {
        reading.walk(mail, 0);
      } catch (IOException e) {
        throw new MessagingException("unreadable", e);
      }
    }
    var quoted = Quoted.in(clean(reading.text()));
    return new ReadMail(
        number(mail),
        sender(mail),
        subject(mail),
        sort,
        arrivedAt,
        tagged(mail),
        quoted.said(),
        quoted.rest(),
        List.copyOf(reading.files));
  }

  static ReadMail tooLarge(MimeMessage mail, Instant arrivedAt) throws MessagingException {
    return new ReadMail(
        number(mail),
        sender(mail),
        subject(mail),
        Sort.TOO_LARGE,
        arrivedAt,
        tagged(mail),
        "",
        "",
        List.of());
  }

  private String text() {
    return plain.toString().isBlank() ? HtmlText.of(html.toString()) : plain.toString();
  }

  private static Sort sort(MimeMessage mail, Set<String> own) throws MessagingException {
    var type = String.valueOf(mail.getContentType()).toLowerCase(Locale.ROOT);
    var sender = sender(mail).toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/report")
        || sender.startsWith("mailer-daemon@")
        || sender.startsWith("postmaster@")
        || "<>".equals(header(mail, "Return-Path"))) {
      return Sort.BOUNCE;
    }
    if (own.contains(sender)) {
      return Sort.LOOP;
    }
    var submitted = header(mail, "Auto-Submitted");
    var precedence = header(mail, "Precedence");
    if (submitted != null && !submitted.strip().toLowerCase(Locale.ROOT).startsWith("no")
        || precedence != null && BULK.contains(precedence.strip().toLowerCase(Locale.ROOT))
        || header(mail, "List-Id") != null
        || header(mail, "List-Unsubscribe") != null
        || header(mail, "X-Autoreply") != null
        || header(mail, "X-Autorespond") != null) {
      return Sort.AUTOMATIC;
    }
    return Sort.WRITTEN;
  }

  private void walk(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || ++parts > MOST_PARTS) {
      throw new MessagingException("too many parts");
    }
    var name = fileName(part);
    var type = type(part);
    if (type.startsWith("multipart/")) {
      if (part.getContent() instanceof Multipart several) {
        for (var i = 0; i < several.getCount(); i++) {
          BodyPart one = several.getBodyPart(i);
          walk(one, depth + 1);
        }
        return;
      }
      throw new MessagingException("a multipart without parts");
    }
    var attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
    if (type.equals("text/plain") && !attached && name == null) {
      plain.append(words(part)).append('\n');
    } else if (type.equals("text/html") && !attached && name == null) {
      html.append(words(part)).append('\n');
    } else if (!SEALS.contains(type) && !isLogo(part, type, attached)) {
      files.add(new Enclosed(name == null ? nameFor(type) : name, part));
    }
  }

  private static boolean isLogo(Part part, String type, boolean attached)
      throws MessagingException {
    return type.startsWith("image/")
        && !attached
        && part.getHeader("Content-ID") != null
        && part.getSize() >= 0
        && part.getSize() < SMALLEST_PICTURE;
  }

  private static String nameFor(String type) {
    return type.equals("message/rfc822")
        ? "bericht.eml"
        : "bestand." + type.replaceAll(".*/|\\W", "");
  }

  /** Read by the charset it says; when it says none that we know, by what it can be. */
  private static String words(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      var bytes = in.readNBytes(MOST_BYTES);
      var said = charset(part);
      return said == null || said.equals(StandardCharsets.US_ASCII)
          ? guessed(bytes)
          : new String(bytes, said);
    }
  }

  private static @Nullable Charset charset(Part part) {
    try {
      var name = new ContentType(String.valueOf(part.getContentType())).getParameter("charset");
      return name == null ? null : Charset.forName(MimeUtility.javaCharset(name));
    } catch (MessagingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static String guessed(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  /** Without what nobody sees, what turns text round, and what the database cannot hold. */
  private static String clean(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
        .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069\\ufeff]", "")
        .replaceAll("[\\ud800-\\udfff]", "�")
        .strip();
  }

  private static String type(Part part) throws MessagingException {
    var type = String.valueOf(part.getContentType()).toLowerCase(Locale.ROOT);
    return type.split("[;\\s]", 2)[0];
  }

  private static @Nullable String disposition(Part part) {
    try {
      return part.getDisposition();
    } catch (MessagingException e) {
      return null;
    }
  }

  private static @Nullable String fileName(Part part) {
    try {
      var name = part.getFileName();
      var clean = name == null ? "" : clean(decoded(name));
      return clean.isEmpty() ? null : cut(clean, MOST_SUBJECT);
    } catch (MessagingException e) {
      return null;
    }
  }

  private static String sender(MimeMessage mail) {
    try {
      var from = mail.getFrom();
      return from != null && from.length == 1 && from[0] instanceof InternetAddress one
          ? clean(String.valueOf(cut(one.getAddress(), MOST_SUBJECT)))
          : "";
    } catch (MessagingException e) {
      return "";
    }
  }

  private static @Nullable String number(MimeMessage mail) throws MessagingException {
    var number = header(mail, "Message-ID");
    var clean = number == null ? "" : clean(number);
    return clean.isEmpty() ? null : cut(clean, MOST_ID);
  }

  private static String subject(MimeMessage mail) throws MessagingException {
    var raw = header(mail, "Subject");
    return raw == null
        ? ""
        : String.valueOf(cut(clean(decoded(raw)).replaceAll("\\s+", " "), MOST_SUBJECT));
  }

  private static String decoded(String raw) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(raw));
    } catch (UnsupportedEncodingException e) {
      return raw;
    }
  }

  private static List<String> tagged(MimeMessage mail) throws MessagingException {
    var found = new ArrayList<String>();
    for (var name : TAGGED) {
      var values = mail.getHeader(name);
      if (values != null) {
        Arrays.stream(values).map(value -> String.valueOf(cut(value, 8_000))).forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static @Nullable String header(MimeMessage mail, String name) throws MessagingException {
    var values = mail.getHeader(name);
    return values == null || values.length == 0 ? null : values[0].strip();
  }

  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }
}
