package nl.steunpunt.helpdesk.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the queue ends: the next one begins after it, also when that question has left
 * the queue meanwhile.
 *
 * @param withAsker it waits for its asker
 */
record Mark(boolean withAsker, Instant sortAt, long id) {
  private static final Pattern WRITTEN =
      Pattern.compile("(asker|desk)_(\\d{4}-[0-9T:.-]{6,25}Z)_(\\d{1,18})");

  static Mark after(DeskScreens.Item item) {
    return new Mark(item.waitingSince() == null, item.sortAt(), item.id());
  }

  /** Null: from the top, as with a mark that nobody wrote. */
  static @Nullable Mark read(@Nullable String written) {
    var found = WRITTEN.matcher(written == null ? "" : written);
    if (!found.matches()) {
      return null;
    }
    try {
      return new Mark(
          found.group(1).equals("asker"),
          Instant.parse(found.group(2)),
          Long.parseLong(found.group(3)));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  String written() {
    return (withAsker ? "asker" : "desk") + "_" + sortAt + "_" + id;
  }
}
