package nl.steunpunt.support.helpmoment;

import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * Help given in passing, as it is noted: with no name of who was helped.
 *
 * @param minutes 1 to 480
 * @param place where it was; null: where the power user belongs
 */
public record Help(
    SystemId system, @Nullable TopicId topic, int minutes, String note, @Nullable HelpPlace place) {
  public static final int LONGEST = 480;
  public static final int MAX_NOTE = 500;
}
