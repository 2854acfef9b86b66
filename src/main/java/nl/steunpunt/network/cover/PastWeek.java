package nl.steunpunt.network.cover;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * How the network stood at the end of a week; this week, how it stands now.
 *
 * @param week its Monday
 * @param agreed power users whose line manager's agreement held
 * @param unserved people without a power user; null: not counted in that week
 */
public record PastWeek(LocalDate week, int powerUsers, int agreed, @Nullable Integer unserved) {
  public int number() {
    return week.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  public int percent() {
    return powerUsers == 0 ? 0 : 100 * agreed / powerUsers;
  }
}
