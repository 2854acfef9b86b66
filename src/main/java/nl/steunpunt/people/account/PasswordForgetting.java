package nl.steunpunt.people.account;

import jakarta.annotation.PreDestroy;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import nl.steunpunt.people.account.PasswordLinks.Purpose;
import nl.steunpunt.platform.web.TryLater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails a link to who has an account, after the answer was given: neither its words nor its speed
 * tell whether somebody has that address. What waits here when the node dies is asked for again.
 */
@Service
class PasswordForgetting {
  private static final Logger LOG = LoggerFactory.getLogger(PasswordForgetting.class);
  private static final int WAITING = 100;
  private static final int LONGEST_ADDRESS = 254;

  private final SignInLimits limits;
  private final Accounts accounts;
  private final PasswordLinks links;
  private final PasswordLinkMail mail;
  private final TransactionTemplate transaction;
  private final ThreadPoolExecutor later =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofVirtual().name("password-links").factory());

  PasswordForgetting(
      SignInLimits limits,
      Accounts accounts,
      PasswordLinks links,
      PasswordLinkMail mail,
      TransactionTemplate transaction) {
    this.limits = limits;
    this.accounts = accounts;
    this.links = links;
    this.mail = mail;
    this.transaction = transaction;
  }

  /**
   * @throws TryLater when asked too often from this client
   */
  void ask(String email, String client) {
    limits.link(client);
    var typed = email.strip().toLowerCase(Locale.ROOT);
    if (typed.isEmpty() || typed.length() > LONGEST_ADDRESS || !limits.isMailed(typed)) {
      return;
    }
    try {
      later.execute(() -> mail(typed));
    } catch (RejectedExecutionException e) {
      LOG.warn("too many ask for a password at once; one is not mailed");
    }
  }

  void mail(String email) {
    try {
      transaction.executeWithoutResult(_ ->
          accounts
              .withEmail(email)
              .ifPresent(to -> mail.send(to, Purpose.RESET, links.make(to.id(), Purpose.RESET))));
    } catch (RuntimeException e) {
      LOG.warn("a link to set a password was not mailed", e);
    }
  }

  @PreDestroy
  void stop() {
    later.shutdown();
  }
}
