package nl.steunpunt.support.mailbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.Replies;
import org.springframework.stereotype.Component;

/**
 * The tag in the number and the reply address of a mail: which conversation it is about and whom it
 * was for, signed, so that nobody can write one. It is worth what its reader may see: who may not
 * see the conversation any more is refused at its door.
 */
@Component
class ReplyTags implements Replies {
  private static final String PURPOSE = "reply-tag";

  /** Bits of the signature that fit an address, whose part before the @ has 64 letters at most. */
  private static final int SIGNATURE_LETTERS = 16;

  private static final int BITS_A_LETTER = 5;

  /** Mail servers fold the case of addresses, so one case only. */
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  private static final Pattern TAG =
      Pattern.compile("q(\\d{1,15})p(\\d{1,15})-([a-z2-7]{16})", Pattern.CASE_INSENSITIVE);

  /** Of a stranger's mail: nothing that would be another header of ours. */
  private static final Pattern MESSAGE_ID = Pattern.compile("<[!-~&&[^<>]]{1,250}>");

  record Tag(QuestionId question, PersonId reader) {}

  private final InstallationKey key;
  private final MailboxSetup setup;
  private final MailsIn mailsIn;

  ReplyTags(InstallationKey key, MailboxSetup setup, MailsIn mailsIn) {
    this.key = key;
    this.setup = setup;
    this.mailsIn = mailsIn;
  }

  @Override
  public Optional<Letter.Thread> to(QuestionId question, PersonId reader) {
    var mailbox = setup.current();
    if (!mailbox.isConnected()) {
      return Optional.empty();
    }
    var tag = written(question.value(), reader.value());
    var at = mailbox.address().lastIndexOf('@');
    var replyTo = mailbox.address().substring(0, at) + "+" + tag + mailbox.address().substring(at);
    var answers =
        mailsIn
            .latest(question, reader)
            .filter(mailed -> MESSAGE_ID.matcher(mailed.messageId()).matches())
            .map(mailed -> new Letter.Answered(mailed.messageId(), mailed.subject()))
            .orElse(null);
    return Optional.of(new Letter.Thread(tag, replyTo, answers));
  }

  /** The first that we wrote, of headers that may hold one. */
  Optional<Tag> in(Collection<String> headers) {
    for (var header : headers) {
      var found = TAG.matcher(header);
      while (found.find()) {
        var question = Long.parseLong(found.group(1));
        var reader = Long.parseLong(found.group(2));
        if (isOurs(found.group(3), signature(question, reader))) {
          return Optional.of(new Tag(new QuestionId(question), new PersonId(reader)));
        }
      }
    }
    return Optional.empty();
  }

  private String written(long question, long reader) {
    return "q" + question + "p" + reader + "-" + signature(question, reader);
  }

  private String signature(long question, long reader) {
    var mark = key.mark(PURPOSE, question + "\n" + reader);
    var letters = new StringBuilder();
    var bits = 0;
    var held = 0;
    for (var next = 0; letters.length() < SIGNATURE_LETTERS; ) {
      if (held < BITS_A_LETTER) {
        bits = (bits << Byte.SIZE | mark[next++] & 0xFF) & 0xFFFF;
        held += Byte.SIZE;
      }
      held -= BITS_A_LETTER;
      letters.append(LETTERS.charAt(bits >> held & 0x1F));
    }
    return letters.toString();
  }

  private static boolean isOurs(String given, String ours) {
    return MessageDigest.isEqual(
        given.toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII),
        ours.getBytes(StandardCharsets.US_ASCII));
  }
}
