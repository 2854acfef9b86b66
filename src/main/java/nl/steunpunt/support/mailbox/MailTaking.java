package nl.steunpunt.support.mailbox;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.attachment.AttachmentId;
import nl.steunpunt.support.attachment.Attachments;
import nl.steunpunt.support.conversation.Conversations;
import nl.steunpunt.support.mailbox.Mailboxes.Position;
import nl.steunpunt.support.mailbox.MailsIn.Outcome;
import nl.steunpunt.support.question.Ask;
import nl.steunpunt.support.question.MessageWriting;
import nl.steunpunt.support.question.QuestionAsking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a mail becomes: a question, a message, or a word back to its sender. All of it and the note
 * that it was done are one transaction, so a node that dies does it once or leaves it whole.
 */
@Service
class MailTaking {
  /** One person's mails in an hour: more is a machine, or two of them that answer each other. */
  static final int MOST_AN_HOUR = 30;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** The same words so often in a day are a machine's that does not say that it is one. */
  static final int SAME_WORDS = 2;

  /** "Thank you" is said more often. */
  private static final int WORDS_OF_A_MACHINE = 40;

  private static final String WORDS = "mail-words";
  private static final int CUT = Ask.MAX_LENGTH - 100;

  private final MailsIn mailsIn;
  private final MailboxSetup setup;
  private final ReplyTags tags;
  private final MailLetters letters;
  private final People people;
  private final Systems systems;
  private final QuestionAsking asking;
  private final MessageWriting writing;
  private final Attachments attachments;
  private final InstallationKey key;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailTaking(
      MailsIn mailsIn,
      MailboxSetup setup,
      ReplyTags tags,
      MailLetters letters,
      People people,
      Systems systems,
      QuestionAsking asking,
      MessageWriting writing,
      Attachments attachments,
      InstallationKey key,
      TransactionTemplate transaction,
      Clock clock) {
    this.mailsIn = mailsIn;
    this.setup = setup;
    this.tags = tags;
    this.letters = letters;
    this.people = people;
    this.systems = systems;
    this.asking = asking;
    this.writing = writing;
    this.attachments = attachments;
    this.key = key;
    this.transaction = transaction;
    this.clock = clock;
  }

  void take(Position at, ReadMail mail) {
    try {
      transaction.executeWithoutResult(_ -> takeNow(at, mail));
    } catch (Refusal no) {
      refuse(at, mail, no);
    } catch (NotFound e) {
      // A conversation that its writer may not see is one that is not there.
      refuse(at, mail, Refusal.of("mailbox.refused.not_yours"));
    }
  }

  private void takeNow(Position at, ReadMail mail) {
    if (!mailsIn.pass(at)) {
      return;
    }
    if (mailsIn.isRepeated(at, mail.messageId())) {
      note(at, mail, null, Outcome.REPEATED, null);
      return;
    }
    switch (mail.sort()) {
      case AUTOMATIC -> note(at, mail, null, Outcome.AUTOMATIC, null);
      case BOUNCE -> note(at, mail, null, Outcome.BOUNCE, null);
      case LOOP -> note(at, mail, null, Outcome.LOOP, null);
      case TOO_LARGE, WRITTEN -> fromSomebody(at, mail);
    }
  }

  private void fromSomebody(Position at, ReadMail mail) {
    var known = people.whoMails(mail.sender());
    if (known.isEmpty()) {
      if (letters.mayTellStranger(mail, clock.instant())) {
        letters.tellStranger(mail);
      }
      note(at, mail, null, Outcome.UNKNOWN_SENDER, null);
      return;
    }
    var me = known.get();
    if (mail.sort() == ReadMail.Sort.TOO_LARGE) {
      throw Refusal.of("mailbox.refused.too_large", Imap.MOST_BYTES >> 20);
    }
    var arrived = mail.arrivedAt();
    if (mailsIn.from(me.id(), arrived.minus(HOUR), arrived) >= MOST_AN_HOUR) {
      throw Refusal.of(MailLetters.TOO_MANY, MOST_AN_HOUR);
    }
    var tag = tags.in(mail.tagged());
    if (repeats(me, mail, tag.map(ReplyTags.Tag::question).orElse(null))) {
      note(at, mail, me, Outcome.AUTOMATIC, null);
      return;
    }
    if (tag.isEmpty()) {
      note(at, mail, me, Outcome.ASKED, ask(me, at, mail));
    } else if (tag.get().reader().equals(me.id())) {
      say(me, at, mail, tag.get().question(), mail.said());
      note(at, mail, me, Outcome.SAID, tag.get().question());
    } else {
      throw Refusal.of("mailbox.refused.not_yours");
    }
  }

  /** Two machines that answer each other may both look like people. */
  private boolean repeats(Me me, ReadMail mail, @Nullable QuestionId question) {
    return mail.said().length() >= WORDS_OF_A_MACHINE
        && mailsIn.saidSince(me.id(), question, words(mail), clock.instant().minus(DAY))
            >= SAME_WORDS;
  }

  private byte[] words(ReadMail mail) {
    return key.mark(WORDS, mail.said().replaceAll("\\s+", " "));
  }

  private QuestionId ask(Me me, Position at, ReadMail mail) {
    var whole = whole(mail);
    var isLong = whole.length() > Ask.MAX_LENGTH;
    var text = isLong ? cut(whole, CUT) : whole;
    var id = asking.ask(me, new Ask(system(), null, text, null, false, null));
    if (isLong || !mail.files().isEmpty() || !mail.quoted().isEmpty()) {
      say(me, at, mail, id, isLong ? whole : "");
    }
    return id;
  }

  /** The subject is what many say it with. */
  private static String whole(ReadMail mail) {
    var subject = mail.subject().replaceFirst("(?i)^((re|fw|fwd|antw|doorst)\\s*:\\s*)+", "");
    if (mail.said().isEmpty() || mail.said().startsWith(subject)) {
      return mail.said().isEmpty() ? subject : mail.said();
    }
    return subject.isEmpty() ? mail.said() : subject + "\n\n" + mail.said();
  }

  /** At the end of a line where there is one, and never within a letter. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    var line = text.lastIndexOf('\n', most);
    var end =
        line > most / 2 ? line : Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    return text.substring(0, end).strip() + " …";
  }

  private void say(Me me, Position at, ReadMail mail, QuestionId question, String text) {
    var unread = new ArrayList<String>();
    var files = files(me, mail, question, unread);
    var said = text;
    if (said.length() > Conversations.MAX_LENGTH) {
      files.add(enclose(me, question, said));
      said = cut(said, CUT);
    }
    if (said.isBlank() && files.isEmpty() && mail.quoted().isEmpty() && unread.isEmpty()) {
      throw Refusal.of("mailbox.refused.empty");
    }
    if (said.isBlank() && files.isEmpty()) {
      // What there is lies folded below: a message is never nothing.
      said = mail.subject().isEmpty() ? "…" : mail.subject();
    }
    var clientId =
        UUID.nameUUIDFromBytes(
            (at.box() + "\n" + at.validity() + "\n" + at.uid()).getBytes(StandardCharsets.UTF_8));
    var message = writing.write(me, question, clientId, said, files);
    if (!mail.quoted().isEmpty()) {
      message.ifPresent(id -> mailsIn.quote(id, cut(mail.quoted(), Conversations.MAX_LENGTH)));
    }
    if (!unread.isEmpty()) {
      letters.tellUnread(me, question, unread);
    }
  }

  private List<AttachmentId> files(Me me, ReadMail mail, QuestionId question, List<String> unread) {
    var files = new ArrayList<AttachmentId>();
    for (var file : mail.files()) {
      if (files.size() == Attachments.MAX_PER_MESSAGE - 1) {
        unread.add(file.name());
        continue;
      }
      try (var bytes = file.part().getInputStream()) {
        files.add(attachments.upload(me.id(), question.value(), file.name(), bytes).id());
      } catch (Refusal | IOException | MessagingException e) {
        unread.add(file.name());
      }
    }
    return files;
  }

  private AttachmentId enclose(Me me, QuestionId question, String text) {
    try (var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      return attachments.upload(me.id(), question.value(), "mail.txt", bytes).id();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private SystemId system() {
    var chosen = setup.current().system();
    return systems.active().stream()
        .map(system -> system.id())
        .filter(id -> chosen == null || id.value() == chosen)
        .findFirst()
        .or(() -> systems.active().stream().map(system -> system.id()).findFirst())
        .orElseThrow(() -> Refusal.of("mailbox.refused.no_system"));
  }

  /** Its sender gets what they wrote back, with why: it was not heard. */
  private void refuse(Position at, ReadMail mail, Refusal no) {
    transaction.executeWithoutResult(_ -> {
      if (!mailsIn.pass(at)) {
        return;
      }
      var me = people.whoMails(mail.sender());
      var now = clock.instant();
      me.filter(sender -> letters.mayTellRefused(sender, no, now))
          .ifPresent(sender -> letters.tellRefused(sender, mail, no));
      mailsIn.note(
          at, mail, me.map(Me::id).orElse(null), Outcome.REFUSED, null, no.key(), null, now);
    });
  }

  private void note(
      Position at, ReadMail mail, @Nullable Me me, Outcome outcome, @Nullable QuestionId question) {
    mailsIn.note(
        at,
        mail,
        me == null ? null : me.id(),
        outcome,
        question,
        null,
        question == null ? null : words(mail),
        clock.instant());
  }
}
