package nl.steunpunt.helpdesk.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param until the Monday before which the weeks are the baseline; null: that of the first question
 *     that was asked here
 */
public record BaselineSettings(@Nullable LocalDate until) {
  static final String SETTING = "helpdesk-baseline";
  static final BaselineSettings USUAL = new BaselineSettings(null);
}
