package nl.steunpunt.support.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why the mailbox cannot be read, for people: the administrator reads a sentence for each kind.
 *
 * @param detail the words of the server or library
 */
record MailboxTrouble(Kind kind, String detail) {
  private static final int MOST_WORDS = 300;

  enum Kind {
    UNREACHABLE,
    ENCRYPTION,
    PASSWORD,
    FOLDER,
    KEY,
    OTHER
  }

  static MailboxTrouble of(Exception e) {
    return new MailboxTrouble(kind(e), words(e));
  }

  private static Kind kind(Exception e) {
    if (e instanceof IllegalStateException) {
      return Kind.KEY;
    }
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case AuthenticationFailedException _ -> {
          return Kind.PASSWORD;
        }
        case FolderNotFoundException _ -> {
          return Kind.FOLDER;
        }
        case SSLException _ -> {
          return Kind.ENCRYPTION;
        }
        case ConnectException _, UnknownHostException _, SocketTimeoutException _ -> {
          return Kind.UNREACHABLE;
        }
        default -> {
          if (String.valueOf(cause.getMessage()).contains("STARTTLS")) {
            return Kind.ENCRYPTION;
          }
        }
      }
    }
    return Kind.OTHER;
  }

  private static String words(Exception e) {
    var words = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
    return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words;
  }
}
