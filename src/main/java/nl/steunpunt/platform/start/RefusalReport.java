package nl.steunpunt.platform.start;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one sentence what whoever starts the product can do about it, where a stack trace would
 * bury that.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalReport implements SpringBootExceptionReporter {
  /** SQL states: no connection, no admission, no such database. */
  private static final Pattern UNUSABLE = Pattern.compile("08...|28...|3D000");

  @Override
  public boolean reportException(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var sentence = sentence(cause);
      if (sentence != null) {
        System.err.println(sentence);
        return true;
      }
    }
    return false;
  }

  private static @Nullable String sentence(Throwable cause) {
    return switch (cause) {
      case StartRefused refused -> refused.getMessage();
      case PortInUseException taken ->
          "Port %d is in use by another program: choose one with bin/run --port N."
              .formatted(taken.getPort());
      case SQLException away when UNUSABLE.matcher(state(away)).matches() ->
          "The database cannot be used (%s): look at STEUNPUNT_DB_URL, STEUNPUNT_DB_USER and STEUNPUNT_DB_PASSWORD."
              .formatted(String.valueOf(away.getMessage()).lines().findFirst().orElse(""));
      default -> null;
    };
  }

  private static String state(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }
}
