package nl.steunpunt.campaign.step;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import nl.steunpunt.campaign.awareness.AwarenessAsking;
import nl.steunpunt.campaign.awareness.AwarenessController;
import nl.steunpunt.campaign.step.Sendings.Waiting;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.print.FieldedText;
import nl.steunpunt.platform.time.Beside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails what waits, a few readers in a transaction: that a reader was mailed and the mail itself
 * are written together, so a node that dies leaves both or neither, and another goes on. It queues
 * no more than there is room for, so that a mail about somebody's question never waits behind
 * thousands of these.
 */
@Component
class StepMailing extends Beside {
  private static final Logger LOG = LoggerFactory.getLogger(StepMailing.class);

  /** A tenth of a second of work: live news of everybody waits for the oldest open transaction. */
  private static final int BATCH = 25;

  private final Sendings sendings;
  private final StepLetters letters;
  private final AwarenessAsking asking;
  private final Mails mails;
  private final TransactionTemplate transaction;

  StepMailing(
      Sendings sendings,
      StepLetters letters,
      AwarenessAsking asking,
      Mails mails,
      TransactionTemplate transaction) {
    super("campaign mails");
    this.sendings = sendings;
    this.letters = letters;
    this.asking = asking;
    this.mails = mails;
    this.transaction = transaction;
  }

  @Override
  protected int makeSome() {
    var done = transaction.execute(status -> mailSome());
    return done == null ? 0 : done;
  }

  private int mailSome() {
    var room = Math.min(BATCH, mails.room());
    if (room == 0) {
      return 0;
    }
    var waiting = sendings.claim(room);
    if (waiting.isEmpty()) {
      return 0;
    }
    var texts = sendings.texts(waiting.stream().map(Waiting::sending).distinct().toList());
    var mailed = new ArrayList<Waiting>();
    var leftOut = new ArrayList<Waiting>();
    for (var one : waiting) {
      var isMailed = mail(one, texts.getOrDefault(one.sending(), Map.of()));
      (isMailed ? mailed : leftOut).add(one);
    }
    sendings.settle(mailed, "mailed");
    sendings.settle(leftOut, "left_out");
    return waiting.size();
  }

  /** One who has no address that can be written to does not keep the others back. */
  private boolean mail(Waiting one, Map<String, FieldedText> texts) {
    var reader = one.reader();
    if (reader == null || one.left()) {
      return false;
    }
    var language = reader.locale();
    var text = texts.get(language.getLanguage());
    if (text == null) {
      return false;
    }
    try {
      mails.queue(
          reader.email(), letters.write(text, asked(text, reader, language), language), language);
      return true;
    } catch (IllegalArgumentException e) {
      LOG.warn("no address to write to: person {}", one.person());
      return false;
    }
  }

  /** Where the text has the question, and who reads it was not asked this quarter. */
  private Reader asked(FieldedText text, Reader reader, Locale language) {
    if (!letters.asks(text, reader, language)) {
      return reader;
    }
    return asking
        .ask(reader.person(), reader.system())
        .map(question ->
            reader.withQuestion(mails.link(AwarenessController.PATH + "/" + question.link())))
        .orElse(reader);
  }
}
