package nl.steunpunt.network.agenda;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a calendar (RFC 5545, 3.1): what was folded is one line again. */
final class ContentLines {
  /** Signs; what a longer one goes on with is left out: none that says when is as long. */
  private static final int LONGEST = 65_536;

  private final BufferedReader in;
  private @Nullable String ahead;

  ContentLines(byte[] body) {
    in =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    ahead = line();
    if (ahead != null && ahead.startsWith("\uFEFF")) {
      ahead = ahead.substring(1);
    }
  }

  /** Null: there is none left. */
  @Nullable String next() {
    if (ahead == null) {
      return null;
    }
    var whole = new StringBuilder(ahead);
    ahead = line();
    while (ahead != null && (ahead.startsWith(" ") || ahead.startsWith("\t"))) {
      if (whole.length() < LONGEST) {
        whole.append(ahead, 1, ahead.length());
      }
      ahead = line();
    }
    return whole.toString();
  }

  private @Nullable String line() {
    try {
      return in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
