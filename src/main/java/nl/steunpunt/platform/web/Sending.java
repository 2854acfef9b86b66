package nl.steunpunt.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form has a number from when it is shown, so that a second click, or a request that is repeated
 * because its answer was lost, finds what the first one made.
 */
public final class Sending {
  private Sending() {}

  /** A client that gives no number sends each time something of its own. */
  public static UUID orNew(@Nullable UUID clientId) {
    return clientId == null ? UUID.randomUUID() : clientId;
  }

  /**
   * A page that the browser kept may send something else under the same number: that is another
   * record.
   *
   * @param form null: each sending is one of its own
   */
  public static @Nullable UUID of(@Nullable UUID form, @Nullable Object... typed) {
    return form == null
        ? null
        : UUID.nameUUIDFromBytes(
            (form
                    + "\n"
                    + Arrays.stream(typed).map(String::valueOf).collect(Collectors.joining("\n")))
                .getBytes(StandardCharsets.UTF_8));
  }
}
