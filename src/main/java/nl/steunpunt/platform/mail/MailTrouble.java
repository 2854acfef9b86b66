package nl.steunpunt.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail did not go, for people: the administrator reads a sentence for each kind.
 *
 * @param kind what an administrator can do something about
 * @param detail the words of the server or library
 */
public record MailTrouble(Kind kind, String detail) {

  public enum Kind {
    UNREACHABLE,
    ENCRYPTION,
    PASSWORD,
    RECIPIENT,
    REFUSED,
    KEY
  }

  /** No use in trying again. */
  boolean isFinal() {
    return kind == Kind.RECIPIENT;
  }

  static MailTrouble of(RuntimeException e) {
    if (e instanceof MailAuthenticationException) {
      return new MailTrouble(Kind.PASSWORD, words(e));
    }
    if (e instanceof IllegalStateException) {
      return new MailTrouble(Kind.KEY, words(e));
    }
    for (var cause : causes(e)) {
      if (cause instanceof SendFailedException failed && isRefusedForGood(failed)) {
        return new MailTrouble(Kind.RECIPIENT, words(cause));
      }
      if (cause instanceof SSLException
          || String.valueOf(cause.getMessage()).contains("STARTTLS")) {
        return new MailTrouble(Kind.ENCRYPTION, words(cause));
      }
      if (cause instanceof SendFailedException) {
        return new MailTrouble(Kind.REFUSED, words(cause));
      }
    }
    var connects =
        e.getMessage() != null && e.getMessage().startsWith("Mail server connection failed");
    return new MailTrouble(connects ? Kind.UNREACHABLE : Kind.REFUSED, words(causes(e).getLast()));
  }

  /**
   * The mail library lists an address as invalid when the server said so with a 5xx code, not a
   * 4xx.
   */
  private static boolean isRefusedForGood(SendFailedException e) {
    return e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
  }

  /** The innermost come first: they say what it was. */
  private static List<Throwable> causes(RuntimeException e) {
    var all = new ArrayList<Throwable>();
    if (e instanceof MailSendException failed) {
      for (var each : failed.getMessageExceptions()) {
        add(each, all);
      }
    }
    add(e, all);
    return all.reversed();
  }

  private static void add(@Nullable Throwable start, List<Throwable> all) {
    for (var cause = start; cause != null && all.size() < 20; cause = cause.getCause()) {
      all.add(cause);
      if (cause instanceof MessagingException chained && chained.getNextException() != null) {
        add(chained.getNextException(), all);
      }
    }
  }

  private static String words(Throwable e) {
    var text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    return text.length() > 300 ? text.substring(0, 300) : text;
  }
}
