package nl.steunpunt.platform.start;

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
      default -> null;
    };
  }
}
