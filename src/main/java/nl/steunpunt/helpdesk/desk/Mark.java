package nl.steunpunt.helpdesk.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the queue ends: the next one begins after it, also when that question has left
 * the queue meanwhile.
 *
 * @param waitingSince null: it waits for its asker
 */
record Mark(boolean stuck, @Nullable Instant waitingSince, long id) {
  private static final Pattern WRITTEN =
      Pattern.compile("(stuck|open)_(\\d{4}-[0-9T:.-]{6,25}Z|asker)_(\\d{1,18})");

  static Mark after(DeskScreens.Item item) {
    return new Mark(item.stuck(), item.waitingSince(), item.id());
  }

  /** Null: from the top, as with a mark that nobody wrote. */
  static @Nullable Mark read(@Nullable String written) {
    var found = WRITTEN.matcher(written == null ? "" : written);
    if (!found.matches()) {
      return null;
    }
    try {
      var since = found.group(2).equals("asker") ? null : Instant.parse(found.group(2));
      return new Mark(found.group(1).equals("stuck"), since, Long.parseLong(found.group(3)));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  String written() {
    return (stuck ? "stuck" : "open")
        + "_"
        + (waitingSince == null ? "asker" : waitingSince.toString())
        + "_"
        + id;
  }
}
